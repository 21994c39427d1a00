internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Finds which rows of a block add up to which: by codes (类 = Σ款 = Σ项, 合计 = Σ类), else by the
/// order of listed rows (合计 is the sum of the rows above it, 总计 that of it and the rows below).
enum SumRules {
  static func rules(_ entries: [FlatEntry]) -> [ColumnSolver.SumRule] {
    let codes = entries.map(\.codeText)
    return codes.contains { $0 != nil } ? byCode(entries, codes) : byOrder(entries)
  }

  private static func byCode(
    _ entries: [FlatEntry], _ codes: [String?]
  ) -> [ColumnSolver.SumRule] {
    var rows: [String: Int] = [:]
    for (row, code) in codes.enumerated() {
      if let code, rows[code] == nil { rows[code] = row }
    }
    var parts = [[Int]](repeating: [], count: entries.count)
    var tops: [Int] = []
    for (row, code) in codes.enumerated() {
      guard let code else { continue }
      if let parent = parent(of: code, in: rows) {
        parts[parent].append(row)
      } else {
        tops.append(row)
      }
    }
    var rules = parts.enumerated().filter { !$0.element.isEmpty }.map {
      ColumnSolver.SumRule(total: $0.offset, parts: $0.element)
    }
    if let total = entries.firstIndex(where: { $0.code.isEmpty && isTotal($0.label) }),
      !tops.isEmpty
    {
      rules.insert(ColumnSolver.SumRule(total: total, parts: tops), at: 0)
    }
    return rules
  }

  private static func parent(of code: String, in rows: [String: Int]) -> Int? {
    var prefix = code.dropLast(2)
    while prefix.count >= 3 {
      if let row = rows[String(prefix)] { return row }
      prefix = prefix.dropLast(2)
    }
    return nil
  }

  private static func byOrder(_ entries: [FlatEntry]) -> [ColumnSolver.SumRule] {
    var rules: [ColumnSolver.SumRule] = []
    var parts: [Int] = []
    for (row, entry) in entries.enumerated() {
      guard isTotal(entry.label) else {
        parts.append(row)
        continue
      }
      if !parts.isEmpty { rules.append(ColumnSolver.SumRule(total: row, parts: parts)) }
      parts = [row]
    }
    return rules
  }

  static func isTotal(_ label: TracedText) -> Bool {
    let name = Name(label: label.utf8)
    return totals.contains { name.hasSuffix($0) }
  }

  private static let totals = ["合计", "总计"].map { Name($0) }
}

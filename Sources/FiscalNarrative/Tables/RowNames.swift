internal import FiscalStandards

/// The rows of a block by the names that sentences give them: quotation marks, widths and a
/// trailing 支出 make no difference.
struct RowNames: Sendable {
  private var names: [String: [UInt8]] = [:]
  private var codes: [[UInt8]: [String]] = [:]

  init(_ block: BoundBlock) {
    for row in block.rows {
      guard let code = row.code, names[code] == nil else { continue }
      let name = Self.key(row.label)
      names[code] = name
      codes[name, default: []].append(code)
    }
  }

  /// The codes of the rows with a name.
  func codes(named name: String) -> [String] { codes[Self.key(name)] ?? [] }

  /// The code of the only row that bears the names of a path, level by level; nil if there is none
  /// or several.
  func code(of path: ClassificationPath) -> String? {
    let levels = [(path.category, 3), (path.subcategory, 5), (path.item, 7)].filter {
      !$0.0.isEmpty
    }
    guard let lowest = levels.last else { return nil }
    let outer = levels.dropLast().map { (Self.key($0.0), $0.1) }
    let matches = codes(named: lowest.0).filter { code in
      code.utf8.count == lowest.1
        && outer.allSatisfy { name, length in names[String(code.prefix(length))] == name }
    }
    return matches.count == 1 ? matches[0] : nil
  }

  private static func key(_ name: String) -> [UInt8] {
    let bytes = NormalText.bytes(of: [UInt8](name.utf8))
    return bytes.count > expenditure.count
      && bytes.suffix(expenditure.count).elementsEqual(expenditure)
      ? Array(bytes.dropLast(expenditure.count)) : bytes
  }

  private static let expenditure = [UInt8]("支出".utf8)
}

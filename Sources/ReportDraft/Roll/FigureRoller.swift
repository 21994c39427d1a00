internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Brings the charts of the source format to this year's tables: a part of which the tables have
/// no row goes, and a 类 that is new comes in.
struct FigureRoller {
  private let tables: RollTables

  init(_ tables: RollTables) { self.tables = tables }

  private struct Part {
    var label: String
    var address: Address?

    /// The code of the 类 that the part stands for.
    var code: String? {
      guard let row = address?.row, row.count == 1,
        ClassificationLevel(code: row[0]) == .category,
        row[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return row[0]
    }

    var text: String { address.map { "\(label)=\($0)" } ?? label }
  }

  /// The mark of a figure: `{{图 柱形图｜图1 标题｜名称=公式；名称=公式}}`.
  func mark(_ old: TracedText) -> TracedText {
    let text = old.string
    guard text.hasPrefix("{{图 "), text.hasSuffix("}}"),
      let start = text.lastIndex(of: "｜").map({ text.index(after: $0) })
    else { return old }
    let body = text[start...].dropLast(2)
    let parts = body.split(separator: "；", omittingEmptySubsequences: false).map { part($0) }
    guard parts.allSatisfy({ $0.address != nil }) else { return old }
    var kept = parts.filter { part in part.address.map(isThere) ?? false }
    addNew(to: &kept, parts)
    guard !kept.isEmpty else { return old }
    return TracedText(String(text[..<start]) + kept.map(\.text).joined(separator: "；") + "}}")
  }

  /// Whether a figure of the source format has numbers or years of its own, which nothing brings to
  /// this year.
  func hasOwnNumbers(_ mark: TracedText) -> Bool {
    guard mark.string.hasPrefix("{{图 ") else { return false }
    let bytes = mark.utf8
    return NumberScanner.tokens(bytes).contains { token in
      let isYear = bytes.hasBytes(Array("年".utf8), at: token.range.upperBound)
      let isValue =
        token.range.lowerBound > 0 && bytes[token.range.lowerBound - 1] == UInt8(ascii: "=")
      return isYear || isValue
    }
  }

  private func part(_ text: Substring) -> Part {
    guard let equals = text.firstIndex(of: "="),
      let formula = try? Formula(String(text[text.index(after: equals)...])),
      case .cell(let address) = formula.expression
    else { return Part(label: String(text)) }
    return Part(label: String(text[..<equals]), address: address)
  }

  private func isThere(_ address: Address) -> Bool {
    tables.value(.formula(.cell(address)), .now) != nil
  }

  /// Adds the 类 of this year to a chart that goes through those of a table.
  private func addNew(to kept: inout [Part], _ parts: [Part]) {
    guard let first = parts.first?.address, let column = first.columnKey,
      parts.allSatisfy({ $0.address?.table == first.table && $0.code != nil })
    else { return }
    let list = RollList(
      column: ColumnAddress(table: first.table, column: column), level: .category,
      isEconomic: false)
    let before = list.rows(tables.last)
    guard before.allSatisfy({ row in parts.contains { $0.code == row.code } }) else { return }
    for row in list.rows(tables.now) where !kept.contains(where: { $0.code == row.code }) {
      guard let code = row.code else { continue }
      let place = kept.firstIndex { ($0.code ?? "") > code } ?? kept.count
      var address = first
      address.row = [code]
      kept.insert(Part(label: row.label, address: address), at: place)
    }
  }
}

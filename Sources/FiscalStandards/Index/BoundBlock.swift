internal import FiscalText

/// A block of a table: columns with labels of their own, and the rows that have one in them.
///
/// A class, since it is handed around for every cell that is asked for.
public final class BoundBlock: Sendable {
  /// The form's name of the block, `收入`; empty for the only one of a table.
  public let name: String
  public let form: BlockForm
  public let columns: [BoundColumn]
  /// The columns that hold amounts.
  public let amountColumns: [BoundColumn]
  public let rows: [BoundRow]

  /// Whether any of its cells holds a number.
  let hasNumbers: Bool
  /// What the cells are worth, row by row.
  let values: [CellValue]
  let lookup: RowLookup
  /// Whether two rows have one code.
  public var hasRepeatedCode: Bool { lookup.hasRepeatedCode }

  /// - Parameter values: what the cells are worth, row by row.
  init(_ draft: BlockDraft, values: [CellValue]) {
    name = draft.form.name
    form = draft.form
    columns = draft.columns
    amountColumns = draft.columns.filter { $0.content == .amount }
    rows = draft.rows
    hasNumbers = draft.rows.contains { $0.hasNumber }
    self.values = values
    lookup = RowLookup(draft)
  }

  /// The column of a key, or nil.
  public func column(_ key: String) -> BoundColumn? {
    if let column = columns.first(where: { $0.key.hasSameBytes(as: key) }) { return column }
    let name = Name(key)
    return columns.first { Name($0.key) == name }
  }

  /// The row of a code, or nil.
  public func row(code: String) -> BoundRow? { lookup.byCode[code].map { rows[$0] } }

  /// Whether amounts stand in rows that the form does not list: one of them may be what a listed
  /// row is called there.
  var hasUnlistedAmounts: Bool {
    guard case .listed = form.rows else { return false }
    return rows.contains { $0.formName == nil && $0.hasNumber && !$0.isCount }
  }

  /// The row of the whole, or nil.
  public var total: BoundRow? { rows.first { $0.isTotal } }

  /// The index in ``rows`` of a row meant by code, form name, 行次 (`R27`) or label; nil if there is
  /// none, or if several have the label.
  public func rowIndex(_ name: String) -> Int? {
    if let index = lookup.byCode[name] { return index }
    if let number = Self.lineNumber(name) { return lookup.byLineNumber[number] }
    let key = Name(name)
    if let index = lookup.byFormName[key] { return index }
    let label = Name(label: [UInt8](name.utf8))
    if let index = lookup.byFormName[label] { return index }
    if let indices = lookup.byName[label] ?? lookup.byName[key] {
      return indices.count == 1 ? indices[0] : nil
    }
    return rowIndex(path: name.pathParts)
  }

  /// A row that only its parent's name makes certain: 组织事务/一般行政管理事务.
  private func rowIndex(path: [String]) -> Int? {
    guard path.count == 2, let indices = lookup.byName[Name(path[1])] else { return nil }
    let matches = indices.filter { index in
      guard let parent = rows[index].parent else { return false }
      return rows[parent].code == path[0] || Name(rows[parent].label) == Name(path[0])
    }
    return matches.count == 1 ? matches[0] : nil
  }

  /// `R27` means the row whose printed 行次 is 27.
  static func lineNumber(_ name: String) -> Int? {
    guard name.utf8.first == UInt8(ascii: "R") else { return nil }
    let digits = name.utf8.dropFirst()
    guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(name.dropFirst())
  }
}

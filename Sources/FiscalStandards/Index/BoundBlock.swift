internal import FiscalText

/// A block of a table: columns with labels of their own, and the rows that have one in them.
public struct BoundBlock: Sendable {
  /// The form's name of the block, `收入`; empty for the only one of a table.
  public var name: String
  public var form: BlockForm
  public let columns: [BoundColumn]
  /// The columns that hold amounts.
  public let amountColumns: [BoundColumn]
  public var rows: [BoundRow]

  /// Whether any of its cells holds a number.
  var hasNumbers = false
  /// What the cells are worth, row by row.
  var values: [CellValue] = []
  var byCode: [String: Int] = [:]
  var byName: [Name: [Int]] = [:]
  var byFormName: [Name: Int] = [:]
  var byLineNumber: [Int: Int] = [:]
  /// The codes of the rows that are part of no other.
  var orphans: [String] = []
  /// Whether two rows have one code.
  public internal(set) var hasRepeatedCode = false

  init(name: String, form: BlockForm, columns: [BoundColumn]) {
    self.name = name
    self.form = form
    self.columns = columns
    amountColumns = columns.filter { $0.content == .amount }
    rows = []
  }

  /// The column of a key, or nil.
  public func column(_ key: String) -> BoundColumn? {
    if let column = columns.first(where: { $0.key.hasSameBytes(as: key) }) { return column }
    let name = Name(key)
    return columns.first { Name($0.key) == name }
  }

  /// The row of a code, or nil.
  public func row(code: String) -> BoundRow? { byCode[code].map { rows[$0] } }

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
    if let index = byCode[name] { return index }
    if let number = Self.lineNumber(name) { return byLineNumber[number] }
    let key = Name(name)
    if let index = byFormName[key] { return index }
    let label = Name(label: [UInt8](name.utf8))
    if let index = byFormName[label] { return index }
    if let indices = byName[label] ?? byName[key] { return indices.count == 1 ? indices[0] : nil }
    return rowIndex(path: name.pathParts)
  }

  /// A row that only its parent's name makes certain: 组织事务/一般行政管理事务.
  private func rowIndex(path: [String]) -> Int? {
    guard path.count == 2, let indices = byName[Name(path[1])] else { return nil }
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

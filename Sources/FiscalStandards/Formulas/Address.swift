internal import FiscalText

/// The place of a cell in the language of formulas: `公开05!2013201.基本支出`.
public struct Address: Hashable, Sendable {
  /// The table's id.
  public var table: String
  /// The row, its block and the rows above it before it where they are given:
  /// `["收入", "总计"]`. `*` means each row.
  public var row: [String]
  /// The parts of the column's key; empty if it is left out. `*` means each column of amounts.
  public var column: [String]
  /// `307?`: where the table has no such row, and none that belongs to it, it counts as zero.
  public var isRowOptional: Bool
  /// `事业收入?`: where the table has no such column, and no unknown one, it counts as zero.
  public var isColumnOptional: Bool

  public init(
    table: String, row: [String], column: [String] = [], isRowOptional: Bool = false,
    isColumnOptional: Bool = false
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.isRowOptional = isRowOptional
    self.isColumnOptional = isColumnOptional
  }

  public var isEachRow: Bool { row.last == "*" }
  public var isEachColumn: Bool { column == ["*"] }
  public var columnKey: String? { column.isEmpty ? nil : String(path: column) }
}

extension Address: CustomStringConvertible {
  public var description: String { "\(Self.quoted(table))!\(rowText)\(columnText)" }

  var rowText: String {
    row.map(Self.quoted).joined(separator: "/") + (isRowOptional ? "?" : "")
  }

  /// The column with its point; empty if it is left out.
  var columnText: String {
    guard !column.isEmpty else { return "" }
    let key = column.map(Self.quoted).joined(separator: "/")
    return ".\(key)\(isColumnOptional ? "?" : "")"
  }

  /// The name as it is written: in 「…」 if it has a mark of the language in it.
  static func quoted(_ name: String) -> String {
    if name == "*" { return name }
    let needsQuotes =
      name.isEmpty
      || name.unicodeScalars.contains { FormulaScanner.isMark($0.value) || isSpace($0.value) }
    return needsQuotes ? "「\(name)」" : name
  }
}

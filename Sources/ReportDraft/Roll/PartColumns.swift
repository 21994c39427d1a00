internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The columns of a table that hold parts of the amounts of another: 基本支出, 项目支出.
struct PartColumns {
  let tables: RollTables

  private static let sums: Set<String> = ["小计", "合计"]

  private func columns(of table: String) -> [ColumnAddress] {
    let blocks = (tables.now.table(table) ?? tables.last.table(table))?.blocks ?? []
    return blocks.flatMap(\.columns).filter { $0.content == .amount }
      .map { ColumnAddress(table: table, column: $0.key) }
  }

  /// The column of a table that is called by a name.
  func column(named name: String, in table: String) -> ColumnAddress? {
    columns(of: table).first { Self.label($0.column) == name }
  }

  /// The columns below the same head as one of them, without those of sums and of the whole.
  func siblings(of column: ColumnAddress, below whole: ColumnAddress) -> [ColumnAddress] {
    let head = Self.head(column.column)
    return columns(of: column.table).filter {
      Self.head($0.column) == head && $0 != whole && !Self.sums.contains(Self.label($0.column))
    }
  }

  /// What a column is called, without the head above it and without 小计 below it.
  static func label(_ key: String) -> String {
    let path = key.pathParts
    let last = path.last ?? ""
    return sums.contains(last) && path.count > 1 ? path[path.count - 2] : last
  }

  private static func head(_ key: String) -> ArraySlice<String> { key.pathParts.dropLast() }
}

public import FiscalStandards

/// The rows of the tables of a report by the names that sentences give them.
public struct NamedRows: Sendable {
  public let index: TableIndex
  /// The names of the rows of each table, block by block.
  private let names: [String: [RowNames]]

  public init(_ index: TableIndex) {
    self.index = index
    names = Dictionary(
      index.tables.map { ($0.id, $0.blocks.map { RowNames($0) }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The code of a functional 科目 in the section's table, from the names of its levels; nil if
  /// the table has none or several of those names.
  public func code(of path: ClassificationPath, in words: SectionWords) -> String? {
    guard let address = words.functional.values.first, let table = index.table(address.table)
    else { return nil }
    if !path.code.isEmpty {
      return table.blocks.lazy.compactMap { $0.row(code: path.code)?.code }.first
    }
    return names[table.id]?.lazy.compactMap { $0.code(of: path) }.first
  }

  /// The row of a table that bears a name, if only one does.
  public func row(named name: String, in table: BoundTable) -> (block: BoundBlock, row: BoundRow)? {
    for (block, names) in zip(table.blocks, names[table.id] ?? []) {
      let codes = names.codes(named: name)
      if codes.count == 1, let row = block.row(code: codes[0]) { return (block, row) }
    }
    return nil
  }
}

public import FiscalModel
internal import FiscalText

/// The tables of a bound report by what their cells mean: answers addresses such as
/// `公开05!2013201.基本支出`, and lists rows with code, level and children.
public final class TableIndex: Sendable {
  public let layout: Layout
  /// The tables that the layout knows, in reading order.
  public let tables: [BoundTable]
  private let byID: [TextKey: Int]
  /// The ids of the tables as names.
  private let names: [Name]

  /// Indexes a report that ``ReportBinder`` has bound to `layout`.
  public init(_ report: Report, layout: Layout) {
    self.layout = layout
    var tables: [BoundTable] = []
    var byID: [TextKey: Int] = [:]
    for table in report.tables {
      guard let id = table.id, let form = layout.table(id) else { continue }
      let bound = TableReading(table, id: id, form: form).bound()
      if let first = byID[TextKey(id)] {
        // Of two tables of a form, the first that has rows is meant.
        if tables[first].table.rows.isEmpty { byID[TextKey(id)] = tables.count }
      } else {
        byID[TextKey(id)] = tables.count
      }
      tables.append(bound)
    }
    self.tables = tables
    self.byID = byID
    names = tables.map { Name($0.id) }
  }

  /// The same tables, some of which, by index, are held to be torn apart.
  public convenience init(_ index: TableIndex, jumbled: Set<Int>) {
    self.init(
      layout: index.layout,
      tables: index.tables.enumerated().map { jumbled.contains($0) ? $1.jumbled : $1 },
      byID: index.byID, names: index.names)
  }

  private init(layout: Layout, tables: [BoundTable], byID: [TextKey: Int], names: [Name]) {
    self.layout = layout
    self.tables = tables
    self.byID = byID
    self.names = names
  }

  /// The table of a form id, or nil.
  public func table(_ id: String) -> BoundTable? { tableIndex(id).map { tables[$0] } }

  func tableIndex(_ id: String) -> Int? {
    if let index = byID[TextKey(id)] { return index }
    let name = Name(id)
    return names.firstIndex(of: name)
  }

  /// The cell of an address given by its parts; `block` and `column` may be left out where they
  /// are not in doubt.
  public func cell(
    table: String, block: String = "", row: String, column: String? = nil
  ) -> CellReference? {
    guard let table = tableIndex(table) else { return nil }
    var found: CellReference?
    for block in tables[table].blockIndices(block) {
      let bound = tables[table].blocks[block]
      guard let row = bound.rowIndex(row) ?? bound.onlyRowIndex(row),
        let column = bound.columnIndex(column)
      else { continue }
      if found != nil { return nil }
      found = CellReference(table: table, block: block, row: row, column: column)
    }
    return found
  }

  public func block(_ reference: CellReference) -> BoundBlock {
    tables[reference.table].blocks[reference.block]
  }

  public func row(_ reference: CellReference) -> BoundRow {
    tables[reference.table].blocks[reference.block].rows[reference.row]
  }

  /// The rows of its block that a cell's row is the sum of.
  func children(_ reference: CellReference) -> [Int] {
    tables[reference.table].blocks[reference.block].rows[reference.row].children
  }

  /// Whether rows that belong below a cell's row may not have been read.
  func isIncomplete(below reference: CellReference) -> Bool {
    tables[reference.table].blocks[reference.block].isIncomplete(below: reference.row)
  }

  public func column(_ reference: CellReference) -> BoundColumn {
    tables[reference.table].blocks[reference.block].columns[reference.column]
  }

  /// The printed cell, or nil where nothing is printed.
  public func cell(_ reference: CellReference) -> Cell? {
    tables[reference.table].cell(
      reference.block, row: reference.row, column: reference.column)
  }

  public func value(_ reference: CellReference) -> CellValue {
    let columns = tables[reference.table].blocks[reference.block].columns.count
    let cell = reference.row * columns + reference.column
    return tables[reference.table].blocks[reference.block].values[cell]
  }
}

extension BoundBlock {
  /// The index in ``columns`` of a key; without one, of the only column of amounts.
  func columnIndex(_ key: String?) -> Int? {
    if let key {
      if let index = columns.firstIndex(where: { $0.key.hasSameBytes(as: key) }) { return index }
      let name = Name(key)
      return columns.firstIndex { Name($0.key) == name }
    }
    let amounts = columns.indices.filter { columns[$0].content == .amount }
    return amounts.count == 1 ? amounts[0] : nil
  }

  /// A table without row labels has one row, which is called 合计.
  func onlyRowIndex(_ name: String) -> Int? {
    name == "合计" && rows.count == 1 && rows[0].label.isEmpty ? 0 : nil
  }
}

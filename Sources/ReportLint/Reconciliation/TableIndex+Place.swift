internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

extension TableIndex {
  /// Where a text of the report stands in a column that the form has; nil if it is in none.
  ///
  /// - Complexity: O(n) in the cells of the tables.
  func place(of text: TracedText) -> CellReference? {
    guard !text.isEmpty else { return nil }
    for (index, table) in tables.enumerated() {
      // Most tables do not hold it.
      let printed = table.table.rows
      let places = printed.indices.filter { printed[$0].holds(text) }
      guard !places.isEmpty else { continue }
      for (block, bound) in table.blocks.enumerated() {
        for row in bound.rows.indices where places.contains(bound.rows[row].index) {
          let cells = bound.columns.indices.lazy.map {
            CellReference(table: index, block: block, row: row, column: $0)
          }
          if let cell = cells.first(where: { self.cell($0)?.text == text }) { return cell }
        }
      }
    }
    return nil
  }
}

extension Row {
  /// Whether one of its cells is a text of the report.
  fileprivate func holds(_ text: TracedText) -> Bool {
    for index in cells.indices
    where cells[index].text.utf8.count == text.utf8.count && cells[index].text == text {
      return true
    }
    return false
  }
}

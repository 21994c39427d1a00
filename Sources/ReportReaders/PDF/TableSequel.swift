internal import FiscalModel

/// Finds the tables that go on over pages and repeat their head there.
enum TableSequel {
  /// Sets the number of head rows of a table at the top of a page and of the one before it, where
  /// the first rows are the same in both.
  static func markHeads(in pages: inout [PageLayout]) {
    for index in pages.indices.dropFirst() {
      guard let upper = lastTable(pages[index - 1]), let lower = firstTable(pages[index]),
        case .table(var first, let firstBox) = pages[index - 1].items[upper],
        case .table(var second, let secondBox) = pages[index].items[lower]
      else { continue }
      let count = commonRows(first, second)
      guard count > 0 else { continue }
      first.headRowCount = count
      second.headRowCount = count
      pages[index - 1].items[upper] = .table(first, firstBox)
      pages[index].items[lower] = .table(second, secondBox)
    }
  }

  private static func lastTable(_ page: PageLayout) -> Int? {
    guard let last = page.items.indices.last, case .table = page.items[last] else { return nil }
    return last
  }

  private static func firstTable(_ page: PageLayout) -> Int? {
    guard case .table? = page.items.first else { return nil }
    return 0
  }

  /// How many rows from the top have the same cells. A whole table repeated has no head, and a
  /// title in a row of its own may stand above different tables.
  private static func commonRows(_ first: RawTable, _ second: RawTable) -> Int {
    guard first.columnCount == second.columnCount else { return 0 }
    var count = 0
    while count < first.rows.count, count < second.rows.count,
      isSame(first.rows[count], second.rows[count])
    {
      count += 1
    }
    let hasColumns = first.rows.prefix(count).contains { $0.count > 1 }
    return hasColumns && count < min(first.rows.count, second.rows.count) ? count : 0
  }

  private static func isSame(_ first: [Cell], _ second: [Cell]) -> Bool {
    first.contains { !$0.text.isEmpty } && first.count == second.count
      && zip(first, second).allSatisfy { a, b in
        a.column == b.column && a.columnSpan == b.columnSpan && a.rowSpan == b.rowSpan
          && a.text.utf8 == b.text.utf8
      }
  }
}

internal import FiscalModel

/// The visible filled cells of a sheet with their spans, row by row. Rows and columns are counted
/// without the hidden ones; only filled cells cost anything, however far apart they stand.
struct SheetGrid {
  struct Row {
    /// Among the visible rows of the sheet.
    var index: Int
    var cells: [Cell]
  }

  private(set) var rows: [Row] = []
  private let sheet: Sheet
  private let source: Int
  private let hiddenRows: [Int]
  private let hiddenColumns: [Int]

  init(_ sheet: Sheet, source: Int, includesHidden: Bool) {
    self.sheet = sheet
    self.source = source
    hiddenRows = includesHidden ? [] : sheet.hiddenRows.sorted()
    var columns: Set<Int> = []
    if !includesHidden {
      for range in sheet.hiddenColumns {
        columns.formUnion(range.clamped(to: 0...(CellReference.columnLimit - 1)))
      }
    }
    hiddenColumns = columns.sorted()
    fill()
  }

  private mutating func fill() {
    var merged = MergedCells(sheet.merges)
    var byRow: [Int: [Cell]] = [:]
    for cell in sheet.cells {
      let range = merged.range(at: cell.reference)
      // What lies under a merged cell does not print.
      if let range, range.first != cell.reference { continue }
      guard let (row, placed) = placed(cell, over: range) else { continue }
      byRow[row, default: []].append(placed)
    }
    for (index, cells) in byRow {
      rows.append(Row(index: index, cells: Self.ordered(cells)))
    }
    rows.sort { $0.index < $1.index }
  }

  /// The cells from left to right. In damaged files merged cells overlap; there each ends where
  /// the next one starts.
  private static func ordered(_ cells: [Cell]) -> [Cell] {
    var ordered: [Cell] = []
    for cell in cells.sorted(by: { $0.column < $1.column }) {
      if let last = ordered.indices.last {
        let room = cell.column - ordered[last].column
        guard room > 0 else { continue }
        ordered[last].columnSpan = min(ordered[last].columnSpan, room)
      }
      ordered.append(cell)
    }
    return ordered
  }

  /// The cell in visible rows and columns; nil if nothing of it is visible. Of a merged cell
  /// whose first row is hidden the rest shows the text, as in Excel.
  private func placed(_ cell: Sheet.Cell, over range: CellRange?) -> (row: Int, cell: Cell)? {
    let last = range?.last ?? cell.reference
    let rows = Self.visible(cell.reference.row, last.row, hidden: hiddenRows)
    let columns = Self.visible(cell.reference.column, last.column, hidden: hiddenColumns)
    guard rows.count > 0, columns.count > 0 else { return nil }
    let place = Place.cell(
      source: source, sheet: sheet.name, reference: cell.reference.text)
    let text = CellLines.joined(lines: cell.text, place: place)
    guard !text.isEmpty || cell.isUncertain else { return nil }
    return (
      rows.lowerBound,
      Cell(
        text, column: columns.lowerBound, columnSpan: columns.count, rowSpan: rows.count,
        isUncertain: cell.isUncertain)
    )
  }

  /// The visible indices that are left of `first...last`.
  private static func visible(_ first: Int, _ last: Int, hidden: [Int]) -> Range<Int> {
    let before = hidden.sortedIndex(past: { $0 < first })
    let through = hidden.sortedIndex(past: { $0 <= last })
    return (first - before)..<max(first - before, last + 1 - through)
  }
}

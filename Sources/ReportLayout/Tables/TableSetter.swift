/// Sets the cells of one table, at one size after the other until it fits its pages. Of the
/// elements of its cells it knows nothing.
final class TableSetter {
  private let grid: TableGrid
  private let style: PageStyle
  private let needs: ColumnSolver
  /// The widest decimals of each column.
  private let fractions: [Double]

  private struct Key: Hashable {
    var paragraph: ObjectIdentifier
    var width: Double
    var factor: Double
    var isHead: Bool
  }

  /// Cells that say the same are broken and set once.
  private var breaks: [Key: [Range<Int>]] = [:]
  private var lines: [Key: [SetLine]] = [:]

  /// - Parameter needs: of the columns, at the table's own size.
  init(_ grid: TableGrid, _ style: PageStyle, needs: ColumnSolver, fractions: [Double]) {
    self.grid = grid
    self.style = style
    self.needs = needs
    self.fractions = fractions
  }

  /// The table as a plan wants it.
  ///
  /// - Parameters:
  ///   - padding: above and below the text of a cell, if less than usual.
  ///   - draws: false for a table of which only the heights count; its lines are empty.
  func table(_ plan: TablePlan, padding lead: Double? = nil, draws: Bool) -> SetTable {
    let total = PageGeometry(style, number: 1, isLandscape: plan.isLandscape).textWidth
    let padding = style.cellPadding * min(1, plan.scale)
    let blank = 2 * padding * Double(grid.columnCount)
    let scaled = ColumnSolver(needs.columns.map { $0.scaled(plan.scale) }, spans: [])
    let widths = scaled.widths(max(total - blank, 1)).map { $0 + 2 * padding }
    let lead = min(lead ?? padding, padding)
    var table = SetTable(widths: widths, head: [], rows: [], padding: lead)
    let edges = table.edges
    func set(_ row: [GridCell]) -> SetTable.Row {
      let cells = row.map { cell in
        let width = edges[cell.column + cell.columnSpan] - edges[cell.column] - 2 * padding
        return self.set(cell, width, plan.scale, padding, draws: draws)
      }
      let isShaded = style.shadesTopLevels && row.contains { $0.isTopLevel }
      return SetTable.Row(cells: cells, height: 0, isShaded: isShaded)
    }
    table.head = grid.head.map(set)
    table.rows = grid.rows.map(set)
    let line = style.tableText.size * plan.scale * style.tableLineSpacing
    table.solveHeights(least: line + 2 * lead)
    return table
  }

  private func set(
    _ cell: GridCell, _ width: Double, _ scale: Double, _ padding: Double, draws: Bool
  ) -> SetTable.Cell {
    let isHead = cell.role == .tableHeader && cell.scope == .column
    let size = (isHead ? style.tableHead.size : style.tableText.size) * scale
    var set = SetTable.Cell(
      column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
      lineHeight: size * style.tableLineSpacing)
    guard let paragraph = cell.paragraph else { return set }
    let indent = cell.indent * size
    let inner = max(1, width - indent)
    var factor = scale
    if cell.number == .number, paragraph.naturalWidth * scale > inner {
      factor *= max(0.5, inner / (paragraph.naturalWidth * scale))
    }
    let key = Key(
      paragraph: ObjectIdentifier(paragraph), width: inner, factor: factor, isHead: isHead)
    let isOneLine = paragraph.fits(inner / factor)
    guard draws else {
      let blank = SetTable.Line(line: SetLine(), x: 0)
      let count = isOneLine ? 1 : ranges(paragraph, key).count
      set.lines = Array(repeating: blank, count: count)
      return set
    }
    let decimals = max(0, fractions[cell.column] * scale - cell.fraction * scale)
    let lines =
      isOneLine && factor == 1 && paragraph.isPlain
      ? [LineSetter.set(paragraph, 0..<paragraph.clusters.count, width: inner, justified: false)]
      : lines(paragraph, key)
    set.lines = lines.map { line in
      let rest = max(0, inner - line.width)
      let x =
        switch cell.alignment {
        case .left: indent
        case .center: indent + rest / 2
        case .decimal: max(0, rest - decimals)
        }
      return SetTable.Line(line: line, x: padding + x)
    }
    return set
  }

  private func lines(_ paragraph: ShapedParagraph, _ key: Key) -> [SetLine] {
    if let known = lines[key] { return known }
    let scaled = paragraph.scaled(by: key.factor)
    let made = ranges(paragraph, key).map {
      LineSetter.set(scaled, $0, width: key.width, justified: false)
    }
    lines[key] = made
    return made
  }

  /// Where the lines end: those of heads are equally long.
  private func ranges(_ paragraph: ShapedParagraph, _ key: Key) -> [Range<Int>] {
    if let known = breaks[key] { return known }
    let width = key.width / key.factor
    let made: [Range<Int>]
    if key.isHead {
      made = LineBreaker.balancedLines(of: paragraph, width: width)
    } else {
      var breaker = LineBreaker(paragraph, firstWidth: width, width: width, mode: .ragged)
      made = breaker.lines()
    }
    breaks[key] = made
    return made
  }
}

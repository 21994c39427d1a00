/// Widths, lines and heights of the cells of a table.
extension Composer {
  func plan(_ grid: TableGrid, _ kinds: [ColumnKind], isWordy: Bool) -> TablePlan {
    let labels = kinds.firstIndex { $0 == .amount || $0 == .rank } ?? 1
    let portrait = PageGeometry(style, number: 1, isLandscape: false).textWidth
    let landscape = PageGeometry(style, number: 1, isLandscape: true).textWidth
    return TablePlan(
      needs: needs(grid, kinds, isWordy: isWordy), padding: 2 * style.cellPadding,
      portrait: portrait, landscape: landscape,
      smallest: min(1, style.tableMinimumSize / style.tableText.size),
      labels: min(labels, grid.columnCount - 1))
  }

  // MARK: - Needs

  /// What the columns need at the table's own size, without padding.
  private func needs(_ grid: TableGrid, _ kinds: [ColumnKind], isWordy: Bool) -> ColumnSolver {
    var columns = Array(repeating: ColumnSolver.Need(), count: grid.columnCount)
    var spans: [ColumnSolver.Span] = []
    let fractions = fractions(grid)
    func add(_ cell: GridCell, _ need: ColumnSolver.Need) {
      if cell.columnSpan == 1 {
        columns[cell.column].join(need)
      } else {
        spans.append(.init(columns: cell.column..<(cell.column + cell.columnSpan), need: need))
      }
    }
    for cell in grid.head.joined() { if let need = headNeed(cell) { add(cell, need) } }
    for cell in grid.rows.joined() {
      if let need = bodyNeed(cell, fractions[cell.column], isWordy: isWordy) { add(cell, need) }
    }
    let least = 2 * style.tableText.size
    for index in columns.indices {
      columns[index].join(.init(comfortable: least, least: least, most: least))
    }
    return ColumnSolver(columns, spans: spans)
  }

  /// Heads may take a few lines.
  private func headNeed(_ cell: GridCell) -> ColumnSolver.Need? {
    guard let natural = cell.paragraph?.naturalWidth else { return nil }
    let em = style.tableHead.size
    return .init(
      comfortable: min(natural, max(4 * em, natural / 4 + em)),
      least: min(natural, max(2 * em, natural / 6 + em)),
      most: min(natural, max(4 * em, natural / 2 + em)))
  }

  private func bodyNeed(
    _ cell: GridCell, _ fraction: Double, isWordy: Bool
  ) -> ColumnSolver.Need? {
    guard let paragraph = cell.paragraph else { return nil }
    let em = style.tableText.size
    let natural = paragraph.naturalWidth + cell.indent * em + max(0, fraction - cell.fraction)
    if cell.number == .number || cell.number == .dash {
      let width = min(natural, 12 * em)
      return .init(comfortable: width, least: min(width, 6 * em), most: width)
    }
    // Up to four lines are pleasant to read, as far as a column of ten characters gives them.
    let pleasant = max((isWordy ? 4 : 7) * em, min(10 * em, natural / 4)) + cell.indent * em
    return .init(
      comfortable: min(natural, max(pleasant, min(paragraph.widestPiece, 8 * em))),
      least: min(natural, (2 + cell.indent) * em), most: natural)
  }

  /// The widest decimals of each column.
  private func fractions(_ grid: TableGrid) -> [Double] {
    var widths = Array(repeating: 0.0, count: grid.columnCount)
    for cell in grid.rows.joined() where cell.alignment == .decimal {
      widths[cell.column] = max(widths[cell.column], cell.fraction)
    }
    return widths
  }

  // MARK: - Setting

  /// Sets a table; one that misses a page by a few rows is set closer, and in slightly smaller
  /// type, so that it stands on one page.
  func fittedTable(
    _ grid: TableGrid, _ plan: TablePlan, _ kinds: [ColumnKind], isWordy: Bool,
    below: Double
  ) -> SetTable {
    let table = setTable(grid, plan, kinds, isWordy: isWordy)
    let geometry = pages.nextGeometry(landscape: plan.isLandscape)
    let room = geometry.textHeight - pendingHeight(width: geometry.textWidth) - below
    guard table.height > room, table.height <= room * 1.65 else { return table }
    let least = max(style.tableMinimumSize / style.tableText.size, 0.76)
    for factor in [1, 0.95, 0.9, 0.857, 0.8, 0.76] where plan.scale * factor >= least - 0.001 {
      var smaller = plan
      smaller.scale *= factor
      let candidate = setTable(grid, smaller, kinds, isWordy: isWordy, isClose: true)
      if candidate.height <= room { return candidate }
    }
    return table
  }

  private func setTable(
    _ grid: TableGrid, _ plan: TablePlan, _ kinds: [ColumnKind], isWordy: Bool,
    isClose: Bool = false
  ) -> SetTable {
    let total = PageGeometry(style, number: 1, isLandscape: plan.isLandscape).textWidth
    let padding = style.cellPadding * min(1, plan.scale)
    let blank = 2 * padding * Double(grid.columnCount)
    let needs = needs(grid, kinds, isWordy: isWordy)
    let scaled = ColumnSolver(needs.columns.map { $0.scaled(plan.scale) }, spans: [])
    let widths = scaled.widths(max(total - blank, 1)).map { $0 + 2 * padding }
    let lead = isClose ? min(1, padding) : padding
    var table = SetTable(widths: widths, head: [], rows: [], padding: lead)
    let edges = table.edges
    let fractions = fractions(grid)
    func set(_ row: [GridCell]) -> SetTable.Row {
      let cells = row.map { cell in
        let width = edges[cell.column + cell.columnSpan] - edges[cell.column]
        return setCell(
          cell, width - 2 * padding, plan.scale, fractions[cell.column] * plan.scale, padding)
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

  private func setCell(
    _ cell: GridCell, _ width: Double, _ scale: Double, _ fraction: Double, _ padding: Double
  ) -> SetTable.Cell {
    let head = cell.role == .tableHeader && cell.scope == .column
    let size = (head ? style.tableHead.size : style.tableText.size) * scale
    var set = SetTable.Cell(
      column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
      lineHeight: size * style.tableLineSpacing, element: cell.isRepeated ? nil : cell.element)
    guard var paragraph = cell.paragraph else { return set }
    let indent = cell.indent * size
    let inner = max(1, width - indent)
    paragraph = paragraph.scaled(by: scale)
    if cell.number == .number, paragraph.naturalWidth > inner {
      paragraph = paragraph.scaled(by: max(0.5, inner / paragraph.naturalWidth))
    }
    let form = LineForm(alignment: .left, isBalanced: head)
    for range in breakLines(paragraph, inner, form) {
      let line = LineSetter.set(paragraph, range, width: inner, justified: false)
      let rest = max(0, inner - line.width)
      let x =
        switch cell.alignment {
        case .left: indent
        case .center: indent + rest / 2
        case .decimal: max(0, rest - max(0, fraction - cell.fraction * scale))
        }
      set.lines.append(SetTable.Line(line: line, x: padding + x))
    }
    return set
  }
}

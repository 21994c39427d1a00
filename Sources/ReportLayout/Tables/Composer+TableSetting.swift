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

  func tableSetter(_ grid: TableGrid, _ kinds: [ColumnKind], isWordy: Bool) -> TableSetter {
    TableSetter(
      grid, style, needs: needs(grid, kinds, isWordy: isWordy), fractions: fractions(grid))
  }

  /// Sets a table. One that a page can hold when it is set closer, and in slightly smaller type,
  /// is set so; another, of which a few rows would be left over for a last page, is set closer.
  ///
  /// - Parameter ready: the table as planned, where it is set already.
  func fittedTable(
    _ ready: SetTable?, _ setter: TableSetter, _ plan: TablePlan, below: Double
  ) -> SetTable {
    let table = ready ?? setter.table(plan, draws: true)
    let geometry = pages.nextGeometry(landscape: plan.isLandscape)
    let above = pendingHeight(width: geometry.textWidth)
    let room = geometry.textHeight - above - below
    guard table.height > room else { return table }
    func set(_ step: FittingStep, draws: Bool = false) -> SetTable {
      setter.table(plan.scaled(by: step.factor), padding: step.padding, draws: draws)
    }
    let least = style.tableMinimumSize / style.tableText.size - 0.001
    let steps = Self.fittingSteps.filter {
      plan.scale * $0.factor >= least && ($0.factor < 1 || $0.padding < table.padding)
    }
    // In narrow columns smaller type saves lines too, so that much can be won by it.
    if table.height <= room * 2.4, let last = steps.last, set(last).height <= room,
      let step = steps.first(where: { set($0).height <= room })
    {
      return set(step, draws: true)
    }
    let (count, last) = extent(of: table, above: above, below: below, landscape: plan.isLandscape)
    guard count > 1, last < 0.3 else { return table }
    let closer = steps.first { step in
      step.factor >= 0.9
        && extent(of: set(step), above: above, below: below, landscape: plan.isLandscape).count
          < count
    }
    return closer.map { set($0, draws: true) } ?? table
  }

  /// Smaller type, by a factor, and less white above and below the text of a cell, in points.
  private struct FittingStep {
    var factor: Double
    var padding: Double
  }

  private static let fittingSteps =
    [2.5, 2, 1.5, 1].map { FittingStep(factor: 1, padding: $0) }
    + [0.95, 0.9, 0.857, 0.8, 0.76].map { FittingStep(factor: $0, padding: 1) }

  /// How many pages a table takes, and which share of the room for rows is filled on the last.
  private func extent(
    of table: SetTable, above: Double, below: Double, landscape: Bool
  ) -> (count: Int, last: Double) {
    let full = pages.nextGeometry(landscape: landscape).textHeight
    let isOpen = pages.isOpen && pages.isLandscape == landscape
    let first = isOpen && pages.remaining >= full / 2 ? pages.remaining : full
    let others = max(1, full - continuationHeight - table.headHeight)
    var left = first - above - table.headHeight
    var count = 1
    for row in table.rows {
      if row.height > left + 0.01 {
        count += 1
        left = others
      }
      left -= row.height
    }
    // Where the notes find no room, they take little more than themselves to another page.
    if left < below { return (count + 1, min(1, below / others)) }
    return (count, max(0, 1 - left / others))
  }
}

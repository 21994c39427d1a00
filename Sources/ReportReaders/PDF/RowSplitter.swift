internal import FiscalModel
internal import FiscalText

/// Parts rows that stand in one square of ruling lines: tables that rule their columns but not
/// their rows.
enum RowSplitter {
  /// Nil if each row of the grid is one row.
  static func split(_ filled: GridFiller.Filled) -> GridFiller.Filled? {
    let places = (0..<filled.grid.rowCount).flatMap { seams(in: $0, of: filled) }
    guard !places.isEmpty else { return nil }
    let grid = TableGrid(filled.grid, splitAt: places)
    var lines: [[TextLine]] = Array(repeating: [], count: grid.areas.count)
    for (index, area) in filled.grid.areas.enumerated() {
      let x = (filled.grid.xs[area.column] + filled.grid.xs[area.column + 1]) / 2
      for line in filled.lines[index] {
        if let home = grid.area(x: x, y: line.centerY) { lines[home].append(line) }
      }
    }
    return GridFiller.Filled(grid: grid, lines: lines)
  }

  /// Where to part a row: between the rows of numbers in it, if two or more columns hold several
  /// whole numbers beside each other, which no single row does.
  private static func seams(in row: Int, of filled: GridFiller.Filled) -> [Double] {
    var lines: [RowBands.Line] = []
    var columns: [NumberColumn] = []
    for (index, area) in filled.grid.areas.enumerated() where area.row == row {
      guard area.rowSpan == 1 else { continue }
      let cell = filled.lines[index]
      lines += cell.map { RowBands.Line($0, column: area.column) }
      if let column = NumberColumn(cell) { columns.append(column) }
    }
    guard columns.contains(where: \.isSerial) || agree(columns), let bands = RowBands(lines)?.bands
    else { return [] }
    return zip(bands, bands.dropFirst()).map { upper, lower in
      // A little under the upper row.
      upper.upperBound + (lower.lowerBound - upper.upperBound) * 0.25
    }
  }

  /// Whether two of the columns have two numbers beside each other.
  private static func agree(_ columns: [NumberColumn]) -> Bool {
    for (index, first) in columns.enumerated() {
      for second in columns[(index + 1)...] where first.agrees(with: second) { return true }
    }
    return false
  }
}

/// Several whole numbers below each other, with nothing else in their cell.
private struct NumberColumn {
  private var baselines: [Double]
  /// Whether each is an amount, a dash or a 科目 code. A number that was wrapped over two lines
  /// shows no decimals in the first of them, or nothing but digits in the second.
  private var isCertain: Bool
  /// Whether they count rows: 1, 2, 3 and so on.
  private(set) var isSerial: Bool

  init?(_ lines: [TextLine]) {
    guard (2...1_000).contains(lines.count), lines.allSatisfy(\.isWholeNumber) else { return nil }
    baselines = lines.map(\.baseline)
    isCertain = lines.allSatisfy { line in
      guard case .number(let token) = line.cellNumber else { return true }
      return token.value.decimals >= 2 || line.isCode
    }
    let counts = lines.compactMap { PageNumber.bare($0.plainText) }
    isSerial =
      counts.count == lines.count && counts.count >= 3
      && zip(counts, counts.dropFirst()).allSatisfy { $1 - $0 == 1 }
  }

  /// Whether two columns have numbers beside each other, as rows have.
  func agrees(with other: NumberColumn) -> Bool {
    let common = baselines.count { baseline in
      other.baselines.contains { abs($0 - baseline) <= 3 }
    }
    guard common >= 2, isCertain || other.isCertain else { return false }
    return isCertain && other.isCertain
      ? common * 2 >= min(baselines.count, other.baselines.count)
      : common == baselines.count && common == other.baselines.count
  }
}

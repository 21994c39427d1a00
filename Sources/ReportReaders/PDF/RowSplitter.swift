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
        if area.columnSpan > 1 {
          for part in parts(of: line, in: grid) { lines[part.home].append(part.line) }
        } else if let home = grid.area(x: x, y: line.centerY) {
          lines[home].append(line)
        }
      }
    }
    return GridFiller.Filled(grid: grid, lines: lines)
  }

  /// The parts of a line in the columns that only some of the rows in a square have.
  private static func parts(
    of line: TextLine, in grid: TableGrid
  ) -> [(home: Int, line: TextLine)] {
    var parts: [(home: Int, line: TextLine)] = []
    var start = 0
    let homes = line.items.map {
      grid.area(x: $0.box.x + $0.box.width / 2, y: line.centerY)
    }
    while start < homes.count {
      let end = homes[start...].firstIndex { $0 != homes[start] } ?? homes.count
      if let home = homes[start] { parts.append((home, line.part(start..<end))) }
      start = end
    }
    return parts
  }

  /// Where to part a row: between the rows of numbers in it, if two or more columns hold several
  /// whole numbers beside each other, which no single row does.
  private static func seams(in row: Int, of filled: GridFiller.Filled) -> [Double] {
    var lines: [RowBands.Line] = []
    var columns: [NumberColumn] = []
    for (index, area) in filled.grid.areas.enumerated() where area.row == row {
      guard area.rowSpan == 1 else { continue }
      let cell = filled.lines[index]
      if NumberColumn.isOneNumber(cell) { return [] }
      lines += cell.map { RowBands.Line($0, column: area.column) }
      if let column = NumberColumn(cell) { columns.append(column) }
    }
    guard columns.contains(where: \.isSerial) || agree(columns) else { return [] }
    let head = headEnd(columns, above: lines)
    let labels = labelColumns(lines, beside: columns)
    let body = lines.filter { $0.baseline > head && !labels.contains($0.column) }
    guard let bands = RowBands(body)?.bands else { return [] }
    let ends = [head] + bands.map(\.upperBound)
    return zip(ends, bands.map(\.lowerBound)).dropFirst(head.isFinite ? 0 : 1).map {
      $0 + ($1 - $0) * seamPlace
    }
  }

  /// The columns that name groups of rows, 一级指标 or 类: most rows have no text there, and the name
  /// stands anywhere beside its rows.
  private static func labelColumns(
    _ lines: [RowBands.Line], beside numbers: [NumberColumn]
  ) -> Set<Int> {
    guard let rows = numbers.max(by: { $0.baselines.count < $1.baselines.count }) else { return [] }
    var labels: Set<Int> = []
    for column in Set(lines.map(\.column)) {
      let texts = lines.filter { $0.column == column }.map(\.baseline)
      let named = rows.baselines.count { row in
        texts.contains { abs($0 - row) <= RowBands.slack }
      }
      // Names that are wrapped stand beside their number with two lines.
      if texts.count < rows.baselines.count, named * 2 < rows.baselines.count {
        labels.insert(column)
      }
    }
    return labels
  }

  /// Where a seam stands between two rows: a little under the upper one.
  private static let seamPlace = 0.25

  /// The last baseline of the head where it stands in the same square as the rows. Minus infinity
  /// if numbers begin the square.
  private static func headEnd(_ columns: [NumberColumn], above lines: [RowBands.Line]) -> Double {
    guard let words = columns.compactMap(\.head).max(),
      let top = columns.filter({ $0.head != nil }).map(\.top).min(), words < top
    else { return -.infinity }
    // A name may be wrapped, so that its first line is above its row's number, and so may a head.
    let middle = (words + top) / 2
    return lines.lazy.map(\.baseline).filter { $0 < middle }.max() ?? -.infinity
  }

  /// Whether two of the columns have two numbers beside each other.
  private static func agree(_ columns: [NumberColumn]) -> Bool {
    for (index, first) in columns.enumerated() {
      for second in columns[(index + 1)...] where first.agrees(with: second) { return true }
    }
    return false
  }
}

/// Several whole numbers below each other, with nothing else in their cell but a head above them.
private struct NumberColumn {
  private(set) var baselines: [Double]
  /// Whether each is an amount, a dash or a 科目 code. A number that was wrapped over two lines
  /// shows no decimals in the first of them, or nothing but digits in the second.
  private var isCertain: Bool
  /// Whether they count rows: 1, 2, 3 and so on.
  private(set) var isSerial: Bool

  /// The last baseline of the words above the numbers, if there are any.
  let head: Double?

  /// The baseline of the first number.
  var top: Double { baselines[0] }

  init?(_ cell: [TextLine]) {
    guard cell.count <= 1_000 else { return nil }
    let words = cell.lastIndex { !$0.isWholeNumber }
    let lines = cell[(words.map { $0 + 1 } ?? 0)...]
    // Below words, two numbers may be those of a sentence.
    guard lines.count >= (words == nil ? 2 : Self.leastBelowWords) else { return nil }
    head = words.map { cell[$0].baseline }
    baselines = lines.map(\.baseline)
    // The first below a head may count the columns (栏次).
    isCertain = lines.dropFirst(head == nil ? 0 : 1).allSatisfy { line in
      guard case .number(let token) = line.cellNumber else { return true }
      return token.value.decimals >= 2 || line.isCode
    }
    let counts = lines.compactMap { PageNumber.bare($0.plainText) }
    isSerial =
      counts.count == lines.count && counts.count >= 3
      && zip(counts, counts.dropFirst()).allSatisfy { $1 - $0 == 1 }
  }

  /// Whether the lines of a cell are the pieces of one amount that its column is too narrow for:
  /// 52,1 above 61,814.56.
  static func isOneNumber(_ cell: [TextLine]) -> Bool {
    guard (2...mostPieces).contains(cell.count), cell.contains(where: \.isPiece),
      let whole = CellNumber(cell.flatMap(\.plainText)).value
    else { return false }
    return whole.isGrouped && whole.decimals >= 2
  }

  private static let mostPieces = 8
  private static let leastBelowWords = 3
  private static let leastShortNumbers = 4

  /// Whether two columns have numbers beside each other, as rows have.
  func agrees(with other: NumberColumn) -> Bool {
    let common = baselines.count { baseline in
      other.baselines.contains { abs($0 - baseline) <= 3 }
    }
    let isWhole = common == baselines.count && common == other.baselines.count
    // So many short numbers beside each other are no broken ones.
    if isWhole, common >= Self.leastShortNumbers { return true }
    guard common >= 2, isCertain || other.isCertain else { return false }
    return isCertain && other.isCertain
      ? common * 2 >= min(baselines.count, other.baselines.count)
      : isWhole
  }
}

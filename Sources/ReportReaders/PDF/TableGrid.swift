internal import FiscalModel

/// The cells that the ruling lines of a table bound.
struct TableGrid {
  struct Area {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  /// The places of the vertical lines, and of the horizontal ones.
  let xs: [Double]
  let ys: [Double]
  private(set) var areas: [Area] = []
  /// For each square of the grid, row by row, the area that covers it.
  private var areaIndices: [Int] = []
  /// Whether a line is drawn at the left of each square, and at the right of each row's last.
  private var hasLeft: [Bool] = []
  /// Whether a line is drawn above each square, and below each of the last row.
  private var hasTop: [Bool] = []
  private let verticals: [Rule]

  var rowCount: Int { ys.count - 1 }
  var columnCount: Int { xs.count - 1 }
  var box: Box {
    Box(x: xs[0], y: ys[0], width: xs[columnCount] - xs[0], height: ys[rowCount] - ys[0])
  }

  private static let most = 200_000

  /// Nil if the lines bound no two cells.
  init?(_ net: RuleNet) {
    var net = net
    net.closeSides()
    verticals = net.verticals
    xs = Self.positions(net.verticals)
    ys = Self.positions(net.horizontals)
    guard xs.count >= 2, ys.count >= 2, xs.count + ys.count >= 5,
      (xs.count - 1) * (ys.count - 1) <= Self.most
    else { return nil }
    drawLines(net)
    findAreas()
    guard areas.count >= 2 else { return nil }
  }

  /// The same table with further lines across the page.
  init(_ grid: TableGrid, splitAt places: [Double]) {
    self.xs = grid.xs
    verticals = grid.verticals
    self.ys = (grid.ys + places).sorted()
    for row in 0..<ys.count {
      let isNew = places.contains(ys[row])
      let height = row < ys.count - 1 ? (ys[row] + ys[row + 1]) / 2 : .infinity
      let old = grid.row(at: height) ?? grid.rowCount
      for column in 0..<grid.columnCount {
        hasTop.append(isNew || grid.hasTop[old * grid.columnCount + column])
      }
    }
    drawVerticals()
    findAreas()
  }

  /// The area that covers a point.
  func area(x: Double, y: Double) -> Int? {
    guard let column = Self.index(of: x, in: xs), let row = row(at: y) else { return nil }
    return areaIndices[row * columnCount + column]
  }

  /// The row that covers a height.
  func row(at y: Double) -> Int? { Self.index(of: y, in: ys) }

  /// Lines that have no room for text between them are one line of the grid: the borders of
  /// cells that stand a little apart.
  private static let leastRoom = 4.5

  private static func positions(_ rules: [Rule]) -> [Double] {
    var positions: [Double] = []
    var first = -Double.infinity
    for position in rules.map(\.position).sorted() where position - first > leastRoom {
      positions.append(position)
      first = position
    }
    return positions
  }

  private static func index(of value: Double, in lines: [Double]) -> Int? {
    guard let first = lines.first, let last = lines.last, value >= first, value < last else {
      return nil
    }
    var low = 0
    var high = lines.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// A line is drawn at a square if it covers more than this part of the side.
  private static let leastCover = 0.6

  private mutating func drawVerticals() {
    var left = [Double](repeating: 0, count: rowCount * xs.count)
    for rule in verticals {
      guard let column = Self.nearest(rule.position, in: xs) else { continue }
      for row in 0..<rowCount {
        left[row * xs.count + column] += Self.overlap(rule, ys[row], ys[row + 1])
      }
    }
    hasLeft = left.indices.map { left[$0] > Self.leastCover * height($0 / xs.count) }
  }

  private mutating func drawLines(_ net: RuleNet) {
    drawVerticals()
    var top = [Double](repeating: 0, count: ys.count * columnCount)
    for rule in net.horizontals {
      guard let row = Self.nearest(rule.position, in: ys) else { continue }
      for column in 0..<columnCount {
        top[row * columnCount + column] += Self.overlap(rule, xs[column], xs[column + 1])
      }
    }
    hasTop = top.indices.map { top[$0] > Self.leastCover * width($0 % columnCount) }
  }

  /// Whether lines are drawn on most of all four sides of an area.
  func isBounded(_ area: Area) -> Bool {
    let rows = area.row..<(area.row + area.rowSpan)
    let columns = area.column..<(area.column + area.columnSpan)
    func isDrawn(_ squares: [Bool]) -> Bool { squares.count(where: { $0 }) * 2 > squares.count }
    return isDrawn(rows.map { hasLeft[$0 * xs.count + columns.lowerBound] })
      && isDrawn(rows.map { hasLeft[$0 * xs.count + columns.upperBound] })
      && isDrawn(columns.map { hasTop[rows.lowerBound * columnCount + $0] })
      && isDrawn(columns.map { hasTop[rows.upperBound * columnCount + $0] })
  }

  private func height(_ row: Int) -> Double { ys[row + 1] - ys[row] }
  private func width(_ column: Int) -> Double { xs[column + 1] - xs[column] }

  private static func nearest(_ value: Double, in lines: [Double]) -> Int? {
    lines.indices.min { abs(lines[$0] - value) < abs(lines[$1] - value) }
  }

  private static func overlap(_ rule: Rule, _ start: Double, _ end: Double) -> Double {
    max(0, min(rule.end, end) - max(rule.start, start))
  }

  /// Grows each free square to the right and then down as far as no line is in the way.
  private mutating func findAreas() {
    areaIndices = [Int](repeating: -1, count: rowCount * columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount where areaIndices[row * columnCount + column] < 0 {
        var area = Area(row: row, column: column, rowSpan: 1, columnSpan: 1)
        while canGrowRight(area) { area.columnSpan += 1 }
        while canGrowDown(area) { area.rowSpan += 1 }
        for line in row..<(row + area.rowSpan) {
          for place in column..<(column + area.columnSpan) {
            areaIndices[line * columnCount + place] = areas.count
          }
        }
        areas.append(area)
      }
    }
  }

  private func canGrowRight(_ area: Area) -> Bool {
    let next = area.column + area.columnSpan
    let square = area.row * columnCount + next
    return next < columnCount && !hasLeft[area.row * xs.count + next] && areaIndices[square] < 0
      && hasTop[square] == hasTop[square - 1]
  }

  private func canGrowDown(_ area: Area) -> Bool {
    let next = area.row + area.rowSpan
    guard next < rowCount else { return false }
    let columns = area.column..<(area.column + area.columnSpan)
    for column in columns {
      let square = next * columnCount + column
      if hasTop[square] || areaIndices[square] >= 0 { return false }
      if column > area.column, hasLeft[next * xs.count + column] { return false }
    }
    return (area.column == 0 || hasLeft[next * xs.count + area.column])
      && (columns.upperBound == columnCount || hasLeft[next * xs.count + columns.upperBound])
  }
}

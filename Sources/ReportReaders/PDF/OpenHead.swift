internal import FiscalModel

/// The head of a table without lines: its names, which may be wrapped, and those over several
/// columns, which stand in the middle above theirs.
struct OpenHead {
  /// The text of one head cell.
  private struct Name {
    var lines: [TextLine]
    var left: Double
    var right: Double
    /// How many levels of names stand below it.
    var height = 0

    init(_ line: TextLine) {
      lines = [line]
      left = line.box.x
      right = line.end
    }

    var top: Double { lines[0].baseline }
    var bottom: Double { lines[lines.count - 1].baseline }
    var centerY: Double { (top + bottom) / 2 }
    var centerX: Double { (left + right) / 2 }

    mutating func add(_ line: TextLine) {
      lines.append(line)
      left = min(left, line.box.x)
      right = max(right, line.end)
    }

    func overlaps(_ other: Name) -> Bool { left < other.right && other.left < right }

    func distance(_ column: ClosedRange<Double>) -> Double {
      max(0, column.lowerBound - right, left - column.upperBound)
    }
  }

  /// Lines of one name are no farther apart than this, in characters, and no farther than the
  /// nearer distance where another name begins beside the lower one.
  private static let leading = 1.6
  private static let nearLeading = 1.4
  /// Neighbouring names are this far apart at least.
  private static let nameGap = 0.6
  /// The two characters of a name that is spaced out (项　目) are nearer than this, in characters.
  private static let spacedOut = 3.0
  /// Where the distance of wrapped lines is known, those of a head may be this much farther apart:
  /// heads are often set in a bold or larger face.
  private static let headSlack = 1.12
  /// Where the baseline of a character stands in its box, from the top.
  private static let baselinePlace = 0.88
  /// Names are on the same level within this part of the height of the head.
  private static let levelSlack = 0.2
  /// A head no higher than this, in points, has one level.
  private static let leastHeight = 4.0
  /// The price of a name without a column and of a column without a name, in points.
  private static let lonelyName = 40.0
  private static let lonelyColumn = 1_000.0

  private var names: [Name] = []

  /// - Parameter distance: how far lines of wrapped cells are apart, where that is known.
  init(_ lines: [TextLine], distance: Double?) {
    for line in lines {
      let parts = Self.parts(line)
      var leading = Self.leading * line.fontSize
      if let distance, distance < leading {
        leading = Self.headSlack * distance
      } else if parts.contains(where: { above($0, leading) == nil }) {
        leading = Self.nearLeading * line.fontSize
      }
      for part in parts { add(part, leading) }
    }
    countLevels()
  }

  /// The names on a line. The characters of a name of two may stand far apart.
  private static func parts(_ line: TextLine) -> [TextLine] {
    var parts: [TextLine] = []
    for var part in line.segments(atLeast: nameGap) {
      // Names of different heights may stand on one line with slightly different baselines.
      part.baseline = part.items[0].box.y + baselinePlace * part.items[0].box.height
      if let last = parts.last, last.items.count == 1, part.items.count == 1,
        part.box.x - last.end < spacedOut * part.fontSize
      {
        var joined = last
        joined.items += part.items
        joined.box = last.box.union(part.box)
        parts[parts.count - 1] = joined
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private mutating func add(_ line: TextLine, _ leading: Double) {
    if let above = above(line, leading) {
      names[above].add(line)
    } else {
      names.append(Name(line))
    }
  }

  /// The name that goes on in a line.
  private func above(_ line: TextLine, _ leading: Double) -> Int? {
    let name = Name(line)
    return names.lastIndex {
      $0.overlaps(name) && $0.bottom < line.baseline
        && line.baseline - $0.bottom < leading
    }
  }

  private mutating func countLevels() {
    for index in names.indices.reversed() {
      for lower in names.indices
      where names[lower].top > names[index].bottom && names[lower].overlaps(names[index]) {
        names[index].height = max(names[index].height, names[lower].height + 1)
      }
    }
    for index in names.indices where names[index].height == 0 && standsOverGap(index) {
      names[index].height = 1
    }
  }

  /// Whether a name on the highest level stands over the gap between two on the lowest.
  private func standsOverGap(_ index: Int) -> Bool {
    let name = names[index]
    let heights = names.map(\.centerY)
    guard let high = heights.min(), let low = heights.max(), low - high > Self.leastHeight,
      name.centerY < high + Self.levelSlack * (low - high)
    else { return false }
    let left = names.filter { $0.right <= name.left }.max { $0.right < $1.right }
    let right = names.filter { $0.left >= name.right }.min { $0.left < $1.left }
    return [left, right].allSatisfy { neighbor in
      neighbor.map { $0.centerY > low - Self.levelSlack * (low - high) } ?? false
    }
  }

  // MARK: Columns

  /// The indices of the names of single columns, from left to right.
  private var leaves: [Int] {
    names.indices.filter { names[$0].height == 0 }.sorted { names[$0].centerX < names[$1].centerX }
  }

  /// The columns with those added that have a name and no text below it.
  func complete(_ columns: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var all = columns
    for (leaf, column) in zip(leaves, match(columns)) where column == nil {
      all.append(names[leaf].left...names[leaf].right)
    }
    return all.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// The column of each leaf, in order, so that names are as near to their columns as can be.
  private func match(_ columns: [ClosedRange<Double>]) -> [Int?] {
    let leaves = leaves
    let width = columns.count + 1
    // costs[i * width + j]: the least price of the first i names and the first j columns.
    var costs = [Double](repeating: .infinity, count: (leaves.count + 1) * width)
    for i in 0...leaves.count {
      for j in 0...columns.count {
        if i == 0, j == 0 { costs[0] = 0 }
        if i > 0 { relax(&costs, i * width + j, from: (i - 1) * width + j, Self.lonelyName) }
        if j > 0 { relax(&costs, i * width + j, from: i * width + j - 1, Self.lonelyColumn) }
        if i > 0, j > 0 {
          relax(
            &costs, i * width + j, from: (i - 1) * width + j - 1,
            names[leaves[i - 1]].distance(columns[j - 1]))
        }
      }
    }
    var result = [Int?](repeating: nil, count: leaves.count)
    var (i, j) = (leaves.count, columns.count)
    while i > 0 {
      let cost = costs[i * width + j]
      if j > 0,
        cost == costs[(i - 1) * width + j - 1] + names[leaves[i - 1]].distance(columns[j - 1])
      {
        result[i - 1] = j - 1
        (i, j) = (i - 1, j - 1)
      } else if j > 0, cost == costs[i * width + j - 1] + Self.lonelyColumn {
        j -= 1
      } else {
        i -= 1
      }
    }
    return result
  }

  private func relax(_ costs: inout [Double], _ place: Int, from: Int, _ price: Double) {
    costs[place] = min(costs[place], costs[from] + price)
  }

  // MARK: Rows

  /// The rows of the head, with the columns that each name stands over.
  func rows(_ columns: [ClosedRange<Double>]) -> [[AlignedTable.AlignedCell]] {
    let levels = (names.map(\.height).max() ?? -1) + 1
    var rows: [[AlignedTable.AlignedCell]] = Array(repeating: [], count: levels)
    for (index, place) in places(columns).enumerated() {
      guard let place else { continue }
      let isHigh = names[index].height > 0
      let row = isHigh ? levels - 1 - names[index].height : lowestFree(index, place, columns)
      rows[row].append(
        AlignedTable.AlignedCell(
          column: place.lowerBound, columnSpan: place.count, rowSpan: isHigh ? 1 : levels - row,
          lines: names[index].lines))
    }
    return rows.map { row in row.sorted { $0.column < $1.column } }
  }

  /// The highest level that a leaf reaches up to: below all names over its column.
  private func lowestFree(
    _ index: Int, _ place: Range<Int>, _ columns: [ClosedRange<Double>]
  ) -> Int {
    let levels = (names.map(\.height).max() ?? 0) + 1
    let above = places(columns).enumerated().filter { other, range in
      names[other].height > 0 && range?.overlaps(place) == true
    }
    return above.map { levels - names[$0.offset].height }.max() ?? 0
  }

  /// The columns of each name.
  private func places(_ columns: [ClosedRange<Double>]) -> [Range<Int>?] {
    var places = [Range<Int>?](repeating: nil, count: names.count)
    for (leaf, column) in zip(leaves, match(columns)) {
      if let column { places[leaf] = column..<(column + 1) }
    }
    let levels = (names.map(\.height).max() ?? 0) + 1
    for height in stride(from: 1, to: levels, by: 1) { spread(height, columns, &places) }
    return places
  }

  /// Gives the names of a level the columns whose own names stand below them, so that each is
  /// above the middle of its columns.
  private func spread(
    _ height: Int, _ columns: [ClosedRange<Double>], _ places: inout [Range<Int>?]
  ) {
    let level = names.indices.filter { names[$0].height == height }
      .sorted { names[$0].centerX < names[$1].centerX }
    let free = columns.indices.map { column in
      let own = names.indices.filter {
        names[$0].height < height && places[$0]?.contains(column) == true
      }
      return !own.isEmpty && own.allSatisfy { isBelow($0, level) }
    }
    var start = 0
    while start < free.count {
      var end = start
      while end < free.count, free[end] { end += 1 }
      if end > start {
        let (left, right) = (columns[start].lowerBound, columns[end - 1].upperBound)
        let inside = level.filter { names[$0].centerX > left && names[$0].centerX < right }
        if !inside.isEmpty { share(start..<end, among: inside, columns, &places) }
      }
      start = max(end, start + 1)
    }
  }

  /// Whether a name stands on the level of those that are below a name of the level above.
  private func isBelow(_ index: Int, _ level: [Int]) -> Bool {
    if level.contains(where: {
      names[index].top > names[$0].bottom && names[index].overlaps(names[$0])
    }) {
      return true
    }
    guard let high = level.map({ names[$0].centerY }).max(),
      let low = names.filter({ $0.height < names[level[0]].height }).map(\.centerY).max()
    else { return false }
    return names[index].height > 0 || names[index].centerY > low - Self.levelSlack * (low - high)
  }

  /// Parts neighbouring columns among names.
  private func share(
    _ run: Range<Int>, among level: [Int], _ columns: [ClosedRange<Double>],
    _ places: inout [Range<Int>?]
  ) {
    var start = run.lowerBound
    for (rank, index) in level.enumerated() where start < run.upperBound {
      var end = run.upperBound
      let others = level.count - rank - 1
      if others > 0, start + 1 < end - others {
        end =
          ((start + 1)...(end - others)).min {
            error(start..<$0, index, columns) < error(start..<$1, index, columns)
          } ?? end
      } else if others > 0 {
        end = start + 1
      }
      places[index] = start..<end
      start = end
    }
  }

  /// How far a name is from the middle of some columns.
  private func error(
    _ range: Range<Int>, _ name: Int, _ columns: [ClosedRange<Double>]
  ) -> Double {
    let (left, right) = (columns[range.lowerBound], columns[range.upperBound - 1])
    return abs((left.lowerBound + right.upperBound) / 2 - names[name].centerX)
  }
}

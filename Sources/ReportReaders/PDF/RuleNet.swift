/// Ruling lines that meet, directly or through others: what may be a table.
struct RuleNet {
  var horizontals: [Rule]
  var verticals: [Rule]

  /// How far a line may stop short of another that it meets.
  private static let slack = 3.0
  /// More lines than a table can have are a drawing.
  private static let most = 6_000

  /// The nets of a page, whose text tells the columns of sheets that rule their rows only.
  static func nets(_ rules: [Rule], _ glyphs: [Glyph]) -> [RuleNet] {
    let horizontals = RuleMerger.merge(rules, isHorizontal: true)
    let verticals = RuleMerger.merge(rules, isHorizontal: false)
    guard horizontals.count + verticals.count <= most else { return [] }
    var sets = DisjointSets(count: horizontals.count + verticals.count)
    for (row, horizontal) in horizontals.enumerated() {
      for (column, vertical) in verticals.enumerated() where meet(horizontal, vertical) {
        sets.join(row, horizontals.count + column)
      }
    }
    var nets: [Int: RuleNet] = [:]
    var order: [Int] = []
    for index in 0..<(horizontals.count + verticals.count) {
      let root = sets.root(index)
      if nets[root] == nil { order.append(root) }
      if index < horizontals.count {
        nets[root, default: RuleNet()].horizontals.append(horizontals[index])
      } else {
        nets[root, default: RuleNet()].verticals.append(verticals[index - horizontals.count])
      }
    }
    let groups = order.compactMap { nets[$0] }
    var tables = groups.filter { !$0.horizontals.isEmpty && !$0.verticals.isEmpty }
    var rest: [Rule] = []
    for rule in groups.filter(\.horizontals.isEmpty).flatMap(\.verticals) {
      if let home = tables.firstIndex(where: { $0.runsAlong(rule) }) {
        tables[home].verticals.append(rule)
      } else {
        rest.append(rule)
      }
    }
    if let middle = middle(of: rest) { tables.append(middle) }
    let lone = groups.filter(\.verticals.isEmpty).flatMap(\.horizontals)
    return tables + RowRules.nets(lone, glyphs)
  }

  /// Fewer lines beside each other part columns of text.
  private static let leastColumnRules = 4

  /// The part of a table without rules between its rows on a page that it fills from top to
  /// bottom: vertical lines alone, all of one height.
  private static func middle(of rules: [Rule]) -> RuleNet? {
    guard let longest = rules.max(by: { $0.length < $1.length }) else { return nil }
    let equal = rules.filter {
      abs($0.start - longest.start) <= slack && abs($0.end - longest.end) <= slack
    }
    guard equal.count >= leastColumnRules, let first = equal.first, let last = equal.last else {
      return nil
    }
    var net = RuleNet()
    net.verticals = equal
    net.horizontals = [longest.start, longest.end].map {
      Rule(isHorizontal: true, position: $0, start: first.position, end: last.position)
    }
    return net
  }

  /// Whether a vertical line that meets nothing is one of the net's: between two others, it ends
  /// where they do, since the table goes on over the page and has no lower rule here.
  private func runsAlong(_ rule: Rule) -> Bool {
    let open = verticals.filter {
      abs($0.end - rule.end) <= Self.slack && $0.start <= rule.start + Self.slack
    }
    return open.contains { $0.position < rule.position }
      && open.contains { $0.position > rule.position }
  }

  init(horizontals: [Rule] = [], verticals: [Rule] = []) {
    self.horizontals = horizontals
    self.verticals = verticals
  }

  private static func meet(_ horizontal: Rule, _ vertical: Rule) -> Bool {
    vertical.position >= horizontal.start - slack && vertical.position <= horizontal.end + slack
      && horizontal.position >= vertical.start - slack
      && horizontal.position <= vertical.end + slack
  }

  /// Adds the outer lines that a table with open sides does not draw: where two or more lines
  /// stop at the same place with nothing to stop at.
  mutating func closeSides() {
    let sides = Self.missingSides(of: horizontals, at: verticals)
    let ends = Self.missingSides(of: verticals, at: horizontals)
    verticals.append(contentsOf: sides)
    horizontals.append(contentsOf: ends)
  }

  private static func missingSides(of lines: [Rule], at crossing: [Rule]) -> [Rule] {
    guard let isHorizontal = crossing.first?.isHorizontal else { return [] }
    var sides: [Rule] = []
    let first = lines.reduce(Double.infinity) { min($0, $1.start) }
    let last = lines.reduce(-Double.infinity) { max($0, $1.end) }
    let crossings = crossing.map(\.position)
    for (place, isFirst) in [(first, true), (last, false)] {
      let open = lines.filter { abs((isFirst ? $0.start : $0.end) - place) <= 2 * slack }
      let isClosed = crossings.contains { abs($0 - place) <= 2 * slack }
      guard open.count >= 2, !isClosed else { continue }
      sides.append(
        Rule(
          isHorizontal: isHorizontal, position: place,
          start: open.reduce(Double.infinity) { min($0, $1.position) },
          end: open.reduce(-Double.infinity) { max($0, $1.position) }))
    }
    return sides
  }
}

/// Groups of numbers that can be joined.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    parents[max(a, b)] = min(a, b)
  }
}

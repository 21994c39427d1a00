internal import FiscalModel
internal import FiscalText

/// Gives the vertical lines to a performance sheet that rules its rows only. Its columns are where
/// white runs down through the rows of its indicators; the rows above them hold wider texts, over
/// several columns.
struct RowRules {
  /// Fewer rules below each other part text, and no rows.
  private static let leastRules = 5
  /// Rules that end at one place, in points, belong to one table.
  private static let slack = 3.0
  /// Rules farther apart than this, in points, belong to two tables: no row is as high.
  private static let highestRow = 260.0
  /// More than a page has.
  private static let mostRules = 300
  private static let mostColumns = 40
  /// What names the columns of indicators ends so: 一级指标.
  private static let headEnd = [UInt8]("级指标".utf8)
  /// What a sheet says even on a page that shows no head: 满意度指标.
  private static let word = [UInt8]("指标".utf8)
  /// A title stands in the middle of the table below it within this part of its width.
  private static let centerSlack = 0.15

  /// What stands between two rules.
  private struct Band {
    var range: ClosedRange<Double>
    var lines: [TextLine]
    /// The stretches that texts cover, from left to right.
    var texts: [ClosedRange<Double>]
  }

  private let rules: [Rule]
  private let bands: [Band]
  private let left: Double
  private let right: Double

  /// The tables among rules that meet no vertical line.
  static func nets(_ rules: [Rule], _ glyphs: [Glyph]) -> [RuleNet] {
    groups(rules).flatMap { parts($0, glyphs) }.compactMap { $0.net() }
  }

  /// The tables of a group of rules, each below its title.
  private static func parts(_ rules: [Rule], _ glyphs: [Glyph]) -> [RowRules] {
    guard let whole = RowRules(rules, glyphs) else { return [] }
    guard let title = whole.bands.firstIndex(where: whole.holdsTitle) else { return [whole] }
    return [rules[...title], rules[(title + 1)...]].flatMap { part in
      part.count < leastRules ? [] : parts(Array(part), glyphs)
    }
  }

  private func holdsTitle(_ band: Band) -> Bool {
    band.lines.contains { line in
      let text = DraftLine(RawLine(TracedText(utf8: line.plainText), extent: .printedLine))
      let offset = line.box.x + line.box.width / 2 - (left + right) / 2
      return abs(offset) < Self.centerSlack * (right - left)
        && line.segments(atLeast: RiverFinder.partGap).count == 1
        && Captions.looksLikeTitle(text)
    }
  }

  /// Rules below each other that end at one place.
  private static func groups(_ rules: [Rule]) -> [[Rule]] {
    var groups: [[Rule]] = []
    for rule in rules.sorted(by: { $0.position < $1.position }) {
      if let last = groups.last?.last, abs(last.end - rule.end) <= slack,
        rule.position - last.position <= highestRow
      {
        groups[groups.count - 1].append(rule)
      } else {
        groups.append([rule])
      }
    }
    return groups.filter { (leastRules...mostRules).contains($0.count) }
  }

  /// Nil if no indicators stand between the rules.
  private init?(_ rules: [Rule], _ glyphs: [Glyph]) {
    let (left, right) = (rules.map(\.start).min() ?? 0, rules.map(\.end).max() ?? 0)
    let heights = rules.map(\.position)
    let lines = LineBuilder.lines(
      glyphs.filter { glyph in
        let (x, y) = glyph.center
        return x >= left && x <= right && y >= heights[0] && y <= heights[heights.count - 1]
      })
    guard lines.contains(where: { $0.plainText.firstOffset(of: Self.word) != nil }) else {
      return nil
    }
    self.rules = rules
    (self.left, self.right) = (left, right)
    bands = zip(heights, heights.dropFirst()).map { upper, lower in
      let inside = lines.filter { $0.centerY >= upper && $0.centerY < lower }
      return Band(range: upper...lower, lines: inside, texts: Self.texts(inside))
    }
  }

  private static func texts(_ lines: [TextLine]) -> [ClosedRange<Double>] {
    let parts = lines.flatMap { $0.segments(atLeast: RiverFinder.leastWidth) }
    var texts: [ClosedRange<Double>] = []
    for part in parts.sorted(by: { $0.box.x < $1.box.x }) {
      if let last = texts.last, part.box.x <= last.upperBound {
        texts[texts.count - 1] = last.lowerBound...max(last.upperBound, part.end)
      } else {
        texts.append(part.box.x...max(part.box.x, part.end))
      }
    }
    return texts
  }

  private func net() -> RuleNet? {
    let columns = boundaries()
    guard (3...Self.mostColumns).contains(columns.count) else { return nil }
    var verticals = [left, right].map {
      Rule(
        isHorizontal: false, position: $0, start: bands[0].range.lowerBound,
        end: bands[bands.count - 1].range.upperBound)
    }
    for band in bands {
      for x in columns where !band.texts.contains(where: { $0.lowerBound < x && x < $0.upperBound })
      {
        verticals.append(
          Rule(
            isHorizontal: false, position: x, start: band.range.lowerBound,
            end: band.range.upperBound))
      }
    }
    return RuleNet(horizontals: rules, verticals: verticals)
  }

  /// The places between columns: the middle of the white through the rows of the indicators, or
  /// where a rule that spares the names of groups begins.
  private func boundaries() -> [Double] {
    let head = bands.firstIndex { band in
      band.lines.contains { $0.plainText.firstOffset(of: Self.headEnd) != nil }
    }
    let rows = bands[(head ?? 0)...]
    let most = rows.map(\.texts.count).max() ?? 0
    // A total over several columns stands where they meet.
    let full = rows.filter { $0.texts.count * 2 > most }.flatMap(\.lines)
    let starts = Set(rules.map(\.start)).sorted()
    return RiverFinder.rivers(in: full).map { river in
      starts.first { river.contains($0) } ?? (river.lowerBound + river.upperBound) / 2
    }
  }
}

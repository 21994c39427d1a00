/// Chooses where the lines of a paragraph end: over the whole paragraph, the way that leaves the
/// least white space to squeeze and stretch (Knuth and Plass 1981), and no line of one character.
struct LineBreaker {
  enum Mode {
    /// Lines are filled to both edges.
    case justified
    /// Lines end where they end.
    case ragged
  }

  private let paragraph: ShapedParagraph
  private let clusters: [Cluster]
  private let sums: [ShapedParagraph.Sums]
  /// Nil where nobody has needed them yet.
  private var edges: LineEdges?
  private var starts: [LineEdges.Start] = []
  private var ends: [LineEdges.End] = []
  private let firstWidth: Double
  private let width: Double
  private let mode: Mode

  // The cheapest way to end a line before each cluster.
  private var costs: [Double]
  private var origins: [Int]

  /// - Parameter edges: those of the paragraph, where they are known.
  init(
    _ paragraph: ShapedParagraph, firstWidth: Double, width: Double, mode: Mode,
    edges: LineEdges? = nil
  ) {
    self.paragraph = paragraph
    clusters = paragraph.clusters
    sums = paragraph.sums
    self.edges = edges
    self.firstWidth = firstWidth
    self.width = width
    self.mode = mode
    costs = []
    origins = []
  }

  /// The clusters of each line; together they are all clusters of the paragraph.
  mutating func lines() -> [Range<Int>] {
    let count = clusters.count
    guard count > 0 else { return [] }
    if paragraph.fits(firstWidth) { return [0..<count] }
    let edges = edges ?? LineEdges(paragraph)
    (starts, ends) = (edges.starts, edges.ends)
    costs = Array(repeating: .infinity, count: count + 1)
    origins = Array(repeating: 0, count: count + 1)
    costs[0] = 0
    for start in 0..<count where costs[start] < .infinity { extend(from: start) }
    return trace()
  }

  private func trace() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var end = clusters.count
    while end > 0 {
      lines.append(origins[end]..<end)
      end = origins[end]
    }
    return lines.reversed()
  }

  // MARK: - Candidates

  /// Offers every line that can start at a cluster.
  private mutating func extend(from start: Int) {
    let target = start == 0 ? firstWidth : width
    let count = clusters.count
    var end = firstCandidate(start, target)
    var last: Int?
    var offered = false
    while end <= count {
      let isForced = end == count || clusters[end - 1].breakAfter == .forced
      if isForced || clusters[end - 1].breakAfter == .allowed {
        let measure = LineMeasure(from: starts[start], to: ends[end])
        if measure.width - measure.shrink > target + 0.001 { break }
        last = end
        if let cost = cost(measure, target, isLast: isForced) {
          offer(start, end, cost)
          offered = true
        }
        if isForced { break }
      } else if isTooWide(start, end, target) {
        break
      }
      end += 1
    }
    guard !offered else { return }
    let fallback = last ?? lastBreak(start, before: end) ?? emergencyEnd(start, target)
    offer(start, fallback, 1_000_000)
  }

  private mutating func offer(_ start: Int, _ end: Int, _ cost: Double) {
    let total = costs[start] + cost
    if total < costs[end] {
      costs[end] = total
      origins[end] = start
    }
  }

  /// The first place behind which a line that starts at `start` is worth looking at: lines that
  /// are more than three characters short are not, unless the text ends there.
  private func firstCandidate(_ start: Int, _ target: Double) -> Int {
    let base = sums[start].width
    let slack = mode == .ragged ? target : 3 * clusters[start].size
    var low = start
    var high = clusters.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if sums[middle].width - base < target - slack {
        low = middle
      } else {
        high = middle
      }
    }
    if paragraph.hasForcedBreaks, let forced = forcedEnd(start, before: low) { return forced }
    return low + 1
  }

  /// The end of a line that was asked for between two places, or nil.
  private func forcedEnd(_ start: Int, before end: Int) -> Int? {
    var index = start
    while index < end {
      if clusters[index].breakAfter == .forced { return index + 1 }
      index += 1
    }
    return nil
  }

  private func isTooWide(_ start: Int, _ end: Int, _ target: Double) -> Bool {
    let (from, to) = (sums[start], sums[end])
    let size = clusters[end - 1].size
    return to.width - from.width - (to.shrink - from.shrink) > target + 2 * size
  }

  private func lastBreak(_ start: Int, before end: Int) -> Int? {
    var position = min(end, clusters.count) - 1
    while position > start {
      if clusters[position - 1].breakAfter == .allowed,
        fits(start, position, start == 0 ? firstWidth : width)
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  private func fits(_ start: Int, _ end: Int, _ target: Double) -> Bool {
    let measure = LineMeasure(from: starts[start], to: ends[end])
    return measure.width - measure.shrink <= target + 0.001
  }

  /// Where to break what may not be broken, when it is wider than the line.
  private func emergencyEnd(_ start: Int, _ target: Double) -> Int {
    var end = start + 1
    while end < clusters.count, fits(start, end + 1, target) { end += 1 }
    return end
  }

  // MARK: - Costs

  /// What a line costs; nil if it is too far from its width.
  private func cost(_ measure: LineMeasure, _ target: Double, isLast: Bool) -> Double? {
    let rest = target - measure.width
    if isLast, rest >= 0 { return lastLineCost(measure) }
    if mode == .ragged { return raggedCost(measure, rest, target) }
    let badness: Double
    if rest < 0 {
      guard measure.shrink > 0 else { return rest > -0.001 ? 100 : nil }
      let ratio = -rest / measure.shrink
      badness = 100 * ratio * ratio * ratio
    } else {
      let capacity = measure.stretch + measure.gaps * measure.size * 0.05
      guard rest < 3 * measure.size, capacity > 0 else { return nil }
      let ratio = rest / capacity
      badness = 100 * ratio * ratio * ratio
    }
    return (10 + badness) * (10 + badness)
  }

  private func lastLineCost(_ measure: LineMeasure) -> Double {
    // In a narrow cell a line of one character is not worse than a short line before it.
    if mode == .ragged { return measure.isSingleCharacter ? 200 : 0 }
    return measure.isSingleCharacter ? 1_000_000 : 100
  }

  private func raggedCost(_ measure: LineMeasure, _ rest: Double, _ target: Double) -> Double? {
    guard rest >= 0 else { return nil }
    let ratio = rest / max(target, 1)
    return 100 + 1000 * ratio * ratio
  }
}

internal import FiscalText

/// Chooses where the lines of a title or a head end, their number given: about equally long, and
/// between words, since the meaning of a title must not be torn (GB/T 9704-2012, 7.3.1: 词意完整).
struct TitleBreaker {
  private let paragraph: ShapedParagraph
  private let width: Double
  private let edges: LineEdges
  /// For each cluster, whether a word starts with it; empty for texts that are no titles.
  private let startsWord: [Bool]

  struct Lines {
    var ranges: [Range<Int>]
    /// How many lines end inside a word.
    var tornWords: Int
  }

  /// Longer texts are no titles, and would take long.
  private static let longest = 80
  /// What a break inside a word costs: as much as two lines of which one is twice the other.
  private static let tearing = 3.0
  private static let unevenness = 12.0

  /// - Parameter edges: those of the paragraph.
  init(_ paragraph: ShapedParagraph, width: Double, edges: LineEdges) {
    self.paragraph = paragraph
    self.width = width
    self.edges = edges
    let count = paragraph.clusters.count
    startsWord =
      count > Self.longest ? [] : (0..<count).map { Self.startsWord(paragraph, $0) }
  }

  /// So many lines; nil where they do not fit, or where line ends were asked for.
  func lines(_ lineCount: Int) -> Lines? {
    let count = paragraph.clusters.count
    guard count <= Self.longest, (2...8).contains(lineCount),
      !paragraph.hasForcedBreaks
    else { return nil }
    let mean = paragraph.naturalWidth / Double(lineCount)
    // The cheapest way to end a number of lines before each cluster, and where its last starts.
    var costs = [Double?](repeating: nil, count: count + 1)
    costs[0] = 0
    var starts: [[Int]] = []
    for _ in 0..<lineCount {
      let (next, origins) = step(costs, mean)
      costs = next
      starts.append(origins)
    }
    guard costs[count] != nil else { return nil }
    var lines: [Range<Int>] = []
    var end = count
    for origins in starts.reversed() {
      lines.append(origins[end]..<end)
      end = origins[end]
    }
    let torn = lines.count { $0.upperBound < count && !startsWord[$0.upperBound] }
    return Lines(ranges: lines.reversed(), tornWords: torn)
  }

  private func step(_ costs: [Double?], _ mean: Double) -> ([Double?], [Int]) {
    let count = paragraph.clusters.count
    var next = [Double?](repeating: nil, count: count + 1)
    var origins = [Int](repeating: 0, count: count + 1)
    for start in 0..<count {
      guard let cost = costs[start] else { continue }
      for end in (start + 1)...count {
        guard end == count || paragraph.clusters[end - 1].breakAfter == .allowed else { continue }
        let length = LineMeasure(from: edges.starts[start], to: edges.ends[end]).width
        if length > width + 0.001 { break }
        let deviation = (length - mean) / max(mean, 1)
        var total = cost + Self.unevenness * deviation * deviation
        if end < count, !startsWord[end] { total += Self.tearing }
        // Of two equally good ways, the one with the longer first line.
        if total < (next[end] ?? .infinity) + 0.000_001 {
          next[end] = total
          origins[end] = start
        }
      }
    }
    return (next, origins)
  }

  private static func startsWord(_ paragraph: ShapedParagraph, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let (left, right) = (paragraph.clusters[index - 1], paragraph.clusters[index])
    if left.kind != .han || right.kind != .han { return true }
    let offset = right.start
    let text = paragraph.text
    if beginnings.contains(where: { text.hasBytes($0, at: offset) }) { return true }
    guard !continuations.contains(where: { text.hasBytes($0, at: offset) }) else {
      return false
    }
    return endings.contains { text.hasBytes($0, at: offset - $0.count) }
  }

  /// Words that start a unit of meaning in the titles and heads of disclosures.
  private static let beginnings = [
    "部门", "项目", "情况", "决算", "预算", "收入", "支出", "合计", "总计", "总额", "补助", "上缴",
    "财政拨款", "经费", "结转", "结余", "指标", "分析", "改进", "措施", "编码", "代码", "名称", "明细",
    "运行", "接待费", "工作委员会", "信息公开", "及", "和", "与",
  ].map { [UInt8]($0.utf8) }

  /// Words that end one: years and the names of bodies and places.
  private static let endings = [
    "年度", "委员会", "办公室", "中心", "街道", "局", "厅", "部", "处", "市", "县", "区", "省", "乡", "镇",
  ].map { [UInt8]($0.utf8) }

  /// What shows that the character before belongs to a longer word: 市场, 部门, 处理.
  private static let continuations = [
    "场", "门", "分", "级", "长", "域", "理", "置", "室", "属", "直", "辖",
  ].map { [UInt8]($0.utf8) }
}

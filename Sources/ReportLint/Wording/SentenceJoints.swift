internal import FiscalModel
internal import FiscalNarrative

/// Joints of the sentence patterns that bear another mark here than everywhere else:
/// （项）。主要用于, 万元，完成年初预算.
struct SentenceJoints {
  /// What stands on either side of a joint.
  private static let joints = [
    ("（项）", "主要用于"), ("（项）", "年初预算"), ("万元", "完成年初预算"), ("万元", "完成预算"), ("万元", "支出决算"),
  ].map { (left: $0.scalarValues, right: $1.scalarValues) }

  private static let leastUses = 5
  /// How many uses the usual mark must have for each odd one.
  private static let leastRatio = 5
  /// …1.50万元；支出决算比上年增加: a statement of its own.
  private static let comparisons = "比较与同".scalarValues
  private static let marks = "，。；：、".scalarValues

  func report(_ context: ReportSurface, into findings: inout FindingSink) {
    for (left, right) in Self.joints { check(left, right, context, into: &findings) }
  }

  private func check(
    _ left: [UInt32], _ right: [UInt32], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let text = context.text
    var places: [(mark: UInt32?, range: Range<Int>)] = []
    for index in text.places(of: left) {
      let end = index + left.count
      let mark = Self.marks.contains(text.scalar(end)) ? text.scalars[end] : nil
      let start = mark == nil ? end : end + 1
      if text.has(right, at: start) { places.append((mark, index..<(start + right.count))) }
    }
    let options: [UInt32?] = [nil] + Self.marks
    guard let usual = options.max(by: { uses($0, places) < uses($1, places) }) else { return }
    let odd = places.filter {
      $0.mark != usual && !Self.comparisons.contains(text.scalar($0.range.upperBound))
    }
    guard let example = places.first(where: { $0.mark == usual }), !odd.isEmpty,
      uses(usual, places) >= max(Self.leastUses, Self.leastRatio * odd.count)
    else { return }
    for place in odd {
      let start = text.range(of: text.passage(at: place.range.lowerBound)).lowerBound
      let range = max(start, place.range.lowerBound - 2)..<place.range.upperBound
      let word = text.string(example.range)
      findings.report(
        range, in: context, "别的各条写作“\(word)”，这里标点不同", severity: .warning,
        confidence: .medium,
        actual: text.string(place.range), expected: word,
        evidence: [.init("别处的写法", example.range, in: context)], suggestion: "改为“\(word)”")
    }
  }

  private func uses(_ mark: UInt32?, _ places: [(mark: UInt32?, range: Range<Int>)]) -> Int {
    places.count { $0.mark == mark }
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX09: brackets, quotation marks or title marks without their partner.
struct UnbalancedMark: Rule {
  static let metadata = RuleMetadata(
    id: "TX09", category: "T3", severity: .warning, title: "括号、引号、书名号不配对",
    summary: "每一段里括号、引号、书名号成对出现。",
    rationale: "缺了一半，就分不清括注和引文到哪里为止。",
    source: "GB/T 15834-2011",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        单价100万元⟦（⟧含以上设备（不含车辆）3台。

        严格执行中央“八项规定⟦“⟧精神。

        压减⟦”⟧三公”经费。

        落实老干部⟦“⟧两个待遇。

        按照《办法⟦〉⟧实施细则》执行。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        1）单价100万元（含）以上设备（不含车辆）3台，按照《〈办法〉实施细则》和“两个‘待遇’”落实。
        """),
    ])

  /// How many passages further on the partner of a mark may stand, where a reader parted them.
  private static let reach = 3

  private struct Mark {
    var index: Int
    var passage: Int
    var pair: Int
    var isOpening: Bool
  }

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let unmatched = unmatched(context.text)
    let turned = turned(unmatched)
    for place in turned.wrong { reportTurned(unmatched[place], context, into: &findings) }
    let both = turned.wrong + turned.right
    let others = unmatched.indices.filter { !both.contains($0) }.map { unmatched[$0] }
    for mark in withoutParted(others, context.facts) {
      let quote = context.text.string(mark.index..<(mark.index + 1))
      let passage = context.text.range(of: mark.passage)
      let other =
        mark.isOpening
        ? max(mark.index, passage.upperBound - 8)..<passage.upperBound
        : passage.lowerBound..<min(mark.index + 1, passage.lowerBound + 8)
      findings.report(
        mark.index..<(mark.index + 1), in: context,
        mark.isOpening ? "“\(quote)”没有配对的后一半" : "“\(quote)”没有配对的前一半", actual: quote,
        evidence: [.init(mark.isOpening ? "直到段末" : "从段首起", other, in: context)],
        suggestion: "补上另一半，或删去这一半")
    }
  }

  /// “八项规定“: of two quotation marks in a row that open, or close, one is turned the wrong way.
  private func turned(_ marks: [Mark]) -> (wrong: [Int], right: [Int]) {
    var wrong: [Int] = []
    var right: [Int] = []
    var place = 0
    while place + 1 < marks.count {
      let (one, other) = (marks[place], marks[place + 1])
      guard Self.quotationPairs.contains(one.pair), one.pair == other.pair,
        one.passage == other.passage, one.isOpening == other.isOpening
      else {
        place += 1
        continue
      }
      wrong.append(one.isOpening ? place + 1 : place)
      right.append(one.isOpening ? place : place + 1)
      place += 2
    }
    return (wrong, right)
  }
  private static let quotationPairs = [3, 4]

  private func reportTurned(
    _ mark: Mark, _ context: LintContext, into findings: inout FindingSink
  ) {
    let quote = context.text.string(mark.index..<(mark.index + 1))
    let scalar = context.text.scalars[mark.index]
    // The two of a pair stand side by side in Unicode.
    let partner = String(codePoints: [mark.isOpening ? scalar + 1 : scalar - 1])
    findings.report(
      mark.index..<(mark.index + 1), in: context,
      mark.isOpening ? "后一个引号写成了“\(quote)”" : "前一个引号写成了“\(quote)”", actual: quote,
      expected: partner, suggestion: "改为“\(partner)”")
  }

  /// The marks that have no partner in their passage, in order.
  private func unmatched(_ text: DocumentText) -> [Mark] {
    var unmatched: [Mark] = []
    var open: [Mark] = []
    var single: [Mark] = []
    var passage = 0
    var range = 0..<0
    func endPassage() {
      guard !single.isEmpty || !open.isEmpty else { return }
      unmatched += (single + open).sorted { $0.index < $1.index }
      single.removeAll()
      open.removeAll()
    }
    for index in text.signs() {
      let scalar = text.scalars[index]
      let opening = Self.opening(scalar)
      guard let pair = opening ?? Self.closing(scalar) else { continue }
      if index >= range.upperBound {
        endPassage()
        passage = text.passage(at: index)
        range = text.range(of: passage)
      }
      let mark = Mark(index: index, passage: passage, pair: pair, isOpening: opening != nil)
      if mark.isOpening {
        open.append(mark)
      } else if let partner = open.lastIndex(where: { $0.pair == pair }) {
        single += open[(partner + 1)...]
        open.removeSubrange(partner...)
      } else if !isItemNumber(text, index, from: range.lowerBound) {
        single.append(mark)
      }
    }
    endPassage()
    return unmatched
  }

  /// 1） and 一） at the head of an item.
  private func isItemNumber(_ text: DocumentText, _ index: Int, from start: Int) -> Bool {
    guard Self.closing(text.scalars[index]) == 0 else { return false }
    var first = index
    while first > start, isDigit(text.scalars[first - 1]) || Self.isNumeral(text.scalars[first - 1])
    {
      first -= 1
    }
    guard first < index, index - first <= 3 else { return false }
    return first == start || !isIdeograph(text.scalars[first - 1])
  }

  /// Without the pairs whose halves a page or column break has put into two passages.
  private func withoutParted(_ marks: [Mark], _ facts: Facts) -> [Mark] {
    var isPaired = [Bool](repeating: false, count: marks.count)
    for (place, mark) in marks.enumerated() where mark.isOpening && !isPaired[place] {
      var other = place + 1
      let reach = facts.passages[mark.passage].kind == .cell ? 12 : Self.reach
      while other < marks.count, marks[other].passage <= mark.passage + reach {
        if !isPaired[other], !marks[other].isOpening, marks[other].pair == mark.pair,
          marks[other].passage > mark.passage
        {
          isPaired[place] = true
          isPaired[other] = true
          break
        }
        other += 1
      }
    }
    return marks.indices.filter { !isPaired[$0] }.map { marks[$0] }
  }

  private static func opening(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x28, 0xFF08: 0
    case 0x300A: 1
    case 0x3008: 2
    case 0x201C: 3
    case 0x2018: 4
    case 0x3010: 5
    case 0x3014: 6
    case 0x300C: 7
    default: nil
    }
  }

  private static func closing(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x29, 0xFF09: 0
    case 0x300B: 1
    case 0x3009: 2
    case 0x201D: 3
    case 0x2019: 4
    case 0x3011: 5
    case 0x3015: 6
    case 0x300D: 7
    default: nil
    }
  }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: isLatinLetter(scalar)
    }
  }
}

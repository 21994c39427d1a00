internal import FiscalModel
internal import FiscalNarrative

/// NN50: those in office and those who have retired are not all that were counted.
struct PersonsSum: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN50", category: "N10", severity: .error, title: "各类人员之和与总数不符",
    summary: "在职、离休、退休人员相加等于总人数，离休、退休人员相加等于离退休人数。",
    rationale: "人数年年变动，常常改了总数忘了分项。",
    source: "算术：总人数＝各类人员之和",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        年末实有人数⟦46人⟧，其中：在职人员30人，离休人员1人，退休人员14人。
        """),
      RuleExample(
        "有误：离退休人员",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        离退休人员⟦16人⟧（离休1人、退休14人）。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        年末实有人数45人，其中：在职人员30人（其中女职工12人），离休人员1人，退休人员14人。

        编制40名，实有人数47人，其中：在职人员30人，劳务派遣人员2人，离休人员1人，退休人员14人。

        在职职工30人，退休人员14人。

        离退休15人，其中党员8人，退休14人。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, passage) in context.prose where passage.kind == .paragraph {
      let range = context.text.range(of: index)
      guard Self.retired.isFound(in: context.text, range) else { continue }
      check(counts(context.text, range), context, &findings)
    }
  }

  private static let retired = PhraseSet(["退休"])

  /// A number of people, with the word for who they are.
  private struct Count {
    var kind: Kind
    var value: Int
    /// The digits and the word that counts.
    var range: Range<Int>
    /// How many brackets are open.
    var depth: Int
    /// How many sentences of the passage have ended.
    var sentence: Int
    /// Whether the list of its parts begins behind it.
    var isWhole: Bool
  }

  private enum Kind {
    case present
    case honoured
    case retired
    case pensioners
    case other
  }

  private func check(
    _ counts: [Count], _ context: ReportSurface, _ findings: inout FindingSink
  ) {
    for (index, whole) in counts.enumerated() where whole.isWhole {
      let rest = counts[(index + 1)...]
      guard let first = rest.first else { continue }
      // What stands in a bracket behind a part is a part of that; the bracket that holds the list
      // ends it.
      let list = rest.prefix { $0.depth >= first.depth && $0.sentence == first.sentence }
        .filter { $0.depth == first.depth }
      let kinds = list.map(\.kind)
      guard isAll(kinds, of: whole.kind) else { continue }
      let sum = list.reduce(0) { $0 + $1.value }
      guard sum != whole.value else { continue }
      findings.report(
        whole.range, in: context, "各类人员相加是\(sum)，这里写\(whole.value)",
        actual: "\(whole.value)", expected: "\(sum)",
        evidence: list.map { .init("其中", $0.range, in: context) }, suggestion: "核对总人数与各类人数")
    }
  }

  /// Whether the kinds of a list are all that its whole has, each once.
  private func isAll(_ kinds: [Kind], of whole: Kind) -> Bool {
    switch whole {
    case .pensioners: kinds == [.honoured, .retired]
    case .other:
      kinds == [.present, .honoured, .retired] || kinds == [.present, .pensioners]
    case .present, .honoured, .retired: false
    }
  }

  /// The numbers of people of a passage.
  private func counts(_ text: DocumentText, _ range: Range<Int>) -> [Count] {
    var counts: [Count] = []
    var (depth, sentence) = (0, 0)
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if Self.opening.contains(scalar) { depth += 1 }
      if Self.closing.contains(scalar) { depth -= 1 }
      if scalar == Self.stop { sentence += 1 }
      guard isDigit(scalar) else {
        if Self.ends.contains(scalar) { start = index + 1 }
        index += 1
        continue
      }
      let (value, end) = number(text, index, range)
      if let value, end < range.upperBound, Self.counters.contains(text.scalars[end]) {
        let kind = kind(text, start..<index)
        counts.append(
          Count(
            kind: kind, value: value, range: index..<(end + 1), depth: depth,
            sentence: sentence,
            isWhole: beginsList(text, end + 1, range)
              && !Self.posts.isFound(in: text, start..<index)))
      }
      index = max(end, index + 1)
      start = index
    }
    return counts
  }

  /// Posts are not all filled, nor do the retired hold any.
  private static let posts = PhraseSet(["编制"])
  private static let stop: UInt32 = 0x3002
  private static let opening = "（(".scalarValues
  private static let closing = "）)".scalarValues
  private static let ends = "。；;，,、：:（(".scalarValues
  private static let counters = "人名".scalarValues

  /// A whole number and where it ends; nil for one with decimals or of a period.
  private func number(_ text: DocumentText, _ start: Int, _ range: Range<Int>) -> (Int?, Int) {
    var value = 0
    var end = start
    var isWhole = true
    while end < range.upperBound {
      let scalar = text.scalars[end]
      if isDigit(scalar), value < 1_000_000 {
        value = value * 10 + Int(scalar & 0x0F)
      } else if scalar == 0x2E {
        isWhole = false
      } else if scalar != 0x2C || !isDigit(text.scalar(end + 1)) {
        break
      }
      end += 1
    }
    return (isWhole ? value : nil, max(end, start + 1))
  }

  /// Who the words before a number are.
  private func kind(_ text: DocumentText, _ words: Range<Int>) -> Kind {
    var words = words
    for tail in Self.tails where words.count > tail.count {
      if text.has(tail, at: words.upperBound - tail.count) {
        words = words.lowerBound..<(words.upperBound - tail.count)
      }
    }
    for (name, kind) in Self.kinds where words.count >= name.count {
      guard text.has(name, at: words.upperBound - name.count) else { continue }
      return kind
    }
    return .other
  }

  private static let tails = ["为", "共", "数", "人", "职工", "人员"].map(\.scalarValues)
  private static let kinds: [([UInt32], Kind)] = [
    ("离退休".scalarValues, .pensioners), ("离休".scalarValues, .honoured),
    ("退休".scalarValues, .retired), ("在职".scalarValues, .present),
  ]

  /// Whether 其中 or a bracket follows.
  private func beginsList(_ text: DocumentText, _ index: Int, _ range: Range<Int>) -> Bool {
    guard index < range.upperBound else { return false }
    if Self.opening.contains(text.scalars[index]) { return true }
    let start = Self.marks.contains(text.scalars[index]) ? index + 1 : index
    return Self.leads.contains { text.has($0, at: start) }
  }

  private static let marks = "，,。；;".scalarValues
  private static let leads = ["其中", "包括"].map(\.scalarValues)
}

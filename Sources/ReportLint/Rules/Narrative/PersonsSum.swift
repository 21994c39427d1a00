internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

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
      check(counts(context.text, range), context, range, &findings)
    }
  }

  private static let retired = PhraseSet(["退休"])

  private enum Kind {
    case present
    case honoured
    case retired
    case pensioners
    case other
  }

  private func check(
    _ counts: [CountedNumber], _ context: ReportSurface, _ range: Range<Int>,
    _ findings: inout FindingSink
  ) {
    let text = context.text
    for (index, whole) in counts.enumerated()
    where beginsList(text, whole.range.upperBound, range)
      && !Self.posts.isFound(in: text, whole.label)
    {
      let list = CountedNumber.list(behind: index, in: counts).map { counts[$0] }
      guard isAll(list.map { kind(text, $0.label) }, of: kind(text, whole.label)),
        let sum = PrintedNumber(grains: list.reduce(0) { $0 + $1.number.grains }, decimals: 0),
        sum.grains != whole.number.grains
      else { continue }
      let value = whole.number.text(grouped: false)
      let right = sum.text(grouped: false)
      findings.report(
        whole.range, in: context, "各类人员相加是\(right)，这里写\(value)", actual: value,
        expected: right, evidence: list.map { .init("其中", $0.range, in: context) },
        suggestion: "核对总人数与各类人数")
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
  private func counts(_ text: DocumentText, _ range: Range<Int>) -> [CountedNumber] {
    CountedNumber.all(in: text, range, units: Self.counters).filter { $0.number.decimals == 0 }
  }

  /// Posts are not all filled, nor do the retired hold any.
  private static let posts = PhraseSet(["编制"])
  private static let opening = "（(".scalarValues
  private static let counters = ["人", "名"].map(\.scalarValues)

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

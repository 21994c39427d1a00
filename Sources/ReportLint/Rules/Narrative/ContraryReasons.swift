internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN34: one change that is explained in two places by the opposite.
struct ContraryReasons: Rule {
  static let metadata = RuleMetadata(
    id: "NN34", category: "T6", severity: .info, title: "同一变动的两处原因相反",
    summary: "同一项目、同一增减在两处说明原因的，不应当一处说某项增加、另一处说它减少。",
    rationale: "两种说法必有一种不实，读者不知道该信哪一个。",
    source: "原因前后一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，主要原因是接待批次减少，人员经费增加。

        1.公务接待费3.00万元，比2023年度减少1.00万元，主要原因是⟦接待批次增加、标准下降⟧。
        """),
      RuleExample(
        "无误：说法不同而不相反",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，主要原因是接待批次减少。

        1.公务接待费3.00万元，比2023年度减少1.00万元，主要原因是压减接待批次，严格接待标准。
        """),
    ])

  private struct Told {
    var passage: Int
    var reason: Range<Int>
    var changes: [[UInt32]: Direction]
  }

  func check(_ context: LintContext, into findings: inout FindingSink) {
    var before: [Meaning: [Told]] = [:]
    for statement in context.facts.statements {
      guard var meaning = statement.meaning, case .change = meaning.aspect,
        let reason = ReasonText.range(behind: statement, context)
      else { continue }
      meaning.section = nil
      let told = Told(
        passage: statement.passage, reason: reason,
        changes: Self.changes(in: reason, context.text))
      for other in before[meaning] ?? [] where other.passage != told.passage {
        guard let word = Self.contradiction(other.changes, told.changes) else { continue }
        findings.report(
          reason, in: context, "同一变动的原因，另一处说的“\(String(scalars: word))”增减正好相反",
          confidence: .low, evidence: [.init("另一处的原因", other.reason, in: context)],
          suggestion: "核对原因，统一说法")
        break
      }
      before[meaning, default: []].append(told)
    }
  }

  private static let rises = PhraseSet(["增加", "增长", "提高", "上涨", "上升", "增多"])
  private static let falls = PhraseSet(["减少", "下降", "降低", "压减", "缩减", "压缩"])
  /// A noun of two characters says what rose or fell.
  private static let nounLength = 2

  /// What a reason says to have risen or fallen; what it says both of is left out.
  private static func changes(
    in reason: Range<Int>, _ text: DocumentText
  ) -> [[UInt32]: Direction] {
    var found: [[UInt32]: Direction] = [:]
    var doubtful = Set<[UInt32]>()
    for (verbs, direction) in [(rises, Direction.up), (falls, Direction.down)] {
      for match in verbs.matches(in: text, reason) {
        let start = match.range.lowerBound - nounLength
        guard start >= reason.lowerBound,
          text.scalars[start..<match.range.lowerBound].allSatisfy(isIdeograph)
        else { continue }
        let noun = Array(text.scalars[start..<match.range.lowerBound])
        if let other = found[noun], other != direction { doubtful.insert(noun) }
        found[noun] = direction
      }
    }
    return found.filter { !doubtful.contains($0.key) }
  }

  /// The first noun, in the order of its code points, of which the two say the opposite.
  private static func contradiction(
    _ one: [[UInt32]: Direction], _ other: [[UInt32]: Direction]
  ) -> [UInt32]? {
    one.filter { noun, direction in other[noun].map { $0 != direction } ?? false }.keys
      .min { $0.lexicographicallyPrecedes($1) }
  }
}

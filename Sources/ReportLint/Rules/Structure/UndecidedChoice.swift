internal import FiscalModel
internal import FiscalNarrative

/// ST27: a choice of the template that was not made.
struct UndecidedChoice: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST27", category: "S6", severity: .error, title: "二选一未选",
    summary: "“增加（减少）”“大于（小于）”只留一个。",
    rationale: "不作选择，读者不知道是增是减。",
    source: "决算、预算公开模板",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        与2023年度相比，收入⟦增加（减少）⟧6.85万元，⟦下降(增长)⟧3.91%。决算数⟦大小于⟧预算数，较上年⟦增（减）⟧2.00万元。
        """),
      RuleExample(
        "有误：括号也没有了",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        项目支出448.00万元，比上年减少594.00万元，⟦增长下降⟧57.01%。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        与2023年度相比，收入减少6.85万元，下降3.91%。增加（减少人员支出除外）的项目见表，各项增（减）变化见附表。
        """),
    ])

  private static let pairs = [
    ("增加", "减少"), ("增长", "下降"), ("大于", "小于"), ("上升", "下降"), ("高于", "低于"),
    ("增加", "下降"), ("增长", "减少"), ("提高", "降低"), ("多于", "少于"),
  ]

  private static let choices: PhraseSet = {
    let frames = [("（", "）"), ("(", ")"), ("/", ""), ("（", "、持平）"), ("（", "/持平）"), ("或", "（")]
      .map { ($0.0.scalarValues, $0.1.scalarValues) }
    let both = pairs.map { ($0.0.scalarValues, $0.1.scalarValues) }
    var words: [[UInt32]] = []
    for (one, other) in both {
      for (first, second) in [(one, other), (other, one)] {
        words += frames.map { first + $0.0 + second + $0.1 }
        // 大小于: only the brackets were taken out.
        if first.last == second.last { words.append(first.dropLast() + second) }
      }
    }
    return PhraseSet(scalars: words)
  }()

  /// Only right before a number: 增（减）变化 is a change either way, and 增长下降 a growth that falls.
  private static let brief: PhraseSet = {
    let both = pairs.flatMap { [$0.0 + $0.1, $0.1 + $0.0] }
    return PhraseSet(["增（减）", "减（增）", "增(减)", "减(增)"] + both)
  }()

  private static let bodies = PhraseSet(["部门（单位）", "部门(单位)", "部门/单位"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let brief = Self.brief.matches(in: context.text).filter {
      isDigit(context.text.scalar($0.range.upperBound))
    }
    for match in Self.choices.matches(in: context.text) + brief
    where isNarrative(context, match.range) {
      let quote = context.text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”没有作出选择", actual: quote, suggestion: "按实际只留一个")
    }
    for match in Self.bodies.matches(in: context.text) where isNarrative(context, match.range) {
      let quote = context.text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”是模板的选项，没有作出选择", severity: .info,
        confidence: .medium, actual: quote, suggestion: "写“部门”或“单位”")
    }
  }

  private func isNarrative(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    let passage = context.passages[context.text.passage(at: range.lowerBound)]
    return passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false
  }
}

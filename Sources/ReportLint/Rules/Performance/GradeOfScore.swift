internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// PF23: grades that do not belong to their score.
struct GradeOfScore: Rule {
  static let metadata = RuleMetadata(
    id: "PF23", category: "N9", severity: .warning, title: "评价等级与得分不符",
    summary: "自评等级与得分相符：90分以上为优，80至90分为良，60至80分为中，60分以下为差。",
    rationale: "等级和得分对不上，结论就不可信。",
    source: "财预〔2020〕10号《项目支出绩效评价管理办法》",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为86分，自评等级为“⟦优⟧”。
        """),
      RuleExample(
        "有误：满分",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：满分100.00分，项目自评得分为86分，自评等级为“⟦优⟧”。
        """),
      RuleExample(
        "无误：分项得分",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为96分，其中投入指标得分20分，产出指标得分46分，效益指标得分30分，自评等级为“优”。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为96分，自评等级为“优”。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let grades = context.limits.grades
    for statement in context.facts.statements {
      guard case .count(let number, "分") = statement.quantity,
        case let passage = context.facts.passages[statement.passage],
        passage.role?.hasSuffix("performance") ?? false,
        let (grade, range) = Self.grade(passage.text, behind: statement.range.upperBound, context),
        number.grains >= 0, let right = grades.name(of: number, outOf: nil), right != grade,
        !Self.isOfAnother(statement, before: range, grade, context)
      else { continue }
      findings.report(
        passage.text, range, "得分 \(number) 分，等级却是“\(grade)”", confidence: .medium, actual: grade,
        expected: right,
        evidence: [.init("得分", passage.text, statement.range)], suggestion: "核对得分和等级")
    }
  }

  /// 得分92.5分，其中投入指标18分、产出指标28分，等级为“优”: whether the sentence gives the grade to another one of its scores.
  private static func isOfAnother(
    _ score: Statement, before grade: Range<Int>, _ word: String, _ context: LintContext
  ) -> Bool {
    context.facts.statements(of: score.passage).contains { other in
      guard case .count(let number, "分") = other.quantity, other.range != score.range,
        other.sentence == score.sentence, other.range.upperBound <= grade.lowerBound
      else { return false }
      // 满分100分，得分86分
      return number.grains != 100 * Interval.one
        && context.limits.grades.name(of: number, outOf: nil) == word
    }
  }

  private static let ends = ["。", "；", "项目"].map { Array($0.utf8) }

  /// The grade that the same sentence gives, with its bytes in the text.
  private static func grade(
    _ text: TracedText, behind start: Int, _ context: LintContext
  ) -> (String, Range<Int>)? {
    let bytes = text.utf8
    let end = ends.compactMap { bytes.firstOffset(of: $0, from: start) }.min() ?? bytes.count
    for word in context.vocabulary.words(.grading) {
      guard var place = bytes.firstOffset(of: word, from: start, to: end) else { continue }
      place += word.count
      for quote in ["“", "\"", "‘"].map({ Array($0.utf8) }) where bytes.hasBytes(quote, at: place) {
        place += quote.count
      }
      for grade in context.limits.grades.names where bytes.hasBytes(Array(grade.utf8), at: place) {
        return (grade, place..<(place + grade.utf8.count))
      }
    }
    return nil
  }
}

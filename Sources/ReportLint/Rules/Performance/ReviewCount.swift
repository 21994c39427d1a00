internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF15: counts of reviewed projects that differ from the reviews that follow.
struct ReviewCount: Rule {
  static let metadata = RuleMetadata(
    id: "PF15", category: "N10", severity: .error, title: "项目数与列出的自评不一致",
    summary:
      "说明中“反映 n 个项目”的个数，与后面逐项写出的自评相同；合计资金正好是各自评表之和的，个数、各等次的个数与自评表相同；各等次的个数之和不多于项目数，全部等次都写了的等于项目数。",
    rationale: "少写一个项目，公众就看不到它的绩效；个数与表不符，不知道哪一个是对的。",
    source: "计数与列举一致；绩效自评表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门在2024年度部门决算中反映⟦3个⟧项目绩效自评结果。

        1.社区养老服务项目绩效自评综述：项目自评得分为99分。

        2.困难群众临时救助项目绩效自评综述：项目自评得分为96分。
        """),
      RuleExample(
        "有误：资金正好是两张自评表之和",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本次公开⟦4个⟧项目的自评结果，全年预算数合计600.00万元，执行数合计350.00万元，自评等次为“优”的2个。
        """, tables: ReviewedMoney.sheets),
      RuleExample(
        "有误：各等次的个数",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        2024年度绩效自评的项目⟦12个⟧，涉及资金900.00万元（其中，绩效评级为“优”的项目7个；绩效评级为“良”的项目2个；绩效评级为“合格”的项目1个；绩效评级为“不合格”的项目0个）。
        """),
      RuleExample(
        "有误：等次写在个数后面",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        对⟦7个⟧项目开展绩效自评，涉及资金900.00万元。从结果看，5个项目自评等级为“优”，3个项目为“良”。

        对⟦9个⟧项目开展绩效自评，其中评为“优”的6个，评为“良”的2个，没有“中”“差”。
        """),
      RuleExample(
        "无误：等次写在个数后面",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        对8个项目开展绩效自评，涉及资金900.00万元。从结果看，5个项目自评等级为“优”，3个项目为“良”。

        对9个项目开展绩效自评，其中评为“优”的6个，评为“良”的2个。
        """),
      RuleExample(
        "无误：没有写全各等次",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        2024年度绩效自评的项目12个，涉及资金900.00万元，其中评为“优”的项目7个、“良”的项目2个。
        """, tables: ReviewedMoney.sheets),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门在2024年度部门决算中反映2个项目绩效自评结果。

        1.社区养老服务项目绩效自评综述：项目自评得分为99分。

        2.困难群众临时救助项目绩效自评综述：项目自评得分为96分。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults("PF15", into: &findings)
    let reviews = ProjectNarrative.reviews(context)
    guard reviews.count >= Self.leastReviews, let first = reviews.first else { return }
    for (passage, counts) in Self.counts(context) where passage < first {
      let total = counts.reduce(0) { $0 + $1.count }
      // The whole, its parts by fund, or both may be told.
      guard total > 0, let stated = counts.first, total != Int128(reviews.count),
        !counts.contains(where: { $0.count == Int128(reviews.count) })
      else { continue }
      let text = context.facts.passages[passage].text
      findings.report(
        text, stated.range, "写明反映 \(stated.count) 个项目，后面逐项写出的自评有 \(reviews.count) 个",
        severity: .warning, confidence: .medium, actual: "\(stated.count)",
        expected: "\(reviews.count)",
        evidence: reviews.prefix(4).map { .init("项目自评", context.facts.passages[$0].text) },
        suggestion: "核对项目个数")
    }
  }

  private static let leastReviews = 2
  private static let shows = Array("反映".utf8)
  private static let excepts = ["其中", "主要", "选取", "部分", "等"].map { Array($0.utf8) }
  private static let project = Array("项目".utf8)

  /// The counts of projects in the sentences that say how many are shown, by passage.
  private static func counts(
    _ context: LintContext
  ) -> [(passage: Int, counts: [(count: Int128, range: Range<Int>)])] {
    var found: [(passage: Int, counts: [(count: Int128, range: Range<Int>)])] = []
    for statement in context.facts.statements {
      guard case .count(let number, "个") = statement.quantity, number.decimals == 0 else {
        continue
      }
      let passage = context.facts.passages[statement.passage]
      guard passage.role?.hasSuffix("performance") ?? false else { continue }
      let text = passage.text.utf8
      let sentence = text[..<statement.range.lowerBound].lastIndex(of: 0x82).map { $0 + 1 } ?? 0
      let start = max(0, min(sentence, statement.range.lowerBound), statement.range.lowerBound - 90)
      let end = min(text.count, statement.range.upperBound + 45)
      guard text.firstOffset(of: shows, from: start, to: statement.range.lowerBound) != nil,
        text.firstOffset(of: project, from: statement.range.upperBound, to: end) != nil,
        !excepts.contains(where: {
          text.firstOffset(of: $0, from: start, to: statement.range.lowerBound) != nil
        })
      else { continue }
      let count = (count: number.grains / Interval.one, range: statement.range)
      if found.last?.passage == statement.passage {
        found[found.count - 1].counts.append(count)
      } else {
        found.append((statement.passage, [count]))
      }
    }
    return found
  }
}

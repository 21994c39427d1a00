internal import FiscalModel
internal import FiscalNarrative

/// NN33: reasons for the operating expenses that speak of money they do not hold.
struct ReasonScope: Rule {
  static let metadata = RuleMetadata(
    id: "NN33", category: "T6", severity: .warning, title: "机关运行经费的原因说的是别的经费",
    summary: "机关运行经费是公用经费，它的变动不应当用人员经费、项目经费来解释。",
    rationale: "口径不同的原因解释不了变动，多半是从别处抄来的。",
    source: "财政部对机关运行经费的解释：为保障行政单位运行用于购买货物和服务的各项资金",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出80.00万元，比2023年度增加10.00万元，主要原因是⟦人员经费和项目经费增加⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出80.00万元，比2023年度增加10.00万元，主要原因是办公设备维修费增加。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for statement in context.facts.statements {
      guard Self.isChange(statement.meaning?.aspect), statement.region == .plain,
        statement.meaning?.subject == .concept("机关运行经费"),
        statement.meaning?.section?.hasSuffix("organOperating") ?? false,
        let reason = ReasonText.range(behind: statement, context),
        Self.others.isFound(in: context.text, reason), !Self.own.isFound(in: context.text, reason)
      else { continue }
      findings.report(
        reason, in: context, "机关运行经费不含人员经费和项目经费，这个原因解释不了它的变动",
        confidence: .medium, suggestion: "写明公用经费变动的原因")
      break
    }
  }

  /// The reason stands behind the change or behind the rate that follows it.
  private static func isChange(_ aspect: Meaning.Aspect?) -> Bool {
    switch aspect {
    case .change, .rate: true
    default: false
    }
  }

  private static let others = PhraseSet(["人员经费", "项目经费", "项目支出"])
  private static let own = PhraseSet([
    "公用", "办公", "差旅", "运行", "维护", "维修", "水费", "电费", "物业", "取暖", "印刷", "邮电", "车", "会议", "培训", "定额",
    "标准", "委托", "劳务", "租赁", "福利费", "工会",
  ])
}

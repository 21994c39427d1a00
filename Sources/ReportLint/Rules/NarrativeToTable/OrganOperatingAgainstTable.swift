internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT26: operating expenses of organs that exceed the running costs of which they are a part.
struct OrganOperatingAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT26", category: "N1", severity: .warning, title: "机关运行经费超过公用经费",
    summary: "机关运行经费是行政单位和参公事业单位一般公共预算基本支出中的公用经费，不大于公开06表的公用经费合计；有其他事业单位的部门小于它，不算错。",
    rationale: "部分大于全部，必有一处填错或者口径不对。",
    source: "机关运行经费的定义；公开06表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出⟦210.00万元⟧。
        """, tables: basic),
      RuleExample(
        "无误：事业单位的公用经费不在内",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出100.00万元。
        """, tables: basic),
    ])

  private static let basic = [
    "公开06": """
    科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
    301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
    30101,基本工资,400.00,30201,办公费,60.00,31002,办公设备购置,10.00
    30102,津贴补贴,80.00,30202,印刷费,50.00,,,
    ,人员经费合计,480.00,,,,,公用经费合计,120.00
    """
  ]

  private static let subject = "机关运行经费"
  private static let whole = "公用经费"

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let measure = context.vocabulary.defaultMeasure
    let sources = context.evidence.sources(
      of: .concept(Self.whole), measure, in: "narrative.basic")
    guard let source = sources.first else { return }
    for statement in context.facts.statements {
      guard let meaning = statement.meaning, meaning.subject == .concept(Self.subject),
        meaning.aspect == .level(measure), meaning.year == nil, meaning.fund == nil,
        statement.region == .plain, let amount = statement.quantity.amount,
        amount.interval.lower > source.interval.upper
      else { continue }
      let text = context.facts.passages[statement.passage].text
      let quote = text.string(statement.range)
      findings.report(
        text, statement.range,
        "机关运行经费 \(quote) 大于\(source.label) \(source.amount?.description ?? "")", actual: quote,
        evidence: [.init(source.label, source.text)], suggestion: "核对口径：机关运行经费只含基本支出中的公用经费")
      return
    }
  }
}

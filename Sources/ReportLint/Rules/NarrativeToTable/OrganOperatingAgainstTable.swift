internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT26: operating expenses of organs that are not those of their table, or exceed the running costs
/// of which they are a part.
struct OrganOperatingAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT26", category: "N1", severity: .warning, title: "机关运行经费与表不符",
    summary: "机关运行经费与列出它的表一致；它是行政单位和参公事业单位一般公共预算基本支出中的公用经费，不大于公开06表的公用经费合计；有其他事业单位的部门小于它，不算错。",
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
        "与“三公”经费、机关运行经费情况表不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出⟦68.00万元⟧。
        """,
        tables: [
          "公开09逐项": """
          项目,行次,预算数,全年预算数,决算统计数
          一、“三公”经费支出,1,—,—,—
          （一）支出合计,2,5.00,5.00,4.20
          1.因公出国（境）费,3,0.00,0.00,0.00
          2.公务用车购置及运行维护费,4,0.00,0.00,0.00
          3.公务接待费,5,5.00,5.00,4.20
          二、机关运行经费,6,—,—,86.00
          """
        ]),
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
    context.reportFaults(Self.metadata.id, into: &findings)
    let measure = context.vocabulary.defaultMeasure
    let sources = context.evidence.sources(
      of: .concept(Self.whole), measure, in: "narrative.basic")
    guard let source = sources.first, !source.isDoubtful else { return }
    for (index, statement) in context.facts.statements.enumerated() {
      guard context.reconciliation.fault(of: index) == nil, let meaning = statement.meaning,
        meaning.subject == .concept(Self.subject),
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

internal import FiscalModel

/// ST07: a required section that is missing.
struct MissingFunds: Rule {
  static let metadata = RuleMetadata(
    id: "ST07", category: "S1", severity: .warning, title: "缺少政府性基金、国有资本经营预算说明",
    summary: "有政府性基金预算和国有资本经营预算的说明，没有的写明没有。",
    rationale: "两本预算没有数也要说明，才分得清是没有还是漏写。",
    source: "财预〔2016〕143号",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## 二、机构设置
        内设办公室。
        # ⟦第二部分 部门决算情况说明⟧
        ## 一、收入支出决算总体情况说明
        收入总计10.00万元。
        ## 二、收入决算情况说明
        本年收入合计10.00万元。
        ## 三、支出决算情况说明
        本年支出合计10.00万元。
        ## 四、财政拨款收入支出决算总体情况说明
        财政拨款收入总计10.00万元。
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出10.00万元。
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        基本支出10.00万元，其中人员经费9.00万元，公用经费1.00万元。
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出1.00万元。
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        无国有资本经营预算财政拨款支出。
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出1.00万元。
        ### （二）政府采购支出情况
        政府采购支出总额1.00万元。
        ### （三）国有资产占有使用情况
        共有车辆1辆。
        ### （四）预算绩效管理情况
        绩效自评1个项目。
        # 第三部分 名词解释
        1.基本支出：指保障机构运转的支出。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## 二、机构设置
        内设办公室。
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计10.00万元。
        ## 二、收入决算情况说明
        本年收入合计10.00万元。
        ## 三、支出决算情况说明
        本年支出合计10.00万元。
        ## 四、财政拨款收入支出决算总体情况说明
        财政拨款收入总计10.00万元。
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出10.00万元。
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        基本支出10.00万元，其中人员经费9.00万元，公用经费1.00万元。
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出1.00万元。
        ## 八、政府性基金预算财政拨款支出决算情况说明
        无政府性基金预算财政拨款收入和支出。
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        无国有资本经营预算财政拨款支出。
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出1.00万元。
        ### （二）政府采购支出情况
        政府采购支出总额1.00万元。
        ### （三）国有资产占有使用情况
        共有车辆1辆。
        ### （四）预算绩效管理情况
        绩效自评1个项目。
        # 第三部分 名词解释
        1.基本支出：指保障机构运转的支出。
        """),
    ])

  private static let sections = [
    RequiredSection(
      "narrative.governmentFunds", headings: ["政府性基金", "政府基金"],
      words: ["政府性基金", "政府基金预算"], isOfTemplate: true),
    RequiredSection(
      "narrative.stateCapital", headings: ["国有资本经营", "国有资本"],
      words: ["国有资本经营"], isOfTemplate: true),
  ]

  private static let firstYearOfStateCapital = 2021

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for section in Self.sections
    where !section.roles.contains("narrative.stateCapital") || isOfStateCapital(context) {
      section.check(context, into: &findings)
    }
  }

  /// Final accounts tell of the state capital budget since those of 2021.
  private func isOfStateCapital(_ context: LintContext) -> Bool {
    context.kind == .budget || (context.year ?? 0) >= Self.firstYearOfStateCapital
  }
}

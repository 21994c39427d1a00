internal import FiscalModel

/// ST11: a required section that is missing.
struct MissingPerformance: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST11", category: "S1", severity: .warning, title: "缺少预算绩效说明",
    summary: "有预算绩效目标或绩效自评、评价结果的说明。",
    rationale: "花钱要说明效果。",
    source: "财预〔2016〕143号；《预算法》第十四条",
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

  /// Performance has been published by all departments since then (中发〔2018〕34号).
  private static let firstYear = 2019

  private static let sections = [
    RequiredSection("narrative.performance", "narrative.other.performance", isAlwaysRequired: true)
  ]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard context.year ?? 0 >= Self.firstYear else { return }
    for section in Self.sections { section.check(context, into: &findings) }
  }
}

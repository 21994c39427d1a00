internal import FiscalModel

/// NN49: an average that is not the amount divided by the count.
struct WrongAverage: Rule {
  static let metadata = RuleMetadata(
    id: "NN49", category: "N2", severity: .error, title: "平均数与金额、数量不符",
    summary: "人均、每批、每辆车等平均数等于同一句里的金额除以人数、批次、辆数；“三公”经费一节分开写的，按运行维护费和保有量、国内接待费和批次人次核对。",
    rationale: "三个数里必有一个写错，常见的是单位。",
    source: "算术：平均数＝金额÷数量，按四舍五入的区间比较",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度国内公务接待30人次，国内公务接待费支出0.30万元，人均⟦110.00元⟧。
        """),
      RuleExample(
        "有误：分开写的",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度公务用车运行维护费支出6.00万元。年末公务用车保有量为3辆。单车平均运行维护费⟦3.00万元⟧。
        """),
      RuleExample(
        "有误：预算里的车均数",
        """
        # 第二部分 部门预算情况说明
        ## 七、“三公”经费预算情况说明
        公务用车购置及运行费6.00万元，其中：公务用车运行费6.00万元，用于3辆公务用车的燃料费和维修费，车均⟦2.50万元⟧。
        """, layout: "budget", year: 2025),
      RuleExample(
        "无误：平均的不是这笔钱",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        项目投入资金50.00万元，帮扶脱贫人口120人，人均年收入1.20万元，人均住房补贴定额2.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度国内公务接待4批次、30人次，国内公务接待费支出0.32万元，每批次平均800.00元，人均106.67元。公务用车运行维护费支出6.00万元，公务用车保有量为3辆，车均2.00万元，人均交通补贴每月650.00元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

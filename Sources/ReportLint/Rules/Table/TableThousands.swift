internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI39: a table in which some amounts have thousands separators and others have not.
struct TableThousands: Rule {
  static let metadata = RuleMetadata(
    id: "TI39", category: "T5", severity: .info, title: "表内千分位写法不一",
    summary: "一张表里的金额，千分位一律加或一律不加。",
    rationale: "写法不一，读数容易错位。",
    source: "GB/T 15835-2011 5.2",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"2,340.00","1,200.00","1,140.00"
          201,一般公共服务支出,"2,340.00","1,200.00","1,140.00"
          20131,党委办公厅（室）及相关机构事务,"2,340.00","1,200.00","1,140.00"
          2013101,行政运行,"1,200.00","1,200.00",
          2013102,一般行政管理事务,"1,140.00",,⟦1140.00⟧
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"2,340.00","1,200.00","1,140.00"
          201,一般公共服务支出,"2,340.00","1,200.00","1,140.00"
          20131,党委办公厅（室）及相关机构事务,"2,340.00","1,200.00","1,140.00"
          2013101,行政运行,"1,200.00","1,200.00",
          2013102,一般行政管理事务,"1,140.00",,"1,140.00"
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for amounts in context.surface.amounts {
      MinorityReport(
        amounts.filter { $0.number.magnitude.grains >= Self.thousand },
        isOdd: { $0.number.isGrouped },
        message: { $0 ? "表中别处的金额不加千分位，这里加了" : "表中别处的金额加千分位，这里没有" },
        suggestion: "统一千分位写法"
      ).report(into: &findings)
    }
  }

  private static let thousand = 1000 * Interval.one
}

internal import FiscalModel

/// TT17: an empty statement of government-managed funds where the totals have some.
struct EmptyFundsTable: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT17", category: "N8", severity: .error, title: "基金表为空而总表有数",
    summary: "政府性基金预算的表为空的，总表中的政府性基金收入也应当为零。",
    rationale: "一张表说没有，另一张表有数，必有一处不对。",
    source: "表与表的关系",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,950.00
          二、政府性基金预算财政拨款收入,2,⟦50.00⟧,,,
          本年收入合计,27,950.00,本年支出合计,57,950.00
          总计,30,950.00,总计,60,950.00
          """,
          "公开07": """
          # 注：本部门没有政府性基金预算财政拨款收入和支出，故本表无数据。
          科目代码,科目名称,年初结转和结余,本年收入,本年支出/小计,本年支出/基本支出,本年支出/项目支出,年末结转和结余
          """,
        ]),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,950.00
          二、政府性基金预算财政拨款收入,2,,,,
          本年收入合计,27,950.00,本年支出合计,57,950.00
          总计,30,950.00,总计,60,950.00
          """,
          "公开07": """
          # 注：本部门没有政府性基金预算财政拨款收入和支出，故本表无数据。
          科目代码,科目名称,年初结转和结余,本年收入,本年支出/小计,本年支出/基本支出,本年支出/项目支出,年末结转和结余
          """,
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    EmptyFundCheck(
      table: "公开07", name: "政府性基金预算",
      addresses: [
        "公开01!收入/政府性基金预算财政拨款收入.决算数", "公开04!收入/政府性基金预算财政拨款.金额",
      ]
    ).report(context, into: &findings)
  }
}

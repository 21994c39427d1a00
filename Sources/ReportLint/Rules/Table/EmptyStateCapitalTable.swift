internal import FiscalModel

/// TT18: an empty statement of state capital operations where the totals have some.
struct EmptyStateCapitalTable: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT18", category: "N8", severity: .error, title: "国有资本经营表为空而总表有数",
    summary: "国有资本经营预算的表为空的，总表中的国有资本经营收入也应当为零。",
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
          三、国有资本经营预算财政拨款收入,3,⟦50.00⟧,,,
          本年收入合计,27,950.00,本年支出合计,57,950.00
          总计,30,950.00,总计,60,950.00
          """,
          "公开08": """
          # 注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。
          科目代码,科目名称,合计,基本支出,项目支出
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
          三、国有资本经营预算财政拨款收入,3,,,,
          本年收入合计,27,950.00,本年支出合计,57,950.00
          总计,30,950.00,总计,60,950.00
          """,
          "公开08": """
          # 注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。
          科目代码,科目名称,合计,基本支出,项目支出
          """,
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    EmptyFundCheck(
      table: "公开08", name: "国有资本经营预算",
      addresses: [
        "公开01!收入/国有资本经营预算财政拨款收入.决算数", "公开04!收入/国有资本经营预算财政拨款.金额",
      ]
    ).report(context, into: &findings)
  }
}

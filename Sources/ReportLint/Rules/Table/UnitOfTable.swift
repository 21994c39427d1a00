internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI41: tables whose amounts are ten thousand times those of the others.
struct UnitOfTable: Rule {
  static let metadata = RuleMetadata(
    id: "TI41", category: "T2", severity: .error, title: "表的单位与金额不符",
    summary: "与别的表相等的合计正好相差一万倍的，是表的单位写错了：金额是元而写“万元”，或者金额是万元而写“元”。",
    rationale: "单位错了，整张表的数都差一万倍。",
    source: "表间相等的合计；元与万元的换算",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """, tables: tables(unit: "⟦单位：元⟧", "880.00", "600.00", "280.00")),
      RuleExample(
        "无误：单位不同，金额相符",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """, tables: tables(unit: "单位：元", "8800000.00", "6000000.00", "2800000.00")),
    ])

  private static func tables(
    unit: String, _ total: String, _ basic: String, _ projects: String
  ) -> [String: String] {
    [
      "公开01": """
      # 标题：收入支出决算总表
      # 单位：万元
      收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
      一、一般公共预算财政拨款收入,1,880.00,八、社会保障和就业支出,38,880.00
      本年收入合计,27,880.00,本年支出合计,57,880.00
      总计,30,880.00,总计,60,880.00
      """,
      "公开03": """
      # 标题：支出决算表
      # \(unit)
      科目代码,科目名称,本年支出合计,基本支出,项目支出
      ,合计,\(total),\(basic),\(projects)
      208,社会保障和就业支出,\(total),\(basic),\(projects)
      20802,民政管理事务,\(total),\(basic),\(projects)
      2080201,行政运行,\(total),\(basic),\(projects)
      """,
    ]
  }

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for slip in UnitSlip.all(context.surface.identities, context.tables) {
      let table = context.tables.tables[slip.table]
      guard let anchor = table.table.unitLine ?? table.table.title else { continue }
      let right: AmountUnit = slip.isTooSmall ? .tenThousandYuan : .yuan
      findings.report(
        anchor.trimmed(), nil,
        "\(table.id)的合计与别的表正好相差一万倍，金额应当是\(right.rawValue)：\(slip.arithmetic)",
        actual: table.unit.rawValue, expected: right.rawValue, arithmetic: slip.arithmetic,
        suggestion: "把单位改为“\(right.rawValue)”，或者换算金额")
    }
  }
}

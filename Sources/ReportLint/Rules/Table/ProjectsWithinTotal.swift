internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TT27: projects in performance sheets that spent more than all projects.
struct ProjectsWithinTotal: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT27", category: "N9", severity: .warning, title: "自评、采购的项目与项目支出不一致",
    summary: "各张项目自评表的执行数之和，不超过支出决算表的项目支出；政府采购预算表中的项目，绩效目标或别的表中也有。",
    rationale: "项目的钱是项目支出的一部分，部分不能大于全部；别处没有的项目，多是写错了名称。",
    source: "绩效自评、采购预算与预算决算口径一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出
          ,合计,880.00,600.00,⟦280.00⟧
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013102,一般行政管理事务,880.00,600.00,280.00
          """,
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,助餐服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,300.00,200.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
          """,
          "绩效2": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,助浴服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,300.00,150.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
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
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013102,一般行政管理事务,880.00,600.00,280.00
          """,
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,助餐服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,300.00,100.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
          """,
          "绩效2": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,助浴服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,300.00,150.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
          """,
        ]),
      RuleExample(
        "采购表中的项目名称写错",
        """
        # 部门预算信息公开情况说明
        ## 五、预算绩效信息
        1.社区养老服务站改造工程绩效目标：改造服务站3处。

        2.民政档案数字化整理服务绩效目标：整理档案9,000卷。
        """,
        tables: ["政府采购预算": procurement("⟦民政挡案数字化整理服务⟧")], layout: "budget/hebei",
        year: 2025),
      RuleExample(
        "无误",
        """
        # 部门预算信息公开情况说明
        ## 五、预算绩效信息
        1.社区养老服务站改造工程绩效目标：改造服务站3处。

        2.民政档案数字化整理服务绩效目标：整理档案9,000卷。
        """,
        tables: ["政府采购预算": procurement("民政档案数字化整理服务")], layout: "budget/hebei", year: 2025),
    ])

  private static func procurement(_ name: String) -> String {
    """
    # 标题：部门政府采购预算
    # 单位：万元
    项目名称,预算资金,采购物品名称,数量,单价,合计,一般公共预算拨款
    合计,,,,,94.92,94.92
    社区养老服务站改造工程,60.00,工程施工,1,60.00,60.00,60.00
    \(name),34.92,档案服务,1,34.92,34.92,34.92
    """
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    checkExecuted(context, &findings)
    ProcurementProjects(context).report(into: &findings)
  }

  private func checkExecuted(_ context: ReportSurface, _ findings: inout FindingSink) {
    guard let table = context.tables.table("公开03"),
      let block = table.blocks.first(where: { $0.total != nil }), let total = block.total,
      let column = block.column("项目支出"), case .value(let whole) = table.value(total, column),
      let cell = table.cell(total, column), whole.lower > 0
    else { return }
    let spent = context.sheets.compactMap(\.executed)
    guard spent.count > 1 else { return }
    // The sheets are in ten thousand yuan.
    let sum = spent.map { Amount($0.number, .tenThousandYuan).interval }.reduce(.zero, +)
    guard sum.lower > whole.upper else { return }
    let exact = spent.reduce(Int128(0)) { $0 + Amount($1.number, .tenThousandYuan).grains }
    let told = Amount(grains: exact, unit: .tenThousandYuan, decimals: 2)?.number.description ?? ""
    findings.report(
      cell.text.trimmed(), nil, "\(spent.count) 张自评表的执行数相加是 \(told)，超过项目支出",
      confidence: .medium, actual: cell.text.trimmed().string,
      evidence: spent.prefix(4).map { .init("执行数", $0.text, $0.range) }, suggestion: "核对自评表的执行数和单位")
  }
}

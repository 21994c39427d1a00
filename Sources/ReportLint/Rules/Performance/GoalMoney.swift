internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// PF22: goals of projects that are to cost more than all projects of the budget.
struct GoalMoney: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF22", category: "N9", severity: .info, title: "绩效目标的资金超过项目支出",
    summary: "各张项目绩效目标表的资金总额之和，不超过支出预算表的项目支出；绩效目标不必覆盖全部项目，少于项目支出不算错。",
    rationale: "项目的钱是项目支出的一部分；超过了，多半是单位写错，或者列入了不在本部门预算的资金。",
    source: "绩效目标与预算口径一致，供核对用",
    kinds: [.budget],
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责农村供水工作。
        """, tables: tables(projects: "⟦800.00⟧"), layout: "budget"),
      RuleExample(
        "无误：只公开一部分项目",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责农村供水工作。
        """, tables: tables(projects: "1000.00"), layout: "budget"),
    ])

  private static func tables(projects: String) -> [String: String] {
    [
      "预算03": """
      # 标题：部门预算支出总表
      # 单位：万元
      科目编码,科目名称,合计,基本支出,项目支出
      ,合计,1800.00,1000.00,\(projects)
      213,农林水支出,1800.00,1000.00,800.00
      """,
      "绩效1": goal("农村供水工程维修养护", "648.00"),
      "绩效2": goal("防汛物资储备", "215.00"),
    ]
  }

  private static func goal(_ name: String, _ money: String) -> String {
    """
    # 标题：项目支出绩效目标表
    # 类型：绩效
    # 表头：0
    项目名称,<,\(name),<,<,<
    年度资金总额（万元）,<,\(money),其中：财政拨款,\(money),<
    一级指标,二级指标,三级指标,指标值,分值,指标值确定依据
    产出指标,数量指标,工程数量,≥36处,100,年度工作计划
    合计,<,<,<,100,
    """
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let goals = context.printedTables.compactMap(Self.money)
    guard goals.count > 1, let table = context.tables.table("预算03"),
      let block = table.blocks.first(where: { $0.total != nil }), let total = block.total,
      let column = block.column("项目支出"), let cell = table.cell(total, column),
      case .value(let whole) = table.value(total, column), whole.lower > 0,
      goals.map(\.amount.interval).reduce(.zero, +).lower > whole.upper
    else { return }
    let exact = goals.reduce(Int128(0)) { $0 + $1.amount.grains }
    let sum = Amount(grains: exact, unit: table.unit, decimals: 2)?.number.description ?? ""
    findings.report(
      cell.text.trimmed(), nil, "\(goals.count) 张绩效目标表的资金相加是 \(sum)，超过项目支出", confidence: .low,
      actual: cell.text.trimmed().string,
      evidence: goals.prefix(4).map { .init("资金总额", $0.text) },
      suggestion: "核对绩效目标表的资金和单位")
  }

  private static let totals = ["资金总额", "预算资金总额"]

  /// The money of a target sheet: the amount behind 资金总额, with the unit that the label names.
  private static func money(_ table: Table) -> (text: TracedText, amount: Amount)? {
    guard table.kind == .performance else { return nil }
    for cells in table.head + table.rows.map(\.cells) {
      let filled = cells.filter { !$0.text.isEmpty }
      for (label, cell) in zip(filled, filled.dropFirst()) {
        let words = label.text.string.filter { !$0.isWhitespace }
        guard totals.contains(where: words.contains), let number = cell.number.value else {
          continue
        }
        guard let unit = unit(words) ?? table.unit else { return nil }
        return (cell.text, Amount(number, unit))
      }
    }
    return nil
  }

  /// The unit that a label names in brackets; without one the amount may be in either.
  private static func unit(_ label: String) -> AmountUnit? {
    [AmountUnit.tenThousandYuan, .yuan].first { unit in
      label.contains("（\(unit.rawValue)）") || label.contains("(\(unit.rawValue))")
    }
  }
}

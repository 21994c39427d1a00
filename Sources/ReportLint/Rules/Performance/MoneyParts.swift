internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF19: parts of a project's money that do not add up to the whole.
struct MoneyParts: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF19", category: "N7", severity: .error, title: "资金总额与各项资金之和不符",
    summary: "项目资金总额等于财政拨款、财政专户管理资金、单位资金和其他资金之和。",
    rationale: "资金分列不平，总有一处填错。",
    source: "绩效自评表：资金总额 ＝ 各项资金之和",
    examples: [
      RuleExample(
        "有误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,⟦90.00⟧,10,90.00%,9,
          其中：财政拨款,80.00,80.00,,,,
          其他资金,20.00,20.00,,,,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,服务人次,500人次,520人次,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "目标表的总额与年度申请额并列",
        """
        # 绩效目标

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：财政项目支出绩效目标申报表
          # 表头：0
          项目名称,<,社区食堂运营补贴,<,项目类别,<,其他运转类
          项目资金（元）,项目资金总额,<,"900,000.00",年度资金申请总额,<,"⟦300,000.00⟧"
          ,其中：财政资金,<,"900,000.00",其中：当年财政拨款,<,"310,000.00"
          ,,,,上年结转资金,<,0.00
          ,其他资金,<,0.00,其他资金,<,0.00
          项目绩效目标,项目总目标,<,<,年度总体目标,<,<
          ,方便居民就近用餐。,<,<,方便居民就近用餐。,<,<
          ,一级指标,二级指标,三级指标,<,<,年度指标值
          绩效指标,产出指标,数量指标,供餐人次,<,<,≥20000人次
          """
        ], layout: "budget/shanghai"),
      RuleExample(
        "并列的两个总额各自相符",
        """
        # 绩效目标

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：财政项目支出绩效目标申报表
          # 表头：0
          项目名称,<,社区食堂运营补贴,<,项目类别,<,其他运转类
          项目资金（元）,项目资金总额,<,"900,000.00",年度资金申请总额,<,"300,000.00"
          ,其中：财政资金,<,"850,000.00",其中：当年财政拨款,<,"280,000.00"
          ,,,,上年结转资金,<,"20,000.00"
          ,其他资金,<,"50,000.00",其他资金,<,0.00
          项目绩效目标,项目总目标,<,<,年度总体目标,<,<
          ,方便居民就近用餐。,<,<,方便居民就近用餐。,<,<
          ,一级指标,二级指标,三级指标,<,<,年度指标值
          绩效指标,产出指标,数量指标,供餐人次,<,<,≥20000人次
          """
        ], layout: "budget/shanghai"),
      RuleExample(
        "无误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          其中：财政拨款,80.00,80.00,,,,
          其他资金,20.00,10.00,,,,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,服务人次,500人次,520人次,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets + context.goalSheets
    where !sheet.isMoneyUncertain && sheet.money.count > 1 {
      let (total, parts) = (sheet.money[0], sheet.money.dropFirst())
      for (column, whole) in total.budgets.enumerated() {
        let values = parts.compactMap {
          $0.budgets.indices.contains(column) ? $0.budgets[column] : nil
        }
        guard let whole, !values.isEmpty, !isWhole(values, whole) else { continue }
        let arithmetic = values.map { "\($0.number)" }.joined(separator: " ＋ ")
        findings.report(
          whole.text, whole.range, "资金总额 \(whole.number) 不等于各项资金之和 \(arithmetic)",
          actual: "\(whole.number)", arithmetic: arithmetic,
          evidence: values.map { .init("分列的资金", $0.text, $0.range) },
          refutes: Ground.printed([whole] + values))
      }
    }
  }

  /// Whether the parts make up the whole; a single one, of which nothing says that there are no
  /// others, must not exceed it.
  private func isWhole(_ parts: [PerformanceSheet.Value], _ whole: PerformanceSheet.Value) -> Bool {
    if parts.count == 1 {
      return parts[0].number.interval.lower <= whole.number.interval.upper
    }
    return Rounding.sum(parts.map(\.number.interval), equals: whole.number.interval)
  }
}

internal import FiscalModel
internal import FiscalNarrative

/// YR16: performance sheets whose results are last year's.
struct CopiedSheet: Rule {
  static let metadata = RuleMetadata(
    id: "YR16", category: "T1", severity: .info, title: "自评表的完成值与上年全同",
    summary: "同一项目的指标值和完成值与上年每一项都相同的，应当核对是否照抄上年。",
    rationale: "每个数都与上年一样，多半没有重新自评。",
    source: "绩效自评反映本年的完成情况；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,⟦社区养老服务项目⟧,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,助餐人次,≥500人次,520人次,30,30
          数量指标,助浴人次,≥100人次,130人次,30,30
          质量指标,服务合格率,≥95%,98%,30,30
          总分,,,,100,99
          """
        ],
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          """,
          tables: [
            "绩效1": """
            # 类型：绩效
            # 标题：项目支出绩效自评表
            # 表头：0
            项目名称,社区养老服务项目,<,<,<,<
            项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
            年度资金总额,100.00,90.00,10,90.00%,9
            二级指标,三级指标,年度指标值,实际完成值,分值,得分
            数量指标,助餐人次,≥500人次,520人次,30,30
            数量指标,助浴人次,≥100人次,130人次,30,30
            质量指标,服务合格率,≥95%,98%,30,30
            总分,,,,100,99
            """
          ])),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,助餐人次,≥500人次,560人次,30,30
          数量指标,助浴人次,≥100人次,120人次,30,30
          质量指标,服务合格率,≥95%,98%,30,30
          总分,,,,100,99
          """
        ],
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          """,
          tables: [
            "绩效1": """
            # 类型：绩效
            # 标题：项目支出绩效自评表
            # 表头：0
            项目名称,社区养老服务项目,<,<,<,<
            项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
            年度资金总额,100.00,90.00,10,90.00%,9
            二级指标,三级指标,年度指标值,实际完成值,分值,得分
            数量指标,助餐人次,≥500人次,520人次,30,30
            数量指标,助浴人次,≥100人次,130人次,30,30
            质量指标,服务合格率,≥95%,98%,30,30
            总分,,,,100,99
            """
          ])),
    ])

  /// Fewer numbers may well be the same in two years.
  private static let leastIndicators = 3

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    let form = context.surface.performanceForm
    let before = last.facts.tables.compactMap { PerformanceSheetReader.sheet($0, form) }
    for sheet in context.sheets {
      guard let project = sheet.project, case let name = Self.key(project),
        let old = before.first(where: { $0.project.map(Self.key) == name }),
        case let results = Self.results(sheet), results.count >= Self.leastIndicators,
        results == Self.results(old)
      else { continue }
      findings.report(
        project.trimmed(), nil, "这个项目的指标值和完成值与\(last.name)每一项都相同", confidence: .medium,
        suggestion: "核对是否照抄上年的自评表")
    }
  }

  private static func key(_ text: TracedText) -> [UInt8] { NormalText.bytes(of: text.utf8) }

  /// Target and result of each indicator that has a number.
  private static func results(_ sheet: PerformanceSheet) -> [[UInt8]] {
    sheet.indicators.filter { !$0.isExecutionRate }.compactMap { indicator in
      guard let target = indicator.targetText, let actual = indicator.actualText,
        MeasuredValue(actual) != nil
      else { return nil }
      return key(target) + [0] + key(actual)
    }
  }
}

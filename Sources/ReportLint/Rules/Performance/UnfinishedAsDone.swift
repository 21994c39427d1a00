internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF27: indicators that are done in full of a thing that the result calls unfinished.
struct UnfinishedAsDone: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF27", category: "T6", severity: .warning, title: "没有做完的事按完成得满分",
    summary: "实际完成情况说正在进行、尚未完成的事，考核它的指标不能写全部完成、得满分。",
    rationale: "一处说没有做完，一处说全部完成，总有一处不实。",
    source: "绩效自评表：完成情况与指标完成值一致",
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
          项目名称,图书馆改造项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          年度总体目标,更换书架，完成阅览室的改造。,<,书架已更换120组，⟦阅览室改造工作仍在进行中⟧。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,更换书架,120组,120组,30,30,
          时效指标,阅览室改造按期完成率,100%,100%,40,40,
          满意度指标,读者满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "有误：完成值写“已完成”",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,图书馆改造项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          年度总体目标,更换书架，完成阅览室的改造。,<,书架已更换120组；截至目前，⟦阅览室改造尚未完成⟧，预计明年完成。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,更换书架,120组,120组,30,30,
          时效指标,阅览室改造,完成,已完成,40,40,
          满意度指标,读者满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "无误：没有做完的是另一件事，或者指标只考核一部分",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,图书馆改造项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          年度总体目标,对未完成的阅览室改造加快推进。,<,阅览室改造二期工程正在进行，屋面防水改造正在进行，无未完成事项。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,阅览室改造完成数量,3间,3间,10,10,
          数量指标,阅览室改造完成率,≥90%,100%,20,20,
          时效指标,一期屋面防水改造完成率,100%,100%,20,20,
          时效指标,屋面防水改造招标完成率,100%,100%,20,20,
          满意度指标,读者满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "无误：后来做完了，或者没有得满分",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,图书馆改造项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          年度总体目标,完成阅览室、书库的改造。,<,上半年阅览室改造正在进行，年底全部完成。书库改造尚未完成。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          时效指标,阅览室改造完成率,100%,100%,40,40,
          时效指标,书库改造完成率,100%,80%,30,24,改造工期延长
          满意度指标,读者满意度,≥90%,95%,20,20,
          总分,,,,100,93,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      let vocabulary = context.vocabulary
      for (text, thing) in UnfinishedThing.all(in: sheet, vocabulary) {
        let indicator = sheet.indicators.first {
          thing.isMeasured(by: $0, vocabulary) && Self.isDoneInFull($0, vocabulary)
        }
        guard let indicator, let name = indicator.name, let actual = indicator.actualText,
          let score = indicator.score
        else { continue }
        findings.report(
          text, thing.range,
          "完成情况说“\(text.string(thing.range))”，指标“\(name.trimmed().string)”却写完成 \(Self.value(actual, indicator))，得满分 \(score.number)",
          evidence: [
            .init("指标", name), .init("实际完成值", actual),
            .init("得分", score.text, score.range),
          ],
          suggestion: "核对事情是否完成，改正完成情况或者指标的完成值和得分")
      }
    }
  }

  /// Whether an indicator says that all was done and has all points for it, without a reason that
  /// says more.
  private static func isDoneInFull(
    _ indicator: PerformanceSheet.Indicator, _ vocabulary: Vocabulary
  ) -> Bool {
    guard let weight = indicator.weight, let score = indicator.score, weight.number.mantissa > 0,
      score.number.grains == weight.number.grains, indicator.reason == nil,
      let actual = indicator.actualText
    else { return false }
    if UnfinishedThing.isCalledDone(indicator, vocabulary) { return true }
    guard let done = MeasuredValue(actual),
      case let unit = done.unit.isEmpty ? indicator.unit?.trimmed().string : done.unit
    else { return false }
    return unit == "%" && done.number.grains >= Interval.one * 100
  }

  /// The actual value as it is read: with the sign that stands in a cell of its own.
  private static func value(
    _ actual: TracedText, _ indicator: PerformanceSheet.Indicator
  ) -> String {
    let printed = actual.trimmed().string
    guard let done = MeasuredValue(actual), done.unit.isEmpty, let unit = indicator.unit else {
      return printed
    }
    return printed + unit.trimmed().string
  }
}

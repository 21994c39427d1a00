internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN25: an amount without its unit.
struct MissingUnit: Rule {
  static let metadata = RuleMetadata(
    id: "NN25", category: "T2", severity: .warning, title: "金额缺少单位",
    summary: "金额后面写明单位（万元、元）；增减后面的数字看不出是金额还是比例的，写明单位或者百分号。",
    rationale: "没有单位的金额可以有一万倍的误解。",
    source: "GB/T 15835；算术",
    examples: [
      RuleExample(
        "有误：数字紧跟名称",
        """
        # 第二部分 部门决算情况说明
        ## 八、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出9.00万元，其中：公务用车运行维护费支出6.80万元，公务接待费支出⟦2.20⟧，主要用于工作交流。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计1,050.00万元，与2023年度相比，增加⟦45.20⟧，主要原因是项目增加。
        """),
      RuleExample(
        "有误：上年的数",
        """
        # 第二部分 部门决算情况说明
        ## 八、财政拨款“三公”经费支出决算情况说明
        公务接待费支出1.20万元，较上年⟦1.50⟧减少0.30万元，主要原因是接待批次减少。
        """),
      RuleExample(
        "一行里的几个数字是表格，不是句子",
        """
        # 第二部分 部门决算情况说明
        ## 十、预算绩效情况说明
        项目资金（万元） 年初预算数 全年预算数 全年执行数 其中：本年财政拨款 60 58.306 58.306 上年结转资金，共使用资金58.31万元。
        """),
      RuleExample(
        "有误：看不出是金额还是比例",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计1,050.00万元，与2023年度相比，增长⟦4.50⟧，主要原因是项目增加。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计1,050.00万元，与2023年度相比，增加45.20万元，主要原因是项目增加。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for (index, statement) in context.facts.statements.enumerated() {
      guard let missing = statement.missingUnit, missing != .percent,
        let printed = statement.quantity.printed, printed.decimals > 0,
        isAmongUnits(statement, context)
      else { continue }
      let isAmount = missing == .amount
      findings.report(
        context.facts.passages[statement.passage].text, statement.range,
        isAmount ? "金额 \(printed) 缺少单位" : "\(printed) 缺少单位或百分号", confidence: .high,
        actual: "\(printed)", expected: isAmount ? "\(printed)万元" : nil,
        suggestion: isAmount
          ? "改为“\(printed)万元”" : "是金额的，改为“\(printed)万元”；是比例的，改为“\(printed)%”",
        refutes: Ground.readings(context.facts, beside: index))
    }
  }

  /// Whether the paragraph or those beside it print the unit of their amounts.
  private func isAmongUnits(_ statement: Statement, _ context: LintContext) -> Bool {
    let last = context.facts.passages.count - 1
    let near = max(0, statement.passage - Self.reach)...min(last, statement.passage + Self.reach)
    return near.contains { passage in
      context.facts.statements(of: passage).contains { $0.quantity.amount != nil }
    }
  }

  private static let reach = 3
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN26: the words for a change and its rate point in opposite directions.
struct ContraryDirections: Rule {
  static let metadata = RuleMetadata(
    id: "NN26", category: "N6", severity: .error, title: "增减词前后矛盾",
    summary: "同一变动的金额、百分比和原因所用的方向词一致：增加与增长，减少与下降。",
    rationale: "方向词相反时，读者无从判断是增是减。",
    source: "算术：增减额与增减率同号",
    examples: [
      RuleExample(
        "上年的数也写了：金额说明哪个词写错，由金额一条来说",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计110.00万元，比上年的100.00万元减少10.00万元，增长10.00%。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，⟦增长⟧3.60%，主要原因是压减开支。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，下降3.60%，主要原因是压减开支。
        """),
      RuleExample(
        "有误：比例在前",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度下降3.60%，⟦增加⟧4.50万元，主要原因是压减开支。
        """),
      RuleExample(
        "有误：上年没有",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        因公出国（境）费支出15.00万元，团组1个、4人次，上年未发生因公出国（境）费，较上年⟦减少⟧15.00万元，主要原因是恢复出访。
        """),
      RuleExample(
        "有误：原因的方向",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出2.00万元，比2023年度减少1.00万元，⟦增加⟧的主要原因是按照要求压减接待。

        公务用车运行费支出9.00万元，比2023年度增加1.00万元，增长12.50%。⟦下降⟧原因：新增外勤任务。

        会议费支出3.00万元，与2023年度持平，⟦减少⟧的主要原因是会议改在线上召开。
        """),
      RuleExample(
        "无误：原因的方向",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出2.00万元，比2023年度减少1.00万元，减少的主要原因是按照要求压减接待；增加的因素是来访增多。

        公务用车运行费支出9.00万元，比年初预算减少1.00万元，比2023年度增加1.00万元，减少的主要原因是预算从宽。

        会议费支出3.00万元，比2023年度减少1.00万元，减少的主要原因是会议改在线上召开；增加的主要原因是场租上调。

        培训费支出3.00万元，比2023年度减少1.00万元；差旅费支出5.00万元，与2023年度持平。增加的主要原因见附件。
        """),
      RuleExample(
        "无误：本年没有",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        因公出国（境）费支出0万元，团组0个、0人次，较上年减少15.00万元，主要原因是本年未安排出访。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    checkFalls(context, into: &findings)
    checkReasons(context, into: &findings)
    let statements = context.facts.statements
    for index in statements.indices.dropLast() {
      guard let change = changed(statements[index], statements[index + 1]) else { continue }
      let (first, second) = (statements[index], statements[index + 1])
      guard let one = first.direction, let two = second.direction, one != two,
        let place = second.directionRange, let other = first.directionRange,
        !(first.quantity.printed?.isZero ?? true), !(second.quantity.printed?.isZero ?? true),
        // The amounts say that its word is wrong already.
        !(context.reconciliation.fault(of: change == 0 ? index : index + 1)?.primary.isReversed
          ?? false)
      else { continue }
      let text = context.facts.passages[second.passage].text
      if change == 0, context.reconciliation.agreements(of: index).contains(where: \.isReversed) {
        let right = two == .up ? "增加" : "减少"
        findings.report(
          text, other, "“\(text.string(other))”与“\(text.string(place))”方向相反，按金额计算应为\(right)",
          confidence: .high, actual: text.string(other), expected: right,
          evidence: [.init("比例的方向", text, place)], suggestion: "改为“\(right)”",
          refutes: [.statement(index), .statement(index + 1)])
        continue
      }
      let words = change == 0 ? ["增长", "下降"] : ["增加", "减少"]
      let right = one == .up ? words[0] : words[1]
      findings.report(
        text, place, "“\(text.string(other))”与“\(text.string(place))”方向相反", confidence: .high,
        actual: text.string(place), expected: right,
        evidence: [.init(change == 0 ? "金额的方向" : "比例的方向", text, other)],
        suggestion: "核对方向后改为“\(right)”",
        refutes: [.statement(index), .statement(index + 1)])
    }
  }

  /// 比上年减少1.00万元，增加的主要原因是…
  private func checkReasons(_ context: LintContext, into findings: inout FindingSink) {
    for lead in context.facts.contraryLeads {
      let text = context.facts.passages[lead.passage].text
      let (word, told) = (text.string(lead.range), text.string(lead.told))
      findings.report(
        text, lead.range, "前面写“\(told)”，这里却说“\(word)”的原因",
        severity: lead.isToldUnchanged ? .warning : .error, confidence: .high, actual: word,
        expected: lead.isToldUnchanged ? nil : lead.isDown ? "增加" : "减少",
        evidence: [.init("变动的方向", text, lead.told)], suggestion: "核对是增是减，改为一致")
    }
  }

  /// Which of two statements that follow each other is the amount of a change, where the other is its
  /// rate; nil for others.
  private func changed(_ first: Statement, _ second: Statement) -> Int? {
    guard first.passage == second.passage, let one = first.meaning, let two = second.meaning,
      one.subject == two.subject
    else { return nil }
    if case .change(let base) = one.aspect, two.aspect == .rate(base) { return 0 }
    if case .change(let base) = two.aspect, one.aspect == .rate(base),
      first.sentence == second.sentence
    {
      return 1
    }
    return nil
  }

  /// 支出15.00万元，上年未发生，较上年减少15.00万元: what was nothing before can only have grown.
  private func checkFalls(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    let nothing = nothing(context)
    for (index, statement) in statements.enumerated() {
      guard let meaning = statement.meaning, meaning.aspect == .change(.priorYear),
        statement.region == .plain, statement.direction == .down,
        let place = statement.directionRange, let change = statement.quantity.amount,
        !change.number.isZero,
        let level = statements[..<index].last(where: { isLevel($0, of: statement, context) }),
        level.quantity.amount.map({ Rounding.equal($0.interval, change.interval) }) ?? false,
        let none = priorNothing(from: level, statement, nothing, context)
      else { continue }
      let text = context.facts.passages[statement.passage].text
      findings.report(
        text, place, "上年没有，本年有 \(change)，应为增加", confidence: .high,
        actual: text.string(place), expected: "增加",
        evidence: [.init("本年的数", text, level.range), .init("上年没有", text, none)],
        suggestion: "改为“增加”")
    }
  }

  private func isLevel(_ level: Statement, of change: Statement, _ context: LintContext) -> Bool {
    level.passage == change.passage && level.meaning?.subject == change.meaning?.subject
      && level.meaning?.aspect == .level(context.vocabulary.defaultMeasure)
      && level.meaning?.year == nil
  }

  /// Where, from a level to the end of the sentence of its change, it is said that there was none in the
  /// year before.
  private func priorNothing(
    from level: Statement, _ change: Statement, _ nothing: [[UInt8]], _ context: LintContext
  ) -> Range<Int>? {
    let bytes = context.facts.passages[change.passage].text.utf8
    let end =
      Self.stops.compactMap { bytes.firstOffset(of: $0, from: change.range.upperBound) }.min()
      ?? bytes.count
    return nothing.lazy.compactMap { word in
      bytes.firstOffset(of: word, from: level.range.upperBound, to: end).map {
        $0..<$0 + word.count
      }
    }.first
  }

  private static let stops = ["。", "；"].map { [UInt8]($0.utf8) }
  /// 上年无, 2023年度未: how it is said that there was none in the year before.
  private func nothing(_ context: LintContext) -> [[UInt8]] {
    var years = ["上年", "上年度", "上一年度", "去年"]
    if let year = context.year { years += ["\(year - 1)年", "\(year - 1)年度"] }
    return years.flatMap { year in Self.none.map { [UInt8]((year + $0).utf8) } }
  }

  private static let none = ["无", "未", "没有"]
}

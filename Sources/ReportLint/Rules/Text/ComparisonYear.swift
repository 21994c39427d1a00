internal import FiscalModel
internal import FiscalNarrative

/// TX02: a comparison with a year that is not the one before.
struct ComparisonYear: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX02", category: "T1", severity: .error, title: "比较年度错误",
    summary: "“与某年度相比”的年度是上一年度。",
    rationale: "年度写错多是照抄上年材料，增减数也往往没有更新。",
    source: "决算、预算公开模板：与上年度比较",
    examples: [
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n收入总计100.00万元，与⟦2022年度⟧相比，增加5.00万元。"),
      RuleExample(
        "别的项目比的是上一年度",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出2.00万元，与2023年度相比，减少0.38万元；公务用车运行维护费支出5.00万元，与⟦2022年度⟧相比，减少0.50万元。
        """),
      RuleExample(
        "中间写了金额的名称，前一句也在比较",
        """
        # 第二部分 部门预算情况说明
        ## 一、收支预算总体情况说明
        2025年收支预算总数90.00万元，比⟦2025年⟧财政拨款收支预算总数减少6.00万元。

        2025年收入预算90.00万元，比2024年预算减少6.00万元；支出预算90.00万元，比⟦2023年⟧预算减少6.00万元。
        """, layout: "budget", year: 2025),
      RuleExample(
        "无误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n收入总计100.00万元，与2023年度相比，增加5.00万元，比2023年决算数增长5.26%。"),
      RuleExample(
        "无误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n收入总计100.00万元，比上年增加5.00万元，增长5.26%；比2019年减少10.00万元，下降9.09%。"
      ),
      RuleExample(
        "无误：也与上一年度比较了",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        “三公”经费支出10.00万元，与2019年相比减少5.00万元，与2023年基本持平。

        “三公”经费支出10.00万元，与2023年基本持平。与2019年相比减少5.00万元。
        """),
      RuleExample(
        "有误：与别的年度的预算比较",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费全年预算2.00万元，支出决算为1.50万元，与⟦2023年度⟧全年预算相比减少0.50万元，下降25.00%。
        """),
      RuleExample(
        "无误：说的是别的年度",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        2024年度收入总计100.00万元。2025年预算安排支出120.00万元，比2024年增加20.00万元。

        2024年度公务接待费比2023年度减少1.00万元；2023年度比2022年度减少2.00万元。

        2025年“三公”经费预算5.00万元，比2024年减少1.00万元。

        其中，公务接待费预算2.00万元，比2024年支出减少1.00万元。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    for mention in YearMention.all(in: context.text) {
      if mention.year == year - 1 {
        checkBudget(context, mention, year, &findings)
        continue
      }
      let passage = context.passages[context.text.passage(at: mention.range.lowerBound)]
      guard passage.kind == .paragraph, passage.role?.hasPrefix("narrative") ?? false,
        isComparison(context.text, mention, year, context.kind),
        !isSecondComparison(context.text, mention, year),
        !isOfOther(context, mention, year)
      else { continue }
      let word = mention.isFiscal ? "年度" : "年"
      findings.report(
        mention.range, in: context, "应与上一年度比较，这里写的是\(mention.year)\(word)",
        actual: "\(mention.year)\(word)", expected: "\(year - 1)\(word)",
        suggestion: "改为“\(year - 1)\(word)”，并核对增减数",
        refutes: [
          .year(mention.year, passage: context.text.passage(at: mention.range.lowerBound))
        ])
    }
  }

  /// 比2022年年初预算减少: what was spent is compared with the budget of its own year.
  private func checkBudget(
    _ context: ReportSurface, _ mention: YearMention, _ year: Int, _ findings: inout FindingSink
  ) {
    let text = context.text
    guard context.kind == .finalAccounts,
      Self.prepositions.contains(text.scalar(mention.range.lowerBound - 1)),
      Self.ownBudgets.contains(where: { text.has($0, at: mention.range.upperBound) })
    else { return }
    let passage = context.passages[text.passage(at: mention.range.lowerBound)]
    guard passage.kind == .paragraph, passage.role?.hasPrefix("narrative") ?? false else { return }
    findings.report(
      mention.range, in: context, "决算应与本年度的预算比较，这里写的是\(mention.year)年",
      confidence: .medium, actual: text.string(mention.range), expected: "\(year)年",
      suggestion: "改为“\(year)年”，并核对增减数")
  }

  private static let ownBudgets = ["年初预算", "初预算", "全年预算"].map(\.scalarValues)

  /// 与2022年度相比, 比2022年度减少; not 与2024年预算相比 in a report on that year's accounts.
  private func isComparison(
    _ text: DocumentText, _ mention: YearMention, _ year: Int, _ kind: ReportKind
  ) -> Bool {
    let before = text.scalar(mention.range.lowerBound - 1)
    guard Self.prepositions.contains(before) else { return false }
    let start = mention.range.upperBound
    let clause = start..<min(start + Self.longReach, text.scalars.count)
    guard let end = Self.comparisons.firstIndex(in: text, clause) else { return false }
    let between = start..<end
    if text.scalars[between].contains(where: { Self.isPoint($0) }) { return false }
    // 比2022年财政拨款收支预算总数2,190.00万元减少: between them stands what is compared.
    if between.count >= Self.reach, !Self.accounts.isFound(in: text, between),
      !text.scalars[between].contains(where: isDigit)
    {
      return false
    }
    // What was spent is compared with its own year's budget, a budget is not.
    return mention.year != year || kind == .budget || !Self.budget.isFound(in: text, between)
  }

  /// 比上年增加…，比2019年减少…: whether the year before is compared with too, so that this one is meant as
  /// it stands: in the same part of the sentence, or, where the comparison begins it, in the one
  /// before.
  private func isSecondComparison(_ text: DocumentText, _ mention: YearMention, _ year: Int)
    -> Bool
  {
    guard mention.year < year else { return false }
    let passage = text.range(of: text.passage(at: mention.range.lowerBound))
    let start = partStart(text, mention.range.lowerBound, passage)
    var end = mention.range.upperBound
    while end < passage.upperBound, !Self.partEnds.contains(text.scalar(end)) { end += 1 }
    let isBegun = start + 1 >= mention.range.lowerBound
    let before = isBegun ? partStart(text, max(start - 1, passage.lowerBound), passage) : start
    return Self.priorYear.isFound(in: text, before..<mention.range.lowerBound)
      || comparesWithPriorYear(text, before..<mention.range.lowerBound, year)
      || comparesWithPriorYear(text, mention.range.upperBound..<end, year)
  }

  private func partStart(_ text: DocumentText, _ index: Int, _ passage: Range<Int>) -> Int {
    var start = index
    while start > passage.lowerBound, !Self.partEnds.contains(text.scalar(start - 1)) { start -= 1 }
    return start
  }

  private static let partEnds = "。；;".scalarValues

  /// Whether 比上年, 与2023年 or 同比 stands in a range.
  private func comparesWithPriorYear(_ text: DocumentText, _ range: Range<Int>, _ year: Int)
    -> Bool
  {
    let isBehindPreposition = { Self.prepositions.contains(text.scalar($0 - 1)) }
    return Self.priorYear.matches(in: text, range).contains {
      isBehindPreposition($0.range.lowerBound) || text.scalar($0.range.lowerBound) == Self.same
    }
      || YearMention.all(in: text, range).contains {
        $0.year == year - 1 && isBehindPreposition($0.range.lowerBound)
      }
  }

  /// 同, as in 同比.
  private static let same: UInt32 = 0x540C

  /// 2025年预算安排…，比2024年增加… in the accounts of 2024, 2024年减少…，2023年比2022年减少…: whether another
  /// year is spoken of that is the one behind it.
  private func isOfOther(_ context: ReportSurface, _ mention: YearMention, _ year: Int) -> Bool {
    let text = context.text
    var start = mention.range.lowerBound
    let passage = text.range(of: text.passage(at: start))
    // 比2023年减少…，比2022年增加: a year that is compared with is not spoken of.
    let before = YearMention.all(in: text, passage.lowerBound..<start).filter {
      !Self.prepositions.contains(text.scalar($0.range.lowerBound - 1))
    }
    if before.isEmpty, goesOn(context, mention, year) { return true }
    while start > passage.lowerBound, text.scalar(start - 1) != 0x3002 { start -= 1 }
    guard let subject = before.last, subject.range.lowerBound >= start,
      subject.year == mention.year + 1
    else { return false }
    return subject.year > year && context.kind == .finalAccounts
      || before.contains { $0.year == year }
  }

  /// 其中：…预算2.00万元，比2024年减少… below a paragraph on the budget of 2025: whether the paragraph goes on with what the
  /// one before said of a later year.
  private func goesOn(_ context: ReportSurface, _ mention: YearMention, _ year: Int) -> Bool {
    let text = context.text
    let index = text.passage(at: mention.range.lowerBound)
    guard context.kind == .finalAccounts, mention.year == year, index > 0,
      context.passages[index - 1].kind == .paragraph
    else { return false }
    let spoken = YearMention.all(in: text, text.range(of: index - 1)).last {
      !Self.prepositions.contains(text.scalar($0.range.lowerBound - 1))
    }
    return spoken?.year == year + 1
  }

  /// How far behind a year the word for its comparison stands: right behind it, or behind an amount.
  private static let reach = 10
  private static let longReach = 24
  private static let accounts = PhraseSet(["预算", "决算", "执行数"])

  private static let priorYear = PhraseSet(["上年", "上一年", "去年", "同比"])
  private static let prepositions = "与比较同和".scalarValues
  private static let comparisons = PhraseSet([
    "相比", "对比", "比较", "增加", "减少", "增长", "下降", "持平", "上升", "降低", "提高",
  ])
  private static let budget = PhraseSet(["预算"])

  private static func isPoint(_ scalar: UInt32) -> Bool {
    scalar == 0xFF0C || scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x0A || scalar == 0x3001
  }
}

extension PhraseSet {
  /// Where the first match in a range starts.
  func firstIndex(in text: DocumentText, _ range: Range<Int>) -> Int? {
    matches(in: text, range).first?.range.lowerBound
  }
}

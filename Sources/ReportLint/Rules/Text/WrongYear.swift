internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX01: a paragraph whose subject is another year's accounts.
struct WrongYear: Rule {
  static let metadata = RuleMetadata(
    id: "TX01", category: "T1", severity: .error, title: "年度错误",
    summary: "说明文字开头所说的年度是本年度。",
    rationale: "开头写成别的年度，多是整段照抄上年材料。",
    source: "决算、预算公开模板",
    examples: [
      RuleExample(
        "有误：年份在编号和小标题后面",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        （一）总体情况。2024年度一般公共预算财政拨款支出100.00万元，比上年增加2.00万元。

        （三）具体情况。⟦2023年度⟧一般公共预算财政拨款支出年初预算为90.00万元，支出决算为100.00万元。
        """),
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n云汀市民政局⟦2023年度⟧收入总计100.00万元。"),
      RuleExample(
        "金额是本年的",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出情况：⟦2025年⟧公务接待费支出决算3.18万元。
        """,
        tables: [
          "公开09": """
          预算数/合计,预算数/因公出国（境）费,预算数/小计,预算数/公务用车购置费,预算数/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/小计,决算数/公务用车购置费,决算数/公务用车运行维护费,决算数/公务接待费
          10.50,,6.00,,6.00,4.50,8.18,,5.00,,5.00,3.18
          """
        ]),
      RuleExample(
        "与同一年相比",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计情况：⟦2023年⟧收入总计100.00万元，比2023年增加20.00万元。
        """),
      RuleExample(
        "编制范围写成上年的",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        云汀市民政局⟦2023年度⟧部门决算包括局机关决算和所属单位决算。
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入总计100.00万元。
        """),
      RuleExample(
        "与上年的编制范围相比",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入部门决算编制范围的单位2家，与2023年度部门决算编制范围一致。
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入总计100.00万元。
        """),
      RuleExample(
        "逐项说明中的以后年度",
        """
        # 第二部分 部门预算情况说明
        ## 五、一般公共预算支出情况说明
        1.住房保障支出（类）住房改革支出（款）住房公积金（项）：2024年预算数为60.00万元。

        2.住房保障支出（类）住房改革支出（款）购房补贴（项）：⟦2025年⟧预算数为20.00万元。
        """, layout: "budget"),
      RuleExample(
        "以后年度的年末",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        ⟦2025年⟧末结转和结余63.47万元，主要是跨年实施的项目。
        """),
      RuleExample(
        "以后年度的增减",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        1.因公出国（境）费支出4.86万元。2023年度未发生因公出国（境）费，⟦2025年⟧度增加4.86万元，主要原因是执行年度出访计划。

        2.公务接待费支出3.20万元，预计2025年度增加0.20万元。
        """),
      RuleExample(
        "当年",
        """
        # 第二部分 部门预算情况说明
        ## 八、其他重要事项的情况说明
        ### （二）政府采购情况
        ⟦2023年⟧当年本部门政府采购预算共260.00万元。
        """, layout: "budget"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度收入总计100.00万元。

        2023年度未发生因公出国（境）费，2024年度增加4.86万元。

        2023年收入总计80.00万元，比2022年增加6.00万元；2024年收入总计100.00万元，比2023年增加20.00万元。

        2025年部门预算安排项目支出30.00万元，将用于续建。

        截至2023年12月31日，共有车辆3辆。

        2022年度预算执行审计查出的问题已经整改。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    let told = checkAmounts(context, year, &findings)
    checkTitles(context, year, &findings)
    checkNames(context, year, &findings)
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let range = context.text.range(of: index)
      let mentions = YearMention.all(in: context.text, range)
      guard let first = mentions.first, first.year != year,
        !mentions.contains(where: { $0.year == year }),
        isSubject(context, first, from: range.lowerBound), isBegun(context, before: index),
        !isHeaded(context, first, before: index),
        first.year < year || !isPlan(first.range.upperBound..<range.upperBound, context),
        !Self.comparison.isFound(
          in: context.text,
          first.range.upperBound..<min(first.range.upperBound + 8, range.upperBound)),
        case let isBalance = first.year > year && tellsBalance(context, first),
        isBalance
          || Self.facts.isFound(
            in: context.text,
            first.range.upperBound..<min(first.range.upperBound + 24, range.upperBound)),
        first.isFiscal && !tellsDeed(context, first, range)
          || tellsAmount(context, first, range) || tellsAbsence(context, first, range)
          || isBalance,
        !isBesidePair(context, first, index, year), !told.contains(index)
      else { continue }
      let word = first.isFiscal ? "年度" : "年"
      findings.report(
        first.range, in: context, "本文件说明的是\(year)年度，这里写的是\(first.year)\(word)",
        severity: first.isFiscal || first.year > year ? nil : .warning,
        confidence: first.isFiscal || first.year > year ? .high : .medium,
        actual: "\(first.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”，并核对本段是否照抄上年",
        refutes: Self.refuted(context.facts, index, first.year))
    }
  }

  /// What a passage's numbers mean by a year that is wrong there.
  private static func refuted(_ facts: Facts, _ passage: Int, _ year: Int) -> [Ground] {
    facts.statements.indices.filter { facts.statements[$0].passage == passage }.flatMap {
      index -> [Ground] in
      facts.statements[index].meaning?.year == year
        ? [.reading(index), .statement(index)] : [.reading(index)]
    }
  }

  /// The cover and the headings that name the accounts of another year, below which this year's are
  /// told.
  private func checkTitles(_ context: LintContext, _ year: Int, _ findings: inout FindingSink) {
    for (index, passage) in context.prose where [.cover, .heading].contains(passage.kind) {
      let range = context.text.range(of: index)
      guard range.count <= Self.longestHeading,
        let mention = YearMention.all(in: context.text, range).first, abs(mention.year - year) == 1,
        isTitle(mention, context, range), isBelow(index, year, context)
      else { continue }
      let word = mention.isFiscal ? "年度" : "年"
      findings.report(
        mention.range, in: context, "本文件说明的是\(year)年度，标题写的是\(mention.year)\(word)",
        actual: "\(mention.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”")
    }
  }

  private static let longestHeading = 45

  /// The accounts of another year named where only those of the report are meant: in the contents
  /// list, where a heading has the right year; in what the overview says of the bodies that they
  /// are of; and in the name of the attachment that holds their tables.
  private func checkNames(_ context: LintContext, _ year: Int, _ findings: inout FindingSink) {
    for (index, passage) in context.prose {
      let range = context.text.range(of: index)
      let mentions = YearMention.all(in: context.text, range)
      guard let mention = mentions.first, mentions.count == 1, abs(mention.year - year) == 1 else {
        continue
      }
      switch passage.kind {
      case .contents:
        guard isHeadedRightly(context, mention, range, year) else { continue }
      case .paragraph:
        guard namesAccounts(context, mention, range),
          passage.role?.hasPrefix("overview") ?? false
            && Self.scopes.isFound(in: context.text, mention.range.upperBound..<range.upperBound)
            || isAttachment(context, mention, range, year)
        else { continue }
      default: continue
      }
      let word = mention.isFiscal ? "年度" : "年"
      findings.report(
        mention.range, in: context, "本文件说明的是\(year)年度，这里写的是\(mention.year)\(word)",
        actual: "\(mention.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”")
    }
  }

  /// Whether a heading reads as an entry of the contents list, but with the report's own year.
  private func isHeadedRightly(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>, _ year: Int
  ) -> Bool {
    let text = context.text
    let right = "\(year)".scalarValues
    let entry =
      words(text, range.lowerBound..<mention.range.lowerBound) + right
      + words(text, (mention.range.lowerBound + 4)..<range.upperBound)
    return context.prose.contains { index, passage in
      passage.kind == .heading && words(text, text.range(of: index)) == entry
    }
  }

  private func words(_ text: DocumentText, _ range: Range<Int>) -> [UInt32] {
    text.scalars[range].filter { $0 != 0x20 && $0 != 0x3000 && $0 != 0x09 }
  }

  /// 2023年度部门决算编制范围, not 与2023年度部门决算相比.
  private func namesAccounts(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let rest = mention.range.upperBound..<range.upperBound
    let word = context.kind == .budget ? "预算" : "决算"
    let accounts = ["部门", "单位"].map { ($0 + word).scalarValues }
    let starts = [rest.lowerBound, rest.lowerBound + bodyLength(context, rest)]
    return !Self.comparing.contains(text.scalar(mention.range.lowerBound - 1))
      && !Self.earlier.isFound(in: text, range)
      && accounts.contains { name in starts.contains { text.has(name, at: $0) } }
  }

  private static let comparing = "与比较同和从由".scalarValues
  private static let scopes = PhraseSet(["编制范围", "包括", "包含", "构成", "组成", "汇总"])

  /// 附件：某局2023年度部门决算公开表.
  private func isAttachment(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>, _ year: Int
  ) -> Bool {
    let text = context.text
    return mention.year == year - 1 && range.count <= Self.longestHeading
      && Self.attachments.contains { text.has($0, at: range.lowerBound) }
      && Self.tables.contains { text.has($0, at: range.upperBound - $0.count) }
  }

  private static let attachments = ["附件", "附表"].map(\.scalarValues)
  private static let tables = ["公开表", "决算表", "预算表", "报表"].map(\.scalarValues)

  /// Whether a title goes on behind its year as those of the report's own accounts do.
  private func isTitle(
    _ mention: YearMention, _ context: LintContext, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let rest = mention.range.upperBound..<range.upperBound
    guard !Self.earlier.isFound(in: text, range) else { return false }
    if rest.isEmpty { return mention.isFiscal && range.count <= mention.range.count + 2 }
    let body = rest.lowerBound + bodyLength(context, rest)
    return Self.titles.contains { text.has($0, at: body) }
  }

  /// Whether the first year told below a title, by the accounts themselves, is the report's own.
  private func isBelow(_ title: Int, _ year: Int, _ context: LintContext) -> Bool {
    for index in context.facts.passages.indices.dropFirst(title + 1).prefix(Self.belowReach) {
      let passage = context.facts.passages[index]
      guard passage.kind == .paragraph || passage.kind == .heading else { continue }
      let range = context.text.range(of: index)
      guard let mention = YearMention.all(in: context.text, range).first,
        isSubject(context, mention, from: range.lowerBound) || passage.kind == .heading,
        passage.kind == .paragraph || isTitle(mention, context, range)
      else { continue }
      return mention.year == year
    }
    return false
  }

  private static let belowReach = 40
  private static let earlier = PhraseSet([
    "执行", "对比", "比较", "增减", "变化", "完成", "上年", "回顾", "总结", "较", "结转",
  ])
  private static let titles = [
    "部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算", "收入支出", "收支", "收入决算", "支出决算", "收入预算",
    "支出预算", "财政拨款", "一般公共预算", "政府性基金", "国有资本", "“三公”", "三公", "部门收支", "部门收入", "部门支出",
  ].map(\.scalarValues)

  /// 2025年将继续…, 2025年部门预算安排…: whether what a year to come begins is told as its plan.
  private func isPlan(_ sentence: [UInt8], _ context: LintContext) -> Bool {
    Self.plans.contains { sentence.firstOffset(of: $0) != nil }
      || context.kind == .finalAccounts
        && Self.budgeting.contains { sentence.firstOffset(of: $0) != nil }
  }

  private func isPlan(_ range: Range<Int>, _ context: LintContext) -> Bool {
    let sentence = context.text.string(range).prefix { $0 != "。" }
    return isPlan([UInt8](sentence.utf8), context)
  }

  /// What follows in a sentence, from an offset in its passage.
  private func rest(of text: TracedText, from start: Int) -> [UInt8] {
    let end = text.utf8.firstOffset(of: Self.stop, from: start) ?? text.utf8.count
    return Array(text.utf8[start..<end])
  }

  private static let stop = [UInt8]("。".utf8)
  private static let plans = ["将", "拟", "计划", "预计", "继续"].map { [UInt8]($0.utf8) }
  private static let budgeting = ["部门预算", "单位预算", "预算安排", "安排预算", "预算编制", "编制预算"]
    .map { [UInt8]($0.utf8) }

  /// 2024年政府采购预算18.00万元: whether the clause that the year begins tells an amount of what
  /// the report is about. 2024年农村公路建设项目 is a name.
  private func tellsAmount(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let start = mention.range.upperBound
    let end =
      (start..<range.upperBound).first {
        Self.clauseEnds.contains(text.scalar($0)) && !isDigit(text.scalar($0 + 1))
      } ?? range.upperBound
    let body = start + bodyLength(context, start..<end)
    return Self.subjects.contains { text.has($0, at: body) }
      && Self.units.isFound(in: text, start..<end)
      && text.scalars[start..<end].contains(where: isDigit)
  }

  /// 2025年末结转和结余63.47万元, in the accounts of 2024: whether a year that is not over begins the balance at
  /// its end.
  private func tellsBalance(_ context: LintContext, _ mention: YearMention) -> Bool {
    context.kind == .finalAccounts
      && Self.balances.contains { context.text.has($0, at: mention.range.upperBound) }
  }

  private static let balances = ["末结转", "末结余", "末财政拨款结转"].map(\.scalarValues)

  /// 2023年没有使用政府性基金预算安排的支出: whether the sentence that the year begins says that there
  /// was none, and stands alone.
  private func tellsAbsence(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let start = mention.range.upperBound
    let body = start + bodyLength(context, start..<range.upperBound)
    return Self.absences.contains { text.has($0, at: body) }
      && text.scalars[body..<range.upperBound].firstIndex(of: 0x3002).map {
        $0 == range.upperBound - 1
      } ?? true
  }

  /// 2022年度预算执行审计查出的问题已整改: whether the clause that the year begins tells what was done about the
  /// accounts of that year.
  private func tellsDeed(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let start = mention.range.upperBound
    let end =
      (start..<range.upperBound).first { Self.clauseEnds.contains(context.text.scalar($0)) }
      ?? range.upperBound
    return context.grammar.deeds.isFound(in: context.text, start..<end)
  }

  private static let absences = ["没有", "无", "未安排", "未发生", "未使用", "不涉及"].map(\.scalarValues)

  /// How long the body's name or the word for it is that a range begins with.
  private func bodyLength(_ context: LintContext, _ range: Range<Int>) -> Int {
    let text = context.text.string(range)
    let rest = withoutBody(text[...], context)
    return text.unicodeScalars.count - rest.unicodeScalars.count
  }

  private static let subjects = [
    "收入", "支出", "收支", "收、支", "总收入", "总支出", "本年收入", "本年支出", "财政拨款", "一般公共预算", "政府性基金", "国有资本经营",
    "部门预算", "单位预算", "部门决算", "单位决算", "年初预算", "预算", "决算", "“三公”", "三公", "机关运行经费", "政府采购", "政府购买服务",
    "基本支出",
    "项目支出",
    "人员经费", "公用经费", "公务接待费", "公务用车", "因公出国",
  ].map(\.scalarValues)

  /// Whether the paragraph beside it tells the report's own year of the same: first 2024年…, then
  /// 2025年….
  private func isBesidePair(
    _ context: LintContext, _ mention: YearMention, _ passage: Int, _ year: Int
  ) -> Bool {
    [passage - 1, passage + 1].contains { index in
      guard context.facts.passages.indices.contains(index),
        context.facts.passages[index].kind == .paragraph
      else { return false }
      let range = context.text.range(of: index)
      return YearMention.all(in: context.text, range).contains { other in
        other.year == year
          && isSame(other.range.upperBound, mention.range.upperBound, context.text)
      }
    }
  }

  /// Whether the same words stand behind two years, up to the first number or mark.
  private func isSame(_ one: Int, _ other: Int, _ text: DocumentText) -> Bool {
    for offset in 0..<Self.sameWords {
      let scalar = text.scalar(one + offset)
      guard scalar == text.scalar(other + offset) else { return false }
      if offset > 0, isDigit(scalar) || Self.clauseEnds.contains(scalar) { return true }
    }
    return true
  }

  /// How many code points behind two years tell that the same is told of them.
  private static let sameWords = 16
  private static let clauseEnds = "，。；,;".scalarValues
  private static let units = PhraseSet(["万元", "亿元", "元"])

  /// An amount that is told of another year, and that the tables have as this year's; the passages
  /// with one.
  private func checkAmounts(
    _ context: LintContext, _ year: Int, _ findings: inout FindingSink
  ) -> Set<Int> {
    var passages = Set<Int>()
    let statements = context.facts.statements
    lazy var told = Set(
      statements.compactMap { statement in
        Self.level(statement).flatMap { $0.year == nil ? Self.topic(statement) : nil }
      })
    // What is as it was has this year's amount in the other year too.
    let unchanged = Set(context.facts.unchanged.map(\.subject))
    for (index, statement) in statements.enumerated() {
      if checkComparison(context, index, year, &findings) {
        passages.insert(statement.passage)
        continue
      }
      if checkChange(context, index, year, &findings) { continue }
      if checkComingChange(context, index, year, &findings) { continue }
      guard let meaning = Self.level(statement), let other = meaning.year,
        case .level(let measure) = meaning.aspect, let amount = statement.quantity.amount,
        !amount.number.isZero,
        other > year || Self.topic(statement).map({ !told.contains($0) }) ?? false,
        measure == context.vocabulary.defaultMeasure, !unchanged.contains(meaning.subject),
        let place = statements[..<index].last(where: { $0.quantity == .year(other) }),
        place.passage == statement.passage
      else { continue }
      let text = context.facts.passages[place.passage].text
      let source = context.evidence.sources(of: meaning.subject, measure, in: meaning.section)
        .first
      guard let source, source.interval.overlaps(amount.interval) else {
        // What was spent cannot be that of a year to come, whatever the amount.
        if source == nil, other > year,
          context.kind == .finalAccounts || isLed(statement.passage, place.range, context)
            || isTitled(statement, place.range, context),
          !meaning.subject.isUnnamed,
          !isPlan(rest(of: text, from: place.range.upperBound), context)
        {
          let amount = context.kind == .budget ? "预算数" : "决算数"
          findings.report(
            text, place.range, "本文件说明的是\(year)年度，这里的\(amount)却写的是\(other)年",
            actual: "\(other)年", expected: "\(year)年",
            evidence: [.init("金额", text, statement.range)], suggestion: "改为“\(year)年”",
            refutes: Self.refuted(context.facts, place.passage, other))
        }
        continue
      }
      findings.report(
        text, place.range, "这里写的是\(other)年，金额 \(amount.number) 却是\(source.label)的本年数",
        actual: "\(other)年", expected: "\(year)年",
        evidence: [.init(source.label, source.text), .init("金额", text, statement.range)],
        suggestion: "改为“\(year)年”",
        refutes: Self.refuted(context.facts, place.passage, other))
      passages.insert(place.passage)
    }
    return passages
  }

  /// An amount of another year that the same sentence compares with that year, or, if that is yet
  /// to come, with one long before it: 2023年预算618.42万元，比2023年预算增加13.12万元.
  private func checkComparison(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statements = context.facts.statements
    guard let meaning = Self.level(statements[index]), let other = meaning.year,
      index + 1 < statements.count, case .year(let base) = statements[index + 1].quantity,
      base < year, other == base || other > year,
      let result = result(context, index, meaning.subject),
      let place = place(of: other, before: index, context)
    else { return false }
    let text = context.facts.passages[place.passage].text
    findings.report(
      text, place.range, "这里写的是\(other)年，又与\(base)年相比，应当是\(year)年",
      actual: "\(other)年", expected: "\(year)年",
      evidence: [
        .init("比较的年份", text, statements[index + 1].range), .init("比较的结果", text, result),
      ],
      suggestion: "改为“\(year)年”", refutes: Self.refuted(context.facts, place.passage, other))
    return true
  }

  /// 2024年度“三公”经费支出比2024年减少1.00万元, in the accounts of 2025: a change from a year to itself; or
  /// one from the year before to the year to come.
  private func checkChange(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statement = context.facts.statements[index]
    guard case .change = statement.meaning?.aspect, let told = statement.meaning?.year,
      told == year - 1 || told == year + 1
    else { return false }
    var years: [(year: Int, range: Range<Int>)] = []
    for other in context.facts.statements[..<index].reversed() {
      guard other.passage == statement.passage, other.sentence == statement.sentence else { break }
      if case .year(let told) = other.quantity { years.append((told, other.range)) }
    }
    guard years.count == 2, years[0].year == year - 1, let first = years.last,
      first.year == told, isLed(statement.passage, first.range, context)
    else { return false }
    findings.report(
      context.facts.passages[statement.passage].text, first.range,
      "这里写的是\(first.year)年，又与\(years[0].year)年相比，应当是\(year)年", actual: "\(first.year)年",
      expected: "\(year)年",
      evidence: [
        .init("比较的年份", context.facts.passages[statement.passage].text, years[0].range)
      ], suggestion: "改为“\(year)年”")
    return true
  }

  /// 2026年度增加4.86万元, in the accounts of 2025: a change in a year that was yet to come.
  private func checkComingChange(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statement = context.facts.statements[index]
    guard context.kind == .finalAccounts, let meaning = statement.meaning,
      case .change = meaning.aspect, let told = meaning.year, told > year,
      statement.region == .plain, !meaning.subject.isUnnamed,
      let place = place(of: told, before: index, context)
    else { return false }
    let text = context.facts.passages[place.passage].text
    let before = Array(text.utf8[..<statement.range.lowerBound])
    let start = before.lastOffset(of: Self.stop) ?? 0
    guard !isPlan(before.part(start..<before.count), context) else { return false }
    findings.report(
      text, place.range, "本文件说明的是\(year)年度，这里的增减额却写的是\(told)年", actual: "\(told)年",
      expected: "\(year)年", evidence: [.init("增减额", text, statement.range)],
      suggestion: "改为“\(year)年”")
    return true
  }

  /// Whether a year begins its sentence, but for the body's name.
  private func isLed(_ passage: Int, _ year: Range<Int>, _ context: LintContext) -> Bool {
    let text = context.facts.passages[passage].text
    let before = text.utf8[..<year.lowerBound]
    let start = Array(before).lastOffset(of: Self.stop).map { $0 + Self.stop.count } ?? 0
    let lead = text.string(start..<year.lowerBound).filter { !$0.isWhitespace }
    return withoutBody(lead[...], context).isEmpty
  }

  /// 1.…（类）…（款）…（项）：2025年预算数为…: whether a year begins what is told of the item whose title stands
  /// before it.
  private func isTitled(
    _ statement: Statement, _ year: Range<Int>, _ context: LintContext
  ) -> Bool {
    guard case .functional = statement.meaning?.subject else { return false }
    let before = NormalText.bytes(
      of: Array(context.facts.passages[statement.passage].text.utf8[..<year.lowerBound]))
    return before.suffix(Self.colon.count).elementsEqual(Self.colon)
      && before.firstOffset(of: Self.stop) == nil
  }

  private static let colon = [UInt8]("：".utf8)

  /// What the comparison behind an amount says: the change, or the word for none.
  private func result(_ context: LintContext, _ index: Int, _ subject: Subject) -> Range<Int>? {
    let statements = context.facts.statements
    let statement = statements[index]
    let change = statements[(index + 1)...].prefix(Self.reach).first {
      $0.meaning?.subject == subject && $0.direction != nil
    }
    if let change, change.sentence == statement.sentence, change.passage == statement.passage,
      case .change = change.meaning?.aspect, !(change.quantity.printed?.isZero ?? true)
    {
      return change.range
    }
    let start = statements[index + 1].range.upperBound
    return context.facts.unchanged.first {
      $0.passage == statement.passage && $0.subject == subject
        && (start..<(start + Self.wordReach)).contains($0.range.lowerBound)
    }?.range
  }

  /// Where a year stands that nothing but its own words part from an amount.
  private func place(of year: Int, before index: Int, _ context: LintContext) -> Statement? {
    let statement = context.facts.statements[index]
    guard
      let place = context.facts.statements[..<index].last(where: { $0.quantity == .year(year) }),
      place.passage == statement.passage, place.sentence == statement.sentence,
      place.range.upperBound <= statement.range.lowerBound
    else { return nil }
    let text = context.facts.passages[place.passage].text
    let isApart = Self.marks.contains {
      text.utf8.firstOffset(of: $0, from: place.range.upperBound, to: statement.range.lowerBound)
        != nil
    }
    return isApart ? nil : place
  }

  /// Eight ideographs: 预算数基本持平.
  private static let wordReach = 24

  /// Behind a mark the year may be another's.
  private static let marks = ["，", ",", "；", ";", "。"].map { [UInt8]($0.utf8) }

  /// The year that is compared with, and the change from it.
  private static let reach = 3

  private static func level(_ statement: Statement) -> Meaning? {
    guard let meaning = statement.meaning, case .level = meaning.aspect, meaning.fund == nil,
      statement.region == .plain
    else { return nil }
    return meaning
  }

  /// What a section tells of: in another section the same words mean another table.
  private static func topic(_ statement: Statement) -> Topic? {
    statement.meaning.map { Topic(subject: $0.subject, section: $0.section) }
  }

  private struct Topic: Hashable {
    var subject: Subject
    var section: String?
  }

  private static let facts = PhraseSet([
    "收入", "支出", "收支", "收、支", "决算", "预算", "财政拨款", "三公", "机关运行经费", "政府采购", "绩效", "用于保障",
  ])

  private static let comparison = PhraseSet(["相比", "对比", "比较"])

  /// Whether the nearest heading above speaks of the same year: 二、2023年“三公”经费决算情况.
  private func isHeaded(
    _ context: LintContext, _ mention: YearMention, before passage: Int
  ) -> Bool {
    guard
      let heading = context.facts.passages[..<passage].lastIndex(where: { $0.kind == .heading })
    else { return false }
    return YearMention.all(in: context.text, context.text.range(of: heading))
      .contains { $0.year == mention.year }
  }

  /// Whether the passage before is complete, so that this one begins a sentence.
  private func isBegun(_ context: LintContext, before passage: Int) -> Bool {
    guard passage > 0, context.facts.passages[passage - 1].kind == .paragraph,
      let last = context.facts.passages[passage - 1].text.string.last(where: { !$0.isWhitespace })
    else { return true }
    return "。；：！？”）".contains(last)
  }

  /// Whether nothing but the body's name stands before the year.
  private func isSubject(_ context: LintContext, _ mention: YearMention, from start: Int) -> Bool {
    let before = context.text.string(start..<mention.range.lowerBound)
    return before.isEmpty || isTitle(before) || isNumberedTitle(before)
      || withoutBody(before[...], context).isEmpty
  }

  /// （四）政府采购情况：…: a title that runs into its text.
  private func isTitle(_ before: String) -> Bool {
    before.hasSuffix("：") && before.count <= Self.longestTitle
      && !before.contains { "，。；".contains($0) }
  }

  /// （三）具体情况。2018年度一般公共预算财政拨款支出…, （二）2018年支出…: a number, with a title or without, that runs into its
  /// text.
  private func isNumberedTitle(_ before: String) -> Bool {
    let bytes = Array(before.utf8)
    guard before.count <= Self.longestTitle, let number = HeadingNumber.scan(bytes) else {
      return false
    }
    return number.range.upperBound == bytes.count
      || before.hasSuffix("。") && !before.dropLast().contains { "，。；".contains($0) }
  }

  private static let longestTitle = 24

  private func withoutBody(_ text: Substring, _ context: LintContext) -> Substring {
    var rest = text
    if let entity = context.report.entity?.filter({ !$0.isWhitespace }), rest.hasPrefix(entity) {
      rest = rest.dropFirst(entity.count)
    }
    for word in ["当年", "全年"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    for word in Self.selves where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    return rest
  }

  private static let selves =
    ["本", "我"].flatMap { own in
      [
        "部门", "单位", "街道", "中心", "局", "委", "办", "院", "校", "所", "站", "镇", "乡", "县", "会", "馆", "园",
      ].map { own + $0 }
    } + ["部门", "单位"]
}

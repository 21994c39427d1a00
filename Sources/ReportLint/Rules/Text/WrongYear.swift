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
        "编制范围写成上年的决算",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        局机关设3个科室，其中：列入⟦2023年⟧部门决算编制范围的单位详细情况见下表。
        # 第二部分 部门预算情况说明
        ## 一、收支预算总体情况说明
        2024年度收入预算100.00万元。
        """, layout: "budget"),
      RuleExample(
        "同样的事先说上年的，再说本年的",
        """
        # 第二部分 部门预算情况说明
        ## 三、政府采购情况
        2023年度市水务局政府采购支出总额12.00万元。

        2024年市水务局政府采购预算总额18.00万元。
        """, layout: "budget", year: 2024),
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
        "小标题后面，资金名称前面的以后年度的年末",
        """
        # 第二部分 部门决算情况说明
        ## 四、财政拨款收入支出决算总体情况说明
        3.结转结余情况。⟦2025年度⟧年末一般公共预算财政拨款结转和结余12.00万元，比上年减少3.00万元。
        """),
      RuleExample(
        "安排的采购，绩效目标",
        """
        # 第二部分 部门预算情况说明
        ## 八、其他重要事项的情况说明
        ### （二）政府采购预算情况说明
        ⟦2024年⟧安排政府采购预算85.60万元，其中：货物类预算25.60万元，服务类预算60.00万元。
        ### （四）预算绩效情况说明
        ⟦2024年⟧纳入绩效目标管理的项目3个，涉及资金120.00万元。
        """, layout: "budget", year: 2025),
      RuleExample(
        "小标题后面的以后年度",
        """
        # 第二部分 部门预算情况说明
        ## 二、支出预算情况说明
        （一）基本支出：⟦2026年⟧预算700.00万元，是保障机构正常运转的支出。
        """, layout: "budget", year: 2025),
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
    checkOpenings(context, year, beside: told, &findings)
  }
}

// MARK: - What rests on a year

extension WrongYear {
  /// What a passage's numbers mean by a year that is wrong there.
  static func refuted(_ facts: Facts, _ passage: Int, _ year: Int) -> [Ground] {
    facts.statements.indices.filter { facts.statements[$0].passage == passage }.flatMap {
      index -> [Ground] in
      facts.statements[index].meaning?.year == year
        ? [.reading(index), .statement(index)] : [.reading(index)]
    }
  }
}

// MARK: - What begins a sentence

extension WrongYear {
  /// Whether nothing but the body's name stands before the year.
  func isSubject(_ context: LintContext, _ mention: YearMention, from start: Int) -> Bool {
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

  /// Whether a year begins its sentence, but for the body's name.
  func isLed(_ passage: Int, _ year: Range<Int>, _ context: LintContext) -> Bool {
    let text = context.facts.passages[passage].text
    let before = text.utf8[..<year.lowerBound]
    let start = Array(before).lastOffset(of: Self.stop).map { $0 + Self.stop.count } ?? 0
    let lead = text.string(start..<year.lowerBound).filter { !$0.isWhitespace }
    return withoutBody(lead[...], context).isEmpty
  }

  /// How long the body's name or the word for it is that a range begins with.
  func bodyLength(_ context: LintContext, _ range: Range<Int>) -> Int {
    let text = context.text.string(range)
    let rest = withoutBody(text[...], context)
    return text.unicodeScalars.count - rest.unicodeScalars.count
  }

  func withoutBody(_ text: Substring, _ context: LintContext) -> Substring {
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

  /// 2025年将继续…, 2025年部门预算安排…: whether what a year to come begins is told as its plan.
  func isPlan(_ sentence: [UInt8], _ context: LintContext) -> Bool {
    Self.plans.contains { sentence.firstOffset(of: $0) != nil }
      || context.kind == .finalAccounts
        && Self.budgeting.contains { sentence.firstOffset(of: $0) != nil }
  }

  func isPlan(_ range: Range<Int>, _ context: LintContext) -> Bool {
    let sentence = context.text.string(range).prefix { $0 != "。" }
    return isPlan([UInt8](sentence.utf8), context)
  }

  /// What follows in a sentence, from an offset in its passage.
  func rest(of text: TracedText, from start: Int) -> [UInt8] {
    let end = text.utf8.firstOffset(of: Self.stop, from: start) ?? text.utf8.count
    return Array(text.utf8[start..<end])
  }

  static let stop = [UInt8]("。".utf8)
  private static let plans = ["将", "拟", "计划", "预计", "继续"].map { [UInt8]($0.utf8) }
  private static let budgeting = ["部门预算", "单位预算", "预算安排", "安排预算", "预算编制", "编制预算"]
    .map { [UInt8]($0.utf8) }
}

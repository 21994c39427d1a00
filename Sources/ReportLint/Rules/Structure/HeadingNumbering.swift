internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST17: numbers of headings and items that are skipped or used twice.
struct HeadingNumbering: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST17", category: "S2", severity: .warning, title: "标题编号跳号、重号",
    summary: "同一级的编号从一起依次排列。",
    rationale: "编号断了，读者会以为缺了一节。",
    source: "GB/T 9704-2012 7.3.3",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        （一）拟订规划。

        （二）组织实施。

        ⟦（四）⟧监督检查。
        """),
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## ⟦三、⟧机构设置
        内设办公室。
        """),
      RuleExample(
        "有误：多编了一号，后面的没有错",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## 二、机构设置
        内设办公室。
        ## ⟦四、⟧人员情况
        共有20人。
        ## 四、车辆情况
        共有1辆。
        """),
      RuleExample(
        "有误：一段之内",
        "# 第一部分 部门概况\n## 一、主要职责\n主要职责包括：（1）拟订规划；（2）组织实施；⟦（4）⟧监督检查。"),
      RuleExample(
        "有误：列举从 2 开始",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        具体职责如下：

        ⟦2.⟧监督检查。
        """),
      RuleExample(
        "有误：中途换了编号",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        ### （一）总体情况
        “三公”经费支出9.00万元。
        ### （二）具体情况
        1.因公出国（境）费支出0.00万元，全年没有团组。

        ⟦（二）⟧公务接待费支出9.00万元，主要用于公务往来。

        （三）公务用车购置及运行维护费支出0.00万元，没有公务用车。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        （一）拟订规划。

        1.制定方案。2.组织实施：（1）部署；（2）落实；（3）检查。重点：（1）提质；（2）增效。

        3.总结。

        （二）组织实施。

        1.落实。
        ## 二、机构设置
        内设办公室。
        """),
    ])

  private struct Item {
    var passage: Int
    var number: HeadingNumber
    /// Whether its number is one too high.
    var isAhead = false
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    checkRunIn(context, into: &findings)
    var last: [Item?] = Array(repeating: nil, count: HeadingNumber.Style.allCases.count)
    for (index, passage) in context.prose {
      guard [.heading, .paragraph].contains(passage.kind) else {
        // A table or the contents list between two items parts two lists.
        continue
      }
      guard let number = passage.number else { continue }
      var item = Item(passage: index, number: number)
      let level = number.style.rawValue
      if let before = last[level], continuesLower(item, before, last, context) {
        report(item, asOneOf: last[level + 1], context, into: &findings)
      } else if let before = last[level] {
        // 三、五、五、六、: the first of the two is wrong, and was reported.
        let isRight = before.isAhead && number.value == before.number.value
        if !isRight, check(item, after: before, context, into: &findings) {
          item.isAhead = number.value == before.number.value + 2
        }
      } else if number.value > 1, passage.kind == .heading, number.value <= 3 {
        reportStart(item, context, into: &findings)
      } else if number.value == 2, isAnnounced(item, context) {
        report(start: item, context, into: &findings)
      }
      last[level] = item
      for lower in (level + 1)..<max(last.count, level + 1) { last[lower] = nil }
    }
  }

  /// （二）具体情况：, 1.甲, （二）乙: whether an item takes up the number of the heading above in place of that of
  /// the list below it.
  private func continuesLower(
    _ item: Item, _ before: Item, _ last: [Item?], _ context: ReportSurface
  ) -> Bool {
    guard item.number.style == .bracketedChinese, item.number.value == before.number.value,
      isHeading(before, context), !isHeading(item, context),
      let lower = last[item.number.style.rawValue + 1]
    else { return false }
    return lower.number.value == item.number.value - 1
  }

  private func report(
    _ item: Item, asOneOf lower: Item?, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard let lower else { return }
    let text = context.passages[item.passage].text
    let previous = context.passages[lower.passage].text
    let quote = text.string(item.number.range)
    let right = NumberForms.form(lower.number.style, item.number.value)
    findings.report(
      text, item.number.range, "“\(previous.string(lower.number.range))”后面是“\(quote)”，不是同一种编号",
      confidence: .medium, actual: quote, expected: right,
      evidence: [.init("前一个编号", previous, lower.number.range)], suggestion: "改为“\(right)”")
  }

  /// - Returns: whether something was reported.
  private func check(
    _ item: Item, after before: Item, _ context: ReportSurface, into findings: inout FindingSink
  ) -> Bool {
    let (value, expected) = (item.number.value, before.number.value + 1)
    guard value != expected, value != 1 else { return false }
    let isSkipped = value > expected && value <= expected + 2
    let isRepeated = value == before.number.value && isHeading(item, context)
    guard isSkipped || (isRepeated && isHeading(before, context)) else { return false }
    if isSkipped, isRunIn(expected, item, before, context) || isInContents(expected, item, context)
    {
      return false
    }
    guard !isRow(item, context), !isRow(before, context) else { return false }
    report(item, expected: expected, before, context, into: &findings)
    return true
  }

  /// A part that the contents list has lost its number in the body, which another rule reports.
  private func isInContents(_ value: Int, _ item: Item, _ context: ReportSurface) -> Bool {
    guard item.number.style == .part else { return false }
    let entries = context.report.contents?.entries ?? []
    return entries.contains {
      guard let number = HeadingNumber.scan($0.title.utf8) else { return false }
      return number.style == .part && number.value == value
    }
  }

  /// A line with an amount is the row of a table that was read as text.
  private func isRow(_ item: Item, _ context: ReportSurface) -> Bool {
    guard isHeading(item, context) else { return false }
    let text = context.passages[item.passage].text.utf8
    return NumberScanner.tokens(text).contains { $0.value.decimals > 0 }
  }

  private func isHeading(_ item: Item, _ context: ReportSurface) -> Bool {
    context.passages[item.passage].kind == .heading
  }

  /// Whether the number that is missing stands inside the text between two items.
  private func isRunIn(
    _ value: Int, _ item: Item, _ before: Item, _ context: ReportSurface
  ) -> Bool {
    let text = context.text
    let start = text.range(of: before.passage).lowerBound
    let end = text.range(of: item.passage).lowerBound
    return NumberForms.set(item.number.style, value).isFound(in: text, start..<end)
  }

  private func report(
    _ item: Item, expected: Int, _ before: Item, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let text = context.passages[item.passage].text
    let previous = context.passages[before.passage].text
    let quote = text.string(item.number.range)
    let right = NumberForms.form(item.number.style, expected)
    findings.report(
      text, item.number.range,
      item.number.value == before.number.value
        ? "编号“\(quote)”重复" : "“\(previous.string(before.number.range))”后面是“\(quote)”，缺少“\(right)”",
      severity: isHeading(item, context) ? .warning : .info,
      confidence: isHeading(item, context) ? .high : .medium, actual: quote, expected: right,
      evidence: [.init("前一个编号", previous, before.number.range), .init("标题", text)],
      suggestion: "改为“\(right)”，或补上缺少的部分",
      rests: sections(between: before, item, context).map { .section($0) }
        + [before, item].map { .items(passage: $0.passage) })
  }

  /// The sections of the form that stand between those of two headings: one of them may be what the
  /// number that is skipped was for.
  private func sections(
    between before: Item, _ item: Item, _ context: ReportSurface
  ) -> [String] {
    let forms = Self.roles(context.layout.parts)
    let ends = [before, item].map { end in
      context.passages[end.passage].role.flatMap { role in
        forms.lastIndex { role == $0 || role.hasPrefix($0 + ".") }
      }
    }
    guard let start = ends[0], let end = ends[1], start + 1 < end else { return [] }
    return Array(forms[(start + 1)..<end])
  }

  /// The roles of a form's sections in their order.
  private static func roles(_ sections: [SectionForm]) -> [String] {
    sections.flatMap { [$0.role] + roles($0.sections) }
  }

  private func reportStart(
    _ item: Item, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard item.number.style == .chinese || item.number.style == .bracketedChinese else { return }
    let passages = context.passages
    // The first one may stand unread in the text above it.
    var start = item.passage
    while start > 0, passages[start - 1].kind != .heading { start -= 1 }
    let text = context.text
    let above =
      text.range(of: max(start - 1, 0)).lowerBound..<text.range(of: item.passage).lowerBound
    for value in 1..<item.number.value
    where NumberForms.set(item.number.style, value).isFound(in: text, above) {
      return
    }
    report(start: item, context, into: &findings)
  }

  /// 具体情况如下： above 2.…: whether a list that is announced begins with its second item.
  private func isAnnounced(_ item: Item, _ context: ReportSurface) -> Bool {
    guard item.number.style == .arabic, context.passages[item.passage].kind == .paragraph,
      item.passage > 0, context.passages[item.passage - 1].kind == .paragraph
    else { return false }
    let above = context.passages[item.passage - 1]
    let last = above.text.string.last { !$0.isWhitespace }
    return (last == "：" || last == ":")
      && !NumberForms.set(.arabic, 1).isFound(
        in: context.text, context.text.range(of: item.passage - 1))
  }

  private func report(
    start item: Item, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let passage = context.passages[item.passage]
    findings.report(
      passage.text, item.number.range, "这一级的编号不是从“\(NumberForms.form(item.number.style, 1))”开始",
      severity: .info, confidence: .medium, actual: passage.text.string(item.number.range),
      expected: NumberForms.form(item.number.style, 1), suggestion: "核对编号",
      rests: [.items(passage: item.passage)])
  }

  // MARK: Within a paragraph

  /// （1）甲；（2）乙；（4）丙 in one paragraph: the number that is skipped.
  private func checkRunIn(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .paragraph {
      let range = text.range(of: index)
      var value = 0
      for open in text.places(of: Self.opening, in: range) {
        guard isItem(text, open, range), let number = bracketed(text, open, range) else { continue }
        if value > 1, number.value == value + 2 {
          let (quote, right) = (
            text.string(number.range), NumberForms.form(.bracketedArabic, value + 1)
          )
          findings.report(
            number.range, in: context,
            "“\(NumberForms.form(.bracketedArabic, value))”后面是“\(quote)”，缺少“\(right)”",
            actual: quote, expected: right, suggestion: "改为“\(right)”，或补上缺少的部分")
        }
        value = number.value == 1 || value > 0 ? number.value : 0
      }
    }
  }

  private static let opening: UInt32 = 0xFF08
  private static let closing: UInt32 = 0xFF09
  private static let marks = "：；。，、:;,".scalarValues

  private func isItem(_ text: DocumentText, _ open: Int, _ range: Range<Int>) -> Bool {
    open == range.lowerBound || Self.marks.contains(text.scalars[open - 1])
  }

  private func bracketed(
    _ text: DocumentText, _ open: Int, _ range: Range<Int>
  ) -> (value: Int, range: Range<Int>)? {
    var (value, index) = (0, open + 1)
    while index < range.upperBound, isDigit(text.scalars[index]), value < 10 {
      value = value * 10 + Int(text.scalars[index] & 0x0F)
      index += 1
    }
    guard index > open + 1, index < range.upperBound, text.scalars[index] == Self.closing else {
      return nil
    }
    return (value, open..<(index + 1))
  }
}

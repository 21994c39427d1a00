internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST19: the contents list against the headings of the body.
struct ContentsHeading: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST19", category: "S3", severity: .warning, title: "目录与正文标题不一致",
    summary: "目录的每一条在正文里有同样的标题，编号也相同。",
    rationale: "目录与正文不符，说明改了一处忘了另一处。",
    source: "公文格式通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## ⟦二、年度要工作完成情况⟧
        完成任务。
        # 第二部分 部门决算情况说明
        决算情况如下。
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: ["第一部分 部门概况", "一、主要职责", "二、年度主要工作完成情况", "第二部分 部门决算情况说明", "第三部分 名词解释"]),
      RuleExample(
        "无误：表在附件里",
        """
        # 第一部分 云汀市民政局概况
        ## 一、主要职责
        拟订规划。
        # 第二部分 部门决算表
        （详见附件）
        # 第三部分 部门决算情况说明
        决算情况如下。
        # 第四部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: [
          "第一部分 云汀市民政局概况", "一、主要职责", "第二部分 部门决算表", "一、收支总表", "第三部分 部门决算情况说明",
          "第四部分 名词解释",
        ]),
      RuleExample(
        "无误：编号和标题在目录里各占一行",
        """
        # 第一部分 云汀市民政局概况
        ## 一、主要职责
        拟订规划。
        # 第二部分 部门决算表
        2024年度
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: ["第一部分", "云汀市民政局概况", "一、主要职责", "第二部分", "部门决算表", "第三部分", "名词解释"]),
      RuleExample(
        "无误",
        """
        # 第一部分 云汀市民政局概况
        ## 一、主要职责
        拟订规划。
        ## 二、主要工作
        完成任务。
        # 第二部分 部门决算情况说明
        决算情况如下。
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: ["第一部分 云汀市民政局概况", "一、主要职责", "二、2024年度主要工作", "第二部分 部门决算情况说明", "第三部分 名词解释"]),
    ])

  private static let distinctLength = 8
  private static let endingLength = 6
  private static let longestTitle = 40

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let matcher = context.headings
    // Where most entries have no heading, it is the reading that failed.
    guard matcher.matched.count >= 3,
      matcher.matched.count >= 2 * (matcher.differences.count + matcher.missing.count)
    else { return }
    let found = Set(matcher.matched.map(\.entry.passage))
    for difference in matcher.differences where !difference.line.isTable {
      report(difference, context, into: &findings)
    }
    for (entry, line) in matcher.matched where !line.isTable {
      reportNumber(entry, line, context, into: &findings)
    }
    for entry in matcher.missing
    where entry.number != nil && !isRunIn(entry, context) && !isAttached(entry, context)
      && !found.contains(where: { isBelow($0, entry, context) })
    {
      let text = context.passages[entry.passage].text
      findings.report(
        text, nil, "目录列有“\(text.trimmed().string)”，正文没有这个标题", confidence: .medium,
        suggestion: "补上这一部分，或更新目录")
    }
  }

  private func report(
    _ difference: HeadingMatcher.Difference, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let entry = context.passages[difference.entry.passage].text.trimmed()
    let heading = context.passages[difference.line.passage].text
    // One character lost or wrong is a slip, not another name.
    let isSlip =
      difference.distance == 1 && difference.entry.title.count >= 4
      && difference.line.title.count < difference.entry.title.count
    findings.report(
      heading, nil, "目录写“\(entry.string)”，正文标题写“\(heading.trimmed().string)”",
      severity: isSlip ? .error : .warning, actual: heading.trimmed().string,
      expected: entry.string, evidence: [.init("目录", entry)], suggestion: "把目录与标题改为一致")
  }

  /// Whether a passage is the entry just behind another one and of a lower level, so that the
  /// section is there even if its own heading is not.
  private func isBelow(
    _ passage: Int, _ entry: HeadingMatcher.Line, _ context: ReportSurface
  ) -> Bool {
    // A part has a heading of its own.
    guard passage == entry.passage + 1, let style = entry.number?.style, style != .part else {
      return false
    }
    let next = HeadingNumber.scan(context.passages[passage].text.utf8)?.style ?? .arabic
    return next > style
  }

  /// 四、部门预算表（见附件）: the entry itself says that it stands elsewhere.
  private func isAttached(_ entry: HeadingMatcher.Line, _ context: ReportSurface) -> Bool {
    let range = context.text.range(of: entry.passage)
    return Self.attached.isFound(in: context.text, range)
      || Self.tables.isFound(in: context.text, range) && AttachedTables.areListed(context)
      || isOfAttachedPart(entry, context)
  }

  /// 第二部分 预算表 with nothing below it but 详见附件: whether an entry stands below a part that is
  /// attached.
  private func isOfAttachedPart(_ entry: HeadingMatcher.Line, _ context: ReportSurface) -> Bool {
    let part = context.headings.matched.last {
      $0.entry.number?.style == .part && $0.entry.passage < entry.passage
    }
    guard let heading = part?.line.passage else { return false }
    return context.passages.indices.contains(heading + 1)
      && context.passages[heading + 1].text.utf8.count <= Self.longestNote
      && Self.attached.isFound(in: context.text, context.text.range(of: heading + 1))
  }

  /// Twenty ideographs.
  private static let longestNote = 60

  /// The part of the tables, which the attachments may hold.
  private static let tables = PhraseSet(["预算表", "决算表", "公开表", "报表"])

  private static let attached = PhraseSet(["见附件", "见附表", "附后", "另附"])

  /// Whether the entry's words begin a paragraph, in which the heading was read with its text.
  private func isRunIn(_ entry: HeadingMatcher.Line, _ context: ReportSurface) -> Bool {
    let text = context.text
    let words = Array(text.scalars[text.range(of: entry.passage)])
    let ending = entry.title.suffix(Self.endingLength)
    return context.passages.indices.contains { index in
      let passage = context.passages[index]
      guard passage.kind != .contents else { return false }
      let range = text.range(of: index)
      if text.has(words, at: range.lowerBound) { return true }
      // Right behind a table its line may have been read as the rest of the last row.
      if passage.kind == .cell {
        return entry.full.count >= Self.endingLength && range.count >= entry.full.count
          && text.has(entry.full, at: range.upperBound - entry.full.count)
      }
      // 科技创新专项经费情况说明 is one of several under 项目经费情况说明.
      return ending.count == Self.endingLength && passage.number == nil && passage.kind != .cell
        && range.count <= Self.longestTitle
        && text.scalars[range].suffix(ending.count).elementsEqual(ending)
    }
  }

  /// The same words under another number, or under none.
  private func reportNumber(
    _ entry: HeadingMatcher.Line, _ line: HeadingMatcher.Line, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    guard let number = entry.number, number.style == .part || number.style == .chinese else {
      return
    }
    let isHeading = context.passages[line.passage].kind == .heading
    if let other = line.number {
      // Short titles stand under several numbers: 七、绩效目标 of every project.
      guard isHeading, other.style == number.style, other.value != number.value,
        number.style == .part || entry.title.count >= Self.distinctLength
      else { return }
    } else {
      guard number.style == .part else { return }
    }
    let text = context.passages[line.passage].text
    let listed = context.passages[entry.passage].text.trimmed()
    findings.report(
      text, nil, "目录里是“\(listed.string)”，正文标题是“\(text.trimmed().string)”，编号不同",
      actual: text.trimmed().string, expected: listed.string, evidence: [.init("目录", listed)],
      suggestion: "补上或改正编号")
  }
}

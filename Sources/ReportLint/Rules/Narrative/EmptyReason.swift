internal import FiscalModel
internal import FiscalNarrative

/// NN31: a reason that was announced and not given.
struct EmptyReason: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN31", category: "T3", severity: .warning, title: "原因是空的",
    summary: "“主要原因是”“变动原因：”后面应当写出原因，不应当紧接句号或者到此为止。",
    rationale: "模板留下了引语，原因没有填。",
    source: "财预〔2016〕143号：增减变化要说明原因",
    examples: [
      RuleExample(
        "有误：“主要是”后面是句号",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        住房公积金支出99.50万元，比上年增加1.50万元，⟦主要是。⟧培训费支出3.00万元，比上年减少1.00万元，⟦主要是…⟧…。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，比上年增加10.00万元，⟦主要原因是。⟧

        本年支出合计1,000.00万元，比上年增加10.00万元，⟦变动原因：⟧
        """),
      RuleExample(
        "无误：原因分条列在下面",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，比上年增加10.00万元，主要原因是：

        一是提高养老服务补贴标准；二是新增助餐点。
        """),
    ])

  private static let words = PhraseSet(
    ["主要", "变动", "差异", "增加", "减少", "增长", "下降", "增减变化", "增减变动", "变化"].flatMap { kind in
      ["原因", "的原因", "的主要原因"].map { kind + $0 }
    })
  /// Behind these the reason itself must stand.
  private static let bare = PhraseSet(["主要是", "主要系", "主要由于", "主要因为"])
  private static let bareEnds = "。；…".scalarValues
  private static let leads = ReasonLead.words.map(\.scalarValues)
  private static let ends = "。；，…".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let range = text.range(of: index)
      // 减少的主要原因 ends where 主要原因 does.
      var last = range.lowerBound
      for match in Self.words.matches(in: text, range) {
        guard let lead = Self.leads.first(where: { text.has($0, at: match.range.upperBound) })
        else { continue }
        let end = match.range.upperBound + lead.count
        let isCut = end == range.upperBound && !goesOn(behind: index, context)
        guard isCut || (end < range.upperBound && Self.ends.contains(text.scalars[end])),
          end > last
        else { continue }
        last = end
        findings.report(
          match.range.lowerBound..<(isCut ? end : end + 1), in: context, "后面没有写出原因",
          suggestion: "补写原因；没有变动的删去这半句", refutes: [.character(end)])
      }
      for match in Self.bare.matches(in: text, range)
      where match.range.upperBound < range.upperBound
        && Self.bareEnds.contains(text.scalars[match.range.upperBound])
        && !Self.isReason(text, before: match.range.lowerBound)
      {
        findings.report(
          match.range.lowerBound..<(match.range.upperBound + 1), in: context, "后面没有写出原因",
          suggestion: "补写原因；没有变动的删去这半句", refutes: [.character(match.range.upperBound)])
      }
    }
  }

  /// 主要原因主要是。: whether the word for the reason stands before another one, and is told with it.
  private static func isReason(_ text: DocumentText, before end: Int) -> Bool {
    words.matches(in: text, max(0, end - longestWord)..<end).contains { $0.range.upperBound == end }
  }

  private static let longestWord = 10

  /// Whether the next passage may go on with the reason: it is a paragraph of the same section.
  private func goesOn(behind index: Int, _ context: ReportSurface) -> Bool {
    let passages = context.passages
    guard passages.indices.contains(index + 1), passages[index + 1].kind == .paragraph,
      passages[index + 1].role == passages[index].role
    else { return false }
    // What begins with a number of its own sentence pattern is the next item.
    return !Self.subjects.contains { passages[index + 1].text.string.hasPrefix($0) }
  }

  private static let subjects = ["本年", "本部门", "年初", "其中"]
}

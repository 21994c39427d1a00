internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX10: spaces between ideographs of running text.
struct InnerSpace: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX10", category: "T3", severity: .info, title: "汉字之间有空格",
    summary: "正文的汉字之间不留空格。",
    rationale: "空格使词语断开，也影响检索。",
    source: "GB/T 9704-2012；排版习惯",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责全市养老⟦服 务⟧工作。
        """),
      RuleExample(
        "联合发文的机关之间空一格",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        按照《云汀市财政局 云汀市外事办公室关于印发因公出国经费管理办法的通知》执行。
        """),
      RuleExample(
        "一行都是表格的单元格",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        单位名称 经费性质 人员编制数 在职人数
        云汀市水文站 财政核拨 12 11
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责全市养老服务工作。
        """),
    ])

  /// Where there are more, the conversion of the file has put them there.
  private static let most = 5

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    var found: [Range<Int>] = []
    for place in text.gaps
    where isIdeograph(text.scalars[place]) && isIdeograph(text.scalar(place - 1)) {
      let passage = text.passage(at: place)
      guard context.passages[passage].kind == .paragraph,
        place > text.range(of: passage).lowerBound, !startsField(place, text),
        !partsIssuers(place, text, context.grammar), !isUnit(place, text),
        !isRow(text.range(of: passage), text)
      else { continue }
      found.append((place - 1)..<(place + 1))
      if found.count > Self.most { return }
    }
    // In a PDF the distance of glyphs says no more than how the line was filled.
    guard !found.isEmpty, !context.prose.contains(where: { isOnPage($0.1, context) }) else {
      return
    }
    for range in found {
      findings.report(range, in: context, "汉字之间有空格", confidence: .medium, suggestion: "删去空格")
    }
  }

  private func isOnPage(_ passage: Passage, _ context: ReportSurface) -> Bool {
    guard passage.kind == .paragraph, case .page = context.report.location(of: passage.text) else {
      return false
    }
    return true
  }

  /// 控制数 万元: the space stands where a number should, which is told as that.
  private func isUnit(_ place: Int, _ text: DocumentText) -> Bool {
    Self.units.contains { text.has($0, at: place) }
  }

  private static let units = ["万元", "亿元"].map(\.scalarValues)

  /// 单位名称 经费性质 编制数 在职人数: whether a line is nothing but words with spaces between them, as the cells of a table
  /// are that has lost its lines.
  private func isRow(_ range: Range<Int>, _ text: DocumentText) -> Bool {
    var gaps = 0
    for index in range {
      if Self.marks.contains(text.scalars[index]) { return false }
      if index > range.lowerBound, text.hasSpace(before: index) { gaps += 1 }
    }
    return gaps > 1
  }

  private static let marks = Set("，。；：、！？,;:".scalarValues)

  /// 联系人：某某 联系方式：…: the space parts two fields of a line.
  private func startsField(_ place: Int, _ text: DocumentText) -> Bool {
    let name = text.scalars[place...].prefix(Self.longestField).prefix { isIdeograph($0) }
    return Self.colons.contains(text.scalar(name.endIndex))
  }

  /// 《某市财政局 某市民政局关于…的通知》: the space parts the bodies that issued a document together.
  private func partsIssuers(_ place: Int, _ text: DocumentText, _ grammar: Grammar) -> Bool {
    guard grammar.issuerEndings.contains(text.scalar(place - 1)) else { return false }
    let name = text.scalars[place...].prefix(Self.longestIssuer).prefix { isIdeograph($0) }
    return grammar.issuing.isFound(in: text, place..<name.endIndex)
  }

  private static let longestIssuer = 40
  private static let longestField = 8
  private static let colons = "：:".scalarValues
}

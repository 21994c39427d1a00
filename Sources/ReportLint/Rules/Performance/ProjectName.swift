internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF18: names of projects that differ by one character from their sheet.
struct ProjectName: Rule {
  static let metadata = RuleMetadata(
    id: "PF18", category: "T4", severity: .warning, title: "项目名称与自评表差一个字",
    summary: "说明中的项目名称与自评表的项目名称一致。",
    rationale: "差一个字，多半有一处打错。",
    source: "同一项目同一名称",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.⟦社区养老服备⟧项目绩效自评综述：项目自评得分为99分。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为99分。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,90,90
          总分,,,,100,99
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    // Projects of one name need be looked for once.
    var seen = Set<[UInt32]>()
    let names = context.sheets.compactMap(\.project).map { (name: Self.scalars($0), text: $0) }
      .filter { seen.insert($0.name).inserted }
    guard !names.isEmpty else { return }
    for index in ProjectNarrative.reviews(context) {
      let range = context.text.range(of: index)
      let told = names.contains { Self.place(of: $0.name, context.text, range, wrong: 0) != nil }
      guard !told else { continue }
      for (name, text) in names where name.count >= Self.shortestName {
        guard let place = Self.place(of: name, context.text, range, wrong: 1) else { continue }
        findings.report(
          place, in: context,
          "自评表中的项目名称是“\(text.trimmed().string)”，这里差一个字", confidence: .medium,
          actual: context.text.string(place), expected: text.trimmed().string,
          evidence: [.init("自评表的项目名称", text)], suggestion: "核对项目名称")
        break
      }
    }
  }

  private static let shortestName = 6
  /// How far into a passage a name may begin, behind its number.
  private static let reach = 8

  private static func scalars(_ text: TracedText) -> [UInt32] {
    text.string.scalarValues.filter { $0 > 0x20 && $0 != 0x3000 }
  }

  /// Where a name stands at the head of a passage with so many wrong characters, all ideographs; its
  /// first is right.
  private static func place(
    of name: [UInt32], _ text: DocumentText, _ passage: Range<Int>, wrong: Int
  ) -> Range<Int>? {
    guard !name.isEmpty else { return nil }
    for start in passage.prefix(reach) where start + name.count <= passage.upperBound {
      if hasWrong(wrong, name, text, at: start) { return start..<(start + name.count) }
    }
    return nil
  }

  private static func hasWrong(
    _ wrong: Int, _ name: [UInt32], _ text: DocumentText, at start: Int
  ) -> Bool {
    var odd = 0
    for index in name.indices where text.scalars[start + index] != name[index] {
      odd += 1
      guard odd <= wrong, index > 0, isIdeograph(name[index]),
        isIdeograph(text.scalars[start + index]), !numerals.contains(name[index])
      else { return false }
    }
    return odd == wrong
  }

  /// 一期 and 二期 are two projects.
  private static let numerals = "一二三四五六七八九十甲乙丙丁东西南北上下".scalarValues
}

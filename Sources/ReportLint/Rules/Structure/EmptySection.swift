internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST37: a heading of the narrative with nothing below it.
struct EmptySection: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST37", category: "S1", severity: .warning, title: "标题下没有内容",
    summary: "说明文字的每个标题下都有内容；没有收支的，写明没有。",
    rationale: "只有标题没有内容，等于没有说明。",
    source: "财预〔2016〕143号",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## ⟦八、政府性基金预算财政拨款收入支出决算情况说明⟧
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        2024年度没有国有资本经营预算财政拨款支出。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        2024年度没有政府性基金预算财政拨款收入支出。
        ## 九、国有资本经营预算财政拨款支出决算情况说明：0万元
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度没有机关运行经费支出。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for part in context.report.parts {
      let sections = part.sections
      // The last one may go on behind what was not read.
      for (section, next) in zip(sections, sections.dropFirst())
      where section.role?.hasPrefix("narrative.") ?? false && section.blocks.isEmpty
        && section.sections.isEmpty && isNext(next, section)
      {
        guard let heading = section.heading, !answers(heading.trimmed().string) else { continue }
        findings.report(
          heading, nil, "“\(heading.trimmed().string)”下面没有内容", suggestion: "写明情况；没有收支的，写明没有")
      }
    }
  }

  /// 八、政府性基金预算支出情况（本部门无此项支出）, 八、政府性基金预算支出情况：0万元: whether the heading itself says so,
  /// in words for none or behind its title.
  private func answers(_ heading: String) -> Bool {
    heading.hasSuffix("）") || Self.answers.contains(where: heading.contains)
      || Self.marks.contains { mark in
        heading.firstIndex(of: mark).map { heading.index(after: $0) < heading.endIndex } ?? false
      }
  }

  private static let answers = ["无", "没有", "未", "不涉及", "为零", "见", "附"]
  private static let marks: [Character] = ["：", ":", "。", "—", "，"]

  /// Whether the next heading is that with the next number, and has something below it: a list of
  /// headings has nothing below any of them.
  private func isNext(_ next: Section, _ section: Section) -> Bool {
    guard let number = section.number, let other = next.number, other.style == number.style else {
      return false
    }
    return other.value == number.value + 1 && !(next.blocks.isEmpty && next.sections.isEmpty)
  }
}

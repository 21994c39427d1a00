internal import FiscalModel
internal import FiscalNarrative

/// ST26: words of the template for the drafter.
struct TemplateInstruction: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST26", category: "S6", severity: .warning, title: "模板残留：填写说明",
    summary: "没有写给起草人看的填写说明。",
    rationale: "“不涉及的不列”“列明……”是模板的话，不是公开的内容。",
    source: "决算、预算公开模板",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        决算数与预算数持平（⟦如持平作持平表述⟧）。用于接待调研，⟦列明⟧公务接待2批次、26人次。
        """),
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        【⟦请填写⟧：部门主要职责】
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        决算数与预算数持平，接待2批次、26人次，在台账中逐笔列明，各科室可根据实际情况安排。
        """),
    ])

  private static let instruction = "列明".scalarValues
  /// 【, with which blanks start.
  private static let blankOpening: UInt32 = 0x3010

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    let set = PhraseSet(context.wording.templateWords)
    var end = 0
    for match in set.matches(in: text) where match.range.lowerBound >= end {
      end = match.range.upperBound
      let passage = context.passages[text.passage(at: match.range.lowerBound)]
      // Duties may tell others to fill in forms, but not within the brackets of a blank.
      let isBlank = text.scalar(match.range.lowerBound - 1) == Self.blankOpening
      guard passage.kind != .cell, isBlank || passage.role?.hasPrefix("overview") != true else {
        continue
      }
      report(match.range, context, into: &findings)
    }
    for index in text.places(of: Self.instruction) {
      guard Self.isClauseEnd(text.scalar(index - 1)), isNarrative(context, index) else { continue }
      report(index..<(index + Self.instruction.count), context, into: &findings)
    }
  }

  private func report(
    _ range: Range<Int>, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let quote = context.text.string(range)
    findings.report(
      range, in: context, "“\(quote)”是模板的填写说明", actual: quote, suggestion: "删去“\(quote)”")
  }

  private func isNarrative(_ context: ReportSurface, _ index: Int) -> Bool {
    let passage = context.passages[context.text.passage(at: index)]
    return passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false
  }

  private static func isClauseEnd(_ scalar: UInt32) -> Bool {
    scalar == 0xFF0C || scalar == 0x3002 || scalar == 0xFF1B || scalar == 0xFF08
  }
}

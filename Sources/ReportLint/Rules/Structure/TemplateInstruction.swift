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
        "括号里教人怎样填写",
        """
        # 第二部分 部门预算情况说明
        ## 六、一般公共预算基本支出预算情况说明
        人员经费80.00万元。主要包括：基本工资、津贴补贴、奖金等。（⟦按“基本支出预算表”中实际发生的经济分类科目填写⟧）
        公用经费20.00万元，主要包括：办公费、印刷费（⟦请根据本部门情况填列⟧）。
        """, layout: "budget"),
      RuleExample(
        "括号里说的是别的事",
        """
        # 第二部分 部门预算情况说明
        ## 六、一般公共预算基本支出预算情况说明
        人员经费80.00万元（按编制内实有人数测算），由各科室按月填写用款计划（含零余额账户）。根据《关于2024年部门预算的批复》填列。
        """, layout: "budget"),
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
    for verb in Self.verbs {
      for index in text.places(of: verb) where isNarrative(context, index) {
        guard let range = Self.bracket(endingWith: index..<(index + verb.count), text) else {
          continue
        }
        report(range, context, into: &findings)
      }
    }
  }

  /// What stands in a bracket that begins with 按 or the like and ends with the drafter's verb.
  private static func bracket(
    endingWith verb: Range<Int>, _ text: DocumentText
  ) -> Range<Int>? {
    guard closing.contains(text.scalar(verb.upperBound)) else { return nil }
    let passage = text.range(of: text.passage(at: verb.lowerBound))
    let first = max(passage.lowerBound, verb.lowerBound - longestInstruction)
    // A bracket within it, as of 维修（护）费, has closed before.
    var depth = 0
    for index in (first..<verb.lowerBound).reversed() {
      if closing.contains(text.scalar(index)) { depth += 1 }
      guard opening.contains(text.scalar(index)) else { continue }
      if depth == 0 {
        let range = (index + 1)..<verb.upperBound
        return leads.contains { text.has($0, at: range.lowerBound) } ? range : nil
      }
      depth -= 1
    }
    return nil
  }

  private static let verbs = ["填写", "填列", "填报"].map(\.scalarValues)
  private static let leads = ["按", "请", "根据", "参照", "依据", "可根据", "应"].map(\.scalarValues)
  private static let opening: Set<UInt32> = [0xFF08, 0x28, 0x3010]
  private static let closing: Set<UInt32> = [0xFF09, 0x29, 0x3011]
  private static let longestInstruction = 80

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

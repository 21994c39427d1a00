internal import FiscalModel
internal import FiscalNarrative

/// TX41: amounts that end in 万 where the others end in 万元.
struct LostYuan: Rule {
  static let metadata = RuleMetadata(
    id: "TX41", category: "T2", severity: .warning, title: "“万”后面缺“元”",
    summary: "金额写“万元”，不写“万”。",
    rationale: "单位不全，容易与“万人”“万次”混淆。",
    source: "GB/T 15835-2011；公文金额的写法",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        国内公务接待支出⟦0.39万⟧（含外宾接待支出）。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        国内公务接待支出0.39万元（含外宾接待支出）。
        """),
    ])

  private static let tenThousand: UInt32 = 0x4E07
  private static let ends = "，。；、（）".scalarValues
  private static let money = PhraseSet(["支出", "收入", "经费", "资金", "金额", "预算", "决算", "费"])
  /// How far before the number the word for money stands.
  private static let reach = 12

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let range = text.range(of: index)
      for place in range.dropFirst()
      where text.scalars[place] == Self.tenThousand && isDigit(text.scalars[place - 1]) {
        guard place + 1 < range.upperBound, Self.ends.contains(text.scalars[place + 1]) else {
          continue
        }
        var start = place
        while start > range.lowerBound, Self.isOfNumber(text.scalars[start - 1]) { start -= 1 }
        let before = max(range.lowerBound, start - Self.reach)..<start
        guard Self.money.isFound(in: text, before) else { continue }
        findings.report(
          start..<(place + 1), in: context, "金额的单位缺“元”", actual: text.string(start..<(place + 1)),
          expected: text.string(start..<(place + 1)) + "元",
          suggestion: "改为“\(text.string(start..<(place + 1)))元”")
      }
    }
  }

  private static func isOfNumber(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || scalar == 0x2E || scalar == 0x2C
  }
}

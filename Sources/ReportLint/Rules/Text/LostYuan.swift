internal import FiscalModel
internal import FiscalNarrative

/// TX41: amounts that end in 万 where the others end in 万元.
struct LostYuan: SurfaceRule {
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

  /// Where there are more, the document has made it its habit: one hint tells it.
  private static let mostSlips = 2

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    let found = context.prose.filter { _, passage in
      passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false
    }.flatMap { index, _ in Self.amounts(text, text.range(of: index)) }
    let isHabit = found.count > Self.mostSlips
    for range in found.prefix(isHabit ? 1 : Self.mostSlips) {
      let quote = text.string(range)
      findings.report(
        range, in: context, isHabit ? "金额的单位缺“元”（共\(found.count)处）" : "金额的单位缺“元”",
        severity: isHabit ? .info : nil, actual: quote, expected: quote + "元",
        suggestion: "改为“\(quote)元”")
    }
  }

  /// The amounts of a passage that end in 万.
  private static func amounts(_ text: DocumentText, _ range: Range<Int>) -> [Range<Int>] {
    text.places(of: tenThousand, in: range.dropFirst()).compactMap { place in
      guard isDigit(text.scalars[place - 1]), place + 1 < range.upperBound,
        ends.contains(text.scalars[place + 1])
      else { return nil }
      var start = place
      while start > range.lowerBound, isOfNumber(text.scalars[start - 1]) { start -= 1 }
      let before = max(range.lowerBound, start - reach)..<start
      return money.isFound(in: text, before) ? start..<(place + 1) : nil
    }
  }

  private static func isOfNumber(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || scalar == 0x2E || scalar == 0x2C
  }
}

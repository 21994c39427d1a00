internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX42: a mark behind a number in brackets that begins a paragraph: （一）、.
struct NumberedMark: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX42", category: "S2", severity: .info, title: "带括号的序号后面加了标点",
    summary: "段首“（一）”“（1）”之后不加顿号、逗号。",
    rationale: "括号已经把序号与文字分开。",
    source: "GB/T 15834—2011：加括号的序次语后面不用点号",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门预算情况说明
        ## 八、“三公”经费预算情况说明
        ⟦（一）、⟧因公出国（境）费0万元，与上年持平。

        （二）、公务接待费1.00万元，与上年持平。
        """, layout: "budget"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门预算情况说明
        ## 八、“三公”经费预算情况说明
        （一）因公出国（境）费0万元，与上年持平。

        1、公务接待费1.00万元，依据办法第二条第（一）、（三）项安排。

        （一）、（二）两项合计1.00万元。
        """, layout: "budget"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var places: [Range<Int>] = []
    for (index, passage) in context.prose
    where [.paragraph, .heading, .glossaryEntry].contains(passage.kind) {
      if let range = Self.mark(context.text, context.text.range(of: index)) { places.append(range) }
    }
    guard let first = places.first else { return }
    let quote = context.text.string(first)
    let right = String(quote.dropLast())
    findings.report(
      first, in: context,
      "“\(right)”后面不加标点" + (places.count > 1 ? "（共\(places.count)处）" : ""), actual: quote,
      expected: right, suggestion: "改为“\(right)”")
  }

  /// The number at the start of a passage with the mark behind it.
  private static func mark(_ text: DocumentText, _ passage: Range<Int>) -> Range<Int>? {
    guard passage.count > longest + 2, opening.contains(text.scalars[passage.lowerBound]) else {
      return nil
    }
    var index = passage.lowerBound + 1
    while numerals.contains(text.scalar(index)) || isDigit(text.scalar(index)) { index += 1 }
    guard index > passage.lowerBound + 1, index <= passage.lowerBound + longest,
      closing.contains(text.scalar(index)), marks.contains(text.scalar(index + 1)),
      !opening.contains(text.scalar(index + 2))
    else { return nil }
    return passage.lowerBound..<(index + 2)
  }

  /// （二十一）
  private static let longest = 4
  private static let opening = "（(".scalarValues
  private static let closing = "）)".scalarValues
  private static let marks = "、，".scalarValues
  private static let numerals = "一二三四五六七八九十".scalarValues
}

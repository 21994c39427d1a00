internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST28: the numbers of figures, and figures that the text points to.
struct FigureNumber: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST28", category: "S1", severity: .warning, title: "图号不连或缺图",
    summary: "图号从1起连续，文中提到的图都有。",
    rationale: "文中说“见图3”而没有图3，读者无从查找。",
    source: "公文格式通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入见图1，支出⟦见图3⟧。

        {{图 饼图｜图1 收入结构｜财政拨款收入=1.00；其他收入=1.00}}

        {{图 饼图｜图2 支出结构｜基本支出=1.00；项目支出=1.00}}
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入见图1，支出见图2。

        {{图 饼图｜图1 收入结构｜财政拨款收入=1.00；其他收入=1.00}}

        {{图 饼图｜图2 支出结构｜基本支出=1.00；项目支出=1.00}}
        """),
    ])

  private static let pointers = PhraseSet(["见图", "如图", "详见图"])
  private static let figure: UInt32 = 0x56FE

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    var numbers: [Int] = []
    for (index, passage) in context.prose where passage.kind == .caption {
      let range = text.range(of: index)
      guard text.scalars[range].first == Self.figure,
        let (value, _) = number(text, at: range.lowerBound + 1)
      else { continue }
      if let last = numbers.last, value != last + 1, value != 1 {
        findings.report(
          passage.text, nil, value == last ? "图号重复" : "图\(last)后面是图\(value)", confidence: .medium,
          category: "S2", actual: "图\(value)", expected: "图\(last + 1)", suggestion: "核对图号")
      }
      numbers.append(value)
    }
    // A text version without pictures has no captions to point to.
    guard !numbers.isEmpty else { return }
    for match in Self.pointers.matches(in: text) {
      guard let (value, end) = number(text, at: match.range.upperBound), !numbers.contains(value)
      else { continue }
      findings.report(
        match.range.lowerBound..<end, in: context, "没有图\(value)", confidence: .medium,
        actual: "图\(value)", suggestion: "核对图号，或补上图")
    }
  }

  private func number(_ text: DocumentText, at start: Int) -> (value: Int, end: Int)? {
    var (value, index) = (0, start)
    while isDigit(text.scalar(index)), value < 1000 {
      value = value * 10 + Int(text.scalars[index] & 0xF)
      index += 1
    }
    return index > start ? (value, index) : nil
  }
}

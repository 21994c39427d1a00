internal import FiscalNarrative
internal import FiscalText

/// TX06: two marks of punctuation that exclude each other.
struct RepeatedMark: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX06", category: "T3", severity: .warning, title: "标点重复或冲突",
    summary: "两个点号不连用（“。。”“，：”“、，”）。",
    rationale: "连用的点号多是删改后留下的，之间往往漏了文字。",
    source: "GB/T 15834-2011",
    examples: [
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n本年支出增加⟦，：⟧人员增加⟦。。⟧"),
      RuleExample(
        "无误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n本年支出增加，原因：人员增加（见“三、机构设置”）。……"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let scalars = context.text.scalars
    var end = 0
    for index in context.text.signs() where index > end {
      guard Self.isPoint(scalars[index]), Self.isPoint(scalars[index - 1]),
        !isLatinContext(context.text, index)
      else { continue }
      end = index + 1
      while end < scalars.count, Self.isPoint(scalars[end]) { end += 1 }
      report((index - 1)..<end, context, into: &findings)
    }
  }

  private func report(
    _ range: Range<Int>, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let quote = context.text.string(range)
    // 。。。 for …… is a blank that was left; ？！ is a way to write.
    guard !quote.allSatisfy({ "！？!?".contains($0) }) else { return }
    findings.report(
      range, in: context, "标点“\(quote)”重复或冲突，之间可能漏了文字", actual: quote,
      suggestion: "保留一个标点，或补上漏掉的文字", rests: range.map { .character($0) })
  }

  /// Half-width marks between Latin letters and digits belong to them.
  private func isLatinContext(_ text: DocumentText, _ index: Int) -> Bool {
    text.scalars[index] < 0x80 && text.scalars[index - 1] < 0x80
      && !isIdeograph(text.scalar(index - 2))
  }

  private static func isPoint(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0x2C, 0x3B: true
    default: false
    }
  }
}

internal import FiscalText

/// TX38: words of a list that run into each other.
struct MissingListMark: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX38", category: "T3", severity: .warning, title: "并列的词之间缺顿号",
    summary: "并列的词语之间用顿号隔开，不应当有的隔开有的不隔开。",
    rationale: "漏了顿号，几个词就连成一个。",
    source: "GB/T 15834-2011《标点符号用法》",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        增强基层组织的⟦组织力服务力、⟧号召力。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        增强基层组织的组织力、服务力、号召力。
        """),
    ])

  private static let sizes = 3...4
  private static let mark: UInt32 = 0x3001

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for index in text.places(of: Self.mark) {
      guard let size = Self.sizes.first(where: { Self.isRunOn(text, before: index, $0) }) else {
        continue
      }
      let range = (index - 2 * size)..<(index + 1)
      let (first, second) = (
        text.string((index - 2 * size)..<(index - size)), text.string((index - size)..<index)
      )
      findings.report(
        range, in: context, "“\(first)”和“\(second)”之间缺少顿号", confidence: .medium,
        actual: text.string(range), expected: "\(first)、\(second)、",
        suggestion: "改为“\(first)、\(second)、”")
    }
  }

  /// Whether two words of one length and ending stand before a mark, and a third behind it.
  private static func isRunOn(_ text: DocumentText, before index: Int, _ size: Int) -> Bool {
    let last = text.scalar(index - 1)
    guard isIdeograph(last), text.scalar(index - 1 - size) == last,
      text.scalar(index + size) == last, endsWord(text.scalar(index + size + 1)),
      !generalEndings.contains(last)
    else { return false }
    let all = Array((index - 2 * size)..<index) + Array((index + 1)...(index + size))
    guard all.allSatisfy({ isIdeograph(text.scalar($0)) && !particles.contains(text.scalar($0)) })
    else { return false }
    // The same word twice is another fault.
    return (0..<size).contains { text.scalar(index - 1 - $0) != text.scalar(index - 1 - size - $0) }
  }

  private static func endsWord(_ scalar: UInt32) -> Bool {
    !isIdeograph(scalar) || particles.contains(scalar) || scalar == 0x7B49
  }

  private static let particles = "的和与及或并".scalarValues
  /// Endings that chain within one name: 办公室主任室.
  private static let generalEndings = "人员室部局处科会所站".scalarValues
}

internal import FiscalNarrative
internal import FiscalText

/// TX08: half-width punctuation in Chinese text.
struct HalfWidthMark: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX08", category: "T3", severity: .info, title: "半角标点",
    summary: "汉字之间用全角标点。",
    rationale: "同一文件里半角、全角标点混用不合排版规范。",
    source: "GB/T 15834-2011",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责干部人事制度改革⟦,⟧拟订有关政策，组织实施；承担人才工作，完成其他任务。做好服务，落实责任，抓好督查。
        """),
      RuleExample(
        "无误", "# 第一部分 部门概况\n## 一、主要职责\n负责干部人事制度改革，共1,200人，于8:30开始。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let scalars = context.text.scalars
    var found: [Int] = []
    var fullWidth = 0
    for index in context.text.signs() {
      switch scalars[index] {
      case 0xFF0C, 0xFF1A, 0xFF1B, 0x3002: fullWidth += 1
      case 0x2C, 0x3A, 0x3B, 0x2E:
        if stands(context.text, index) { found.append(index) }
      default: break
      }
    }
    // Where half-width marks are the rule, they are the doing of a conversion.
    guard found.count * 4 < fullWidth else { return }
    for index in found {
      let passage = context.passages[context.text.passage(at: index)]
      guard [.paragraph, .heading, .glossaryEntry, .tableNote].contains(passage.kind) else {
        continue
      }
      let mark = context.text.string(index..<(index + 1))
      let full = String(scalars: [Self.fullWidth(scalars[index])])
      findings.report(
        index..<(index + 1), in: context, "汉字旁用了半角标点“\(mark)”", actual: mark,
        expected: full, suggestion: "改为“\(full)”")
    }
  }

  private func stands(_ text: DocumentText, _ index: Int) -> Bool {
    let (left, right) = (text.scalar(index - 1), text.scalar(index + 1))
    if text.scalars[index] == 0x2E { return isIdeograph(left) && isIdeograph(right) }
    guard isIdeograph(left) || left == 0x25 || left == 0x201D || left == 0xFF09 else {
      return false
    }
    return isIdeograph(right) || right == 0x201C || isDigit(right) || right == 0x300A
  }

  private static func fullWidth(_ scalar: UInt32) -> UInt32 {
    scalar == 0x2E ? 0x3002 : scalar + 0xFEE0
  }
}

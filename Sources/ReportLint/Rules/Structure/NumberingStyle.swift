internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST18: one list numbered in two ways.
struct NumberingStyle: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST18", category: "S2", severity: .info, title: "编号格式混用",
    summary: "同一列编号的括号和点用同一种写法。",
    rationale: "“（一）”与“(二)”混用不合排版规范。",
    source: "GB/T 9704-2012 7.3.3",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n## 一、主要职责\n（一）拟订规划。\n\n⟦(二)⟧组织实施。\n\n（三）监督检查。"),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n## 一、主要职责\n（一）拟订规划。\n\n1.制定方案。\n\n（二）组织实施。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var last: [(passage: Int, number: HeadingNumber, mark: [UInt32])?] =
      Array(repeating: nil, count: HeadingNumber.Style.allCases.count)
    for (index, passage) in context.prose {
      guard [.heading, .paragraph].contains(passage.kind), let number = passage.number else {
        continue
      }
      let level = number.style.rawValue
      let mark = Self.marks(in: passage.text.utf8, number.range)
      if let before = last[level], number.value == before.number.value + 1, mark != before.mark {
        let other = context.passages[before.passage].text
        let quote = passage.text.string(number.range)
        let right = Self.form(quote, marks: String(scalars: before.mark))
        findings.report(
          passage.text, number.range,
          "同一列编号前面写“\(other.string(before.number.range).trimmingSpaces)”，这里写“\(quote.trimmingSpaces)”",
          confidence: .medium, actual: quote, expected: right,
          evidence: [.init("前一个编号", other, before.number.range)],
          suggestion: right.map { "改为“\($0)”" } ?? "统一编号写法")
        // The list is reported once; what follows is measured by its first item.
        last[level] = (index, number, before.mark)
      } else {
        last[level] = (index, number, mark)
      }
      for lower in (level + 1)..<max(last.count, level + 1) { last[lower] = nil }
    }
  }

  private static let allMarks = "（）()．.、"
  private static let markScalars = allMarks.scalarValues

  private static func marks(in bytes: [UInt8], _ range: Range<Int>) -> [UInt32] {
    var marks: [UInt32] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if markScalars.contains(scalar) { marks.append(scalar) }
      offset += length
    }
    return marks
  }

  /// A number with other marks around it; nil where the marks go in another way, or are half-width
  /// ones, which nobody should be told to write.
  private static func form(_ number: String, marks: String) -> String? {
    let core = number.filter { !Self.allMarks.contains($0) && !$0.isWhitespace }
    guard !core.isEmpty, !marks.contains("("), let first = marks.first, let last = marks.last else {
      return nil
    }
    switch marks.count {
    case 1 where first != "（": return core + marks
    case 2 where first == "（": return "\(first)\(core)\(last)"
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { filter { !$0.isWhitespace } }
}

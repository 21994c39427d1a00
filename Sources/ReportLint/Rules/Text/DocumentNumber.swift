internal import FiscalModel
internal import FiscalNarrative

/// TX20: the year of a document number in other brackets than 〔〕.
struct DocumentNumber: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX20", category: "T3", severity: .info, title: "文号括号",
    summary: "发文字号的年份用六角括号“〔〕”。",
    rationale: "发文字号有规定的写法。",
    source: "GB/T 9704-2012 7.2.5",
    examples: [
      RuleExample("有误", "# 第一部分 部门概况\n## 一、主要职责\n按照云财绩⟦[2024]⟧3号文件执行。"),
      RuleExample("无误", "# 第一部分 部门概况\n## 一、主要职责\n按照云财绩〔2024〕3号文件执行，编制人员（2024）。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for index in text.places(of: 0x53F7) {
      var place = index - 1
      while isDigit(text.scalar(place)) { place -= 1 }
      guard place < index - 1, Self.isClosing(text.scalar(place)) else { continue }
      let open = place - 5
      guard Self.isOpening(text.scalar(open)),
        ((open + 1)..<place).allSatisfy({ isDigit(text.scalars[$0]) })
      else { continue }
      let year = text.string((open + 1)..<place)
      findings.report(
        open..<(place + 1), in: context, "发文字号的年份用六角括号", actual: text.string(open..<(place + 1)),
        expected: "〔\(year)〕", suggestion: "改为“〔\(year)〕”")
    }
  }

  private static func isOpening(_ scalar: UInt32) -> Bool {
    [0x28, 0xFF08, 0x5B, 0xFF3B, 0x3010].contains(scalar)
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    [0x29, 0xFF09, 0x5D, 0xFF3D, 0x3011].contains(scalar)
  }
}

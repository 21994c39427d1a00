internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST30: a section on how to reach the body without a telephone number.
struct ContactDetails: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST30", category: "S1", severity: .warning, title: "联系方式缺失",
    summary: "联系方式部分写明电话。",
    rationale: "公开联系方式是为了公众能反馈，没有电话就无从反馈。",
    source: "决算公开模板：联系方式及信息反馈渠道",
    examples: [
      RuleExample("有误", "# ⟦第四部分 决算公开联系方式及信息反馈渠道⟧\n本单位决算公开信息反馈和联系方式：\n\n联系人：李明"),
      RuleExample(
        "无误", "# 第四部分 决算公开联系方式及信息反馈渠道\n联系人：李明\n\n联系电话：0432-8180001"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let section = context.report.section("contact"), let heading = section.heading else {
      return
    }
    let hasNumber = context.prose.contains { index, passage in
      passage.role == "contact"
        && Self.hasTelephone(
          context.text, context.text.range(of: index))
    }
    guard !hasNumber else { return }
    findings.report(heading, nil, "联系方式里没有电话号码", suggestion: "补上区号和电话号码")
  }

  /// Seven digits or more, a dash between them allowed.
  private static func hasTelephone(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    var digits = 0
    for index in range {
      let scalar = text.scalars[index]
      if isDigit(scalar) {
        digits += 1
        if digits >= 7 { return true }
      } else if scalar != 0x2D, scalar != 0x2014, scalar != 0xFF0D {
        digits = 0
      }
    }
    return false
  }
}

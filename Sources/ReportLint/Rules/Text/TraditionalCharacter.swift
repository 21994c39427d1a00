internal import FiscalNarrative
internal import FiscalText

/// TX13: a traditional or variant character, or one that no font has.
struct TraditionalCharacter: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX13", category: "T3", severity: .warning, title: "繁体字、异体字、私用区字符",
    summary: "使用规范汉字。",
    rationale: "公文使用国家通用规范汉字；私用区字符在别的电脑上显示不出来。",
    source: "《国家通用语言文字法》第九条；《通用规范汉字表》",
    examples: [
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n服务期未⟦滿⟧，年内未付款。"),
      RuleExample(
        "无误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n服务期未满，年内未付款。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let simplified = context.wording.simplified
    let scalars = context.text.scalars
    var found = context.text.signs().filter { Self.isPrivate(scalars[$0]) }
    for scalar in simplified.keys {
      context.text.visitPlaces(of: scalar) { found.append($0) }
    }
    guard !found.isEmpty else { return }
    // A text in traditional characters is no slip.
    let ideographs = scalars.count { isIdeograph($0) }
    guard found.count * 20 < max(ideographs, 40) else { return }
    for index in found.sorted() { report(index, simplified, context, into: &findings) }
  }

  private func report(
    _ index: Int, _ simplified: [UInt32: UInt32], _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let range = index..<(index + 1)
    let quote = context.text.string(range)
    guard let scalar = simplified[context.text.scalars[index]] else {
      findings.report(
        range, in: context, "有不能通用的字符（私用区或乱码）", suggestion: "换成通用字符")
      return
    }
    let right = String(scalars: [scalar])
    findings.report(
      range, in: context, "“\(quote)”不是规范汉字，应为“\(right)”", actual: quote,
      expected: right, suggestion: "改为“\(right)”")
  }

  private static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || scalar == 0xFFFD || scalar >= 0xF0000
  }
}

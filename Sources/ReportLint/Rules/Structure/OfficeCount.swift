internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST32: how many internal offices there are, against their names.
struct OfficeCount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST32", category: "N10", severity: .error, title: "内设机构数与列名不符",
    summary: "内设机构的个数等于所列的机构。",
    rationale: "机构改革后常常改了名单没有改个数。",
    source: "算术",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n## 二、机构设置\n云汀市民政局⟦内设机构4个⟧，分别为办公室、社会救助科、养老服务科。"),
      RuleExample(
        "有误：个数在前",
        "# 第一部分 部门概况\n## 二、机构设置\n云汀市民政局共设置4个⟦内设机构⟧，包括：办公室、社会救助科、养老服务科。"),
      RuleExample(
        "有误：个数在后",
        "# 第一部分 部门概况\n## 二、机构设置\n云汀市民政局内设办公室、社会救助科、养老服务科⟦4个科室⟧。"),
      RuleExample(
        "有误：等字以前已经多于个数",
        "# 第一部分 部门概况\n## 二、机构设置\n街道内设党政办公室、公共服务办公室、平安建设办公室等⟦2个办公室⟧。"),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        云汀市民政局内设机构4个，分别为办公室（党委办公室、财务室）、社会救助科、养老服务科和统战与群团工作科。

        下设科室8个，包括办公室、法规科等。

        云汀市社会福利院内设办公室、护理部和后勤部3个部门。

        学校内设处室4个，分别是教务处、德育处、总务处、办公室，另设工会、团委。
        """),
    ])

  private static let subjects = PhraseSet(["内设", "下设", "设有", "设机构", "内部机构"])
  private static let leads = [
    "分别为", "分别是", "具体为", "具体包括", "包括", "即", "为", "：", ":",
  ].map(\.scalarValues)
  private static let etcetera: UInt32 = 0x7B49
  private static let longestName = 24
  /// Behind a comma it is something else that is counted.
  private static let breaks = "，,".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") != true {
      let range = text.range(of: index)
      for match in Self.subjects.matches(in: text, range) {
        guard
          let count = count(text, after: match.range.upperBound, to: range.upperBound)
            ?? count(text, before: match.range, to: range.upperBound),
          let list = list(text, from: count.end, to: range.upperBound, context)
        else {
          checkCounted(
            text, from: match.range.upperBound, to: range.upperBound, context, into: &findings)
          continue
        }
        guard !list.counts.contains(count.value), !list.breaks.contains(count.value),
          !(list.isOpen && count.value > list.counts.upperBound)
        else { continue }
        findings.report(
          match.range.lowerBound..<count.end, in: context,
          "写的是\(count.value)个，列出的是\(list.counts.upperBound)个", actual: "\(count.value)个",
          expected: "\(list.counts.upperBound)个",
          evidence: [.init("列出的机构", list.range, in: context)], suggestion: "核对个数与名单")
        break
      }
    }
  }

  /// 设置3个内设机构: the number that stands before the word.
  private func count(
    _ text: DocumentText, before subject: Range<Int>, to end: Int
  ) -> (value: Int, end: Int)? {
    guard text.scalar(subject.lowerBound - 1) == Self.counter else { return nil }
    var (value, scale, index) = (0, 1, subject.lowerBound - 2)
    while isDigit(text.scalar(index)), scale <= 1000 {
      value += Int(text.scalars[index] & 0x0F) * scale
      (scale, index) = (scale * 10, index - 1)
    }
    guard value > 0 else { return nil }
    var noun = subject.upperBound
    while noun < min(subject.upperBound + 8, end), isIdeograph(text.scalars[noun]),
      !Self.leads.contains(where: { text.has($0, at: noun) })
    {
      noun += 1
    }
    return (value, noun)
  }

  private static let counter: UInt32 = 0x4E2A

  /// The number and its 个 within a few characters.
  private func count(
    _ text: DocumentText, after start: Int, to end: Int
  ) -> (value: Int, end: Int)? {
    var index = start
    let limit = min(start + 12, end)
    while index < limit, !isDigit(text.scalars[index]) {
      guard
        isIdeograph(text.scalars[index]) || text.scalars[index] == 0xFF08
          || text.scalars[index] == 0xFF09
      else { return nil }
      index += 1
    }
    var value = 0
    while index < limit, isDigit(text.scalars[index]), value < 1000 {
      let scalar = text.scalars[index]
      value = value * 10 + Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30)
      index += 1
    }
    guard value > 0, text.scalar(index) == Self.counter else { return nil }
    index += 1
    // 内设8个科室
    var noun = index
    while noun < min(index + 8, end), isIdeograph(text.scalars[noun]),
      !Self.leads.contains(where: { text.has($0, at: noun) })
    {
      noun += 1
    }
    return (value, noun)
  }

  /// The names behind 分别为 up to the end of the sentence.
  private func list(
    _ text: DocumentText, from start: Int, to end: Int, _ context: ReportSurface
  ) -> NameList? {
    var index = start
    if text.scalar(index) == 0xFF0C || text.scalar(index) == 0x2C { index += 1 }
    guard let lead = Self.leads.first(where: { text.has($0, at: index) }) else { return nil }
    index += lead.count
    if text.scalar(index) == 0xFF1A || text.scalar(index) == 0x3A { index += 1 }
    guard let list = NameList(text, from: index, to: end), areOffices(list.names, context) else {
      return nil
    }
    return list
  }

  /// 内设办公室、财务科、法规科4个科室: names with their count behind the last.
  private func checkCounted(
    _ text: DocumentText, from start: Int, to end: Int, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    guard let list = NameList(text, from: start, to: end), let last = list.names.last,
      let digit = last.first(where: { isDigit(text.scalars[$0]) }), digit > last.lowerBound,
      let count = count(text, after: digit, to: last.upperBound), count.end == last.upperBound
    else { return }
    // 办公室、法规科等4个科室
    let end = text.scalar(digit - 1) == Self.etcetera ? digit - 1 : digit
    guard end > last.lowerBound else { return }
    let names = Array(list.names.dropLast()) + [last.lowerBound..<end]
    let isPlain = text.scalars[start..<digit].allSatisfy {
      !Self.breaks.contains($0) && !isDigit($0)
    }
    guard isPlain, areOffices(names, context), !list.counts.contains(count.value),
      !list.isOpen || list.endsOpenly && count.value < list.counts.lowerBound
    else { return }
    findings.report(
      digit..<count.end, in: context, "写的是\(count.value)个，列出的是\(list.counts.upperBound)个",
      actual: "\(count.value)个", expected: "\(list.counts.upperBound)个",
      evidence: [.init("列出的机构", start..<digit, in: context)], suggestion: "核对个数与名单")
  }

  /// Whether what was parted are names of offices: short, and most end like one.
  private func areOffices(_ names: [Range<Int>], _ context: ReportSurface) -> Bool {
    guard names.allSatisfy({ $0.count <= Self.longestName }) else { return false }
    let like = names.count { name in
      NameList.ending(context.text, name).map(context.grammar.officeEndings.contains) ?? false
    }
    return like * 5 >= names.count * 4
  }
}

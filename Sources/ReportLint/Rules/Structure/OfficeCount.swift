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
        "无误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        云汀市民政局内设机构4个，分别为办公室（党委办公室、财务室）、社会救助科、养老服务科和统战与群团工作科。

        下设科室8个，包括办公室、法规科等。
        """),
    ])

  private static let subjects = PhraseSet(["内设", "下设", "设有", "设机构", "内部机构"])
  private static let leads = [
    "分别为", "分别是", "具体为", "具体包括", "包括", "即", "为", "：", ":",
  ].map(\.scalarValues)
  private static let endings = "科处室股部局队办心组所站院会厅委团中".scalarValues
  private static let longestName = 24

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") != true {
      let range = text.range(of: index)
      for match in Self.subjects.matches(in: text, range) {
        guard let count = count(text, after: match.range.upperBound, to: range.upperBound),
          let list = list(text, from: count.end, to: range.upperBound)
        else { continue }
        guard !list.counts.contains(count.value),
          !(list.isOpen && count.value > list.counts.upperBound)
        else { break }
        findings.report(
          match.range.lowerBound..<count.end, in: context,
          "写的是\(count.value)个，列出的是\(list.counts.upperBound)个", actual: "\(count.value)个",
          expected: "\(list.counts.upperBound)个",
          evidence: [.init("列出的机构", list.range, in: context)], suggestion: "核对个数与名单")
        break
      }
    }
  }

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
    guard value > 0, text.scalar(index) == 0x4E2A else { return nil }
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
    _ text: DocumentText, from start: Int, to end: Int
  ) -> (counts: ClosedRange<Int>, isOpen: Bool, range: Range<Int>)? {
    var index = start
    if text.scalar(index) == 0xFF0C || text.scalar(index) == 0x2C { index += 1 }
    guard let lead = Self.leads.first(where: { text.has($0, at: index) }) else { return nil }
    index += lead.count
    if text.scalar(index) == 0xFF1A || text.scalar(index) == 0x3A { index += 1 }
    let first = index
    var names: [Range<Int>] = []
    var depth = 0
    var nameStart = index
    while index <= end {
      let scalar = text.scalar(index)
      if scalar == 0xFF08 || scalar == 0x28 { depth += 1 }
      if scalar == 0xFF09 || scalar == 0x29 { depth -= 1 }
      let isStop = Self.isStop(scalar) || index == end
      if isStop || (depth <= 0 && (scalar == 0x3001 || scalar == 0xFF0C)) {
        if nameStart < index { names.append(nameStart..<index) }
        nameStart = index + 1
      }
      if isStop { break }
      index += 1
    }
    guard names.count >= 2, let last = names.last, areOffices(text, names) else { return nil }
    let ending = text.scalars[last.upperBound - 1]
    var joined = 0
    for place in last
    where text.scalars[place] == 0x548C || text.scalars[place] == 0x53CA {
      joined += 1
    }
    let isOpen = ending == 0x7B49 || text.string(last).contains("等")
    return (names.count...(names.count + joined), isOpen, first..<index)
  }

  /// Whether what was parted are names of offices: short, and most end like one.
  private func areOffices(_ text: DocumentText, _ names: [Range<Int>]) -> Bool {
    guard names.allSatisfy({ $0.count <= Self.longestName }) else { return false }
    let like = names.count { name in
      var last = name.upperBound - 1
      if text.scalars[last] == 0xFF09 || text.scalars[last] == 0x29 {
        while last > name.lowerBound, text.scalars[last] != 0xFF08, text.scalars[last] != 0x28 {
          last -= 1
        }
        last -= 1
      }
      return last >= name.lowerBound && Self.endings.contains(text.scalars[last])
    }
    return like * 5 >= names.count * 4
  }

  private static func isStop(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x0A || scalar == 0x3B
  }
}

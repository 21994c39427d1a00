internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF25: results of indicators that the narrative gives in another number than the sheet.
struct NarratedResult: Rule {
  static let metadata = RuleMetadata(
    id: "PF25", category: "N1", severity: .error, title: "文字与自评表的完成值不一致",
    summary: "说明中写到某个指标的完成数，与自评表中同名指标的完成值一致。",
    rationale: "同一件事两个数，总有一处填错。",
    source: "绩效自评表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为99分。全年助餐服务人次⟦620人次⟧。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,助餐服务人次,500人次,520人次,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目绩效自评综述：项目自评得分为99分。全年助餐服务人次520人次。
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,助餐服务人次,500人次,520人次,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard !context.sheets.isEmpty else { return }
    let all = Self.byEnding(Self.named(context.sheets))
    let headed = Dictionary(
      context.projectSheets.map { ($0.passage, $0.sheet) }, uniquingKeysWith: { first, _ in first })
    // Those of the project that is spoken of, if that is known.
    var own: [Named]?
    for (index, passage) in context.prose
    where passage.role?.hasSuffix("performance") ?? false {
      if let sheet = headed[index] {
        own = Self.named([sheet])
      } else if passage.number != nil || passage.kind == .heading {
        own = nil
      }
      guard passage.kind == .paragraph else { continue }
      let text = NormalText(passage.text.utf8)
      for number in Self.numbers(text) {
        let found =
          own.map { Self.indicator(before: number, text.bytes, of: $0) }
          ?? Self.indicator(before: number, text.bytes, named: all)
        guard let found else { continue }
        compare(number, found, passage.text, text, into: &findings)
      }
    }
  }

  private typealias Named = (name: [UInt8], indicator: PerformanceSheet.Indicator)

  private func compare(
    _ number: Mention, _ indicator: PerformanceSheet.Indicator, _ passage: TracedText,
    _ text: NormalText, into findings: inout FindingSink
  ) {
    guard let actual = indicator.actualText, let done = MeasuredValue(actual),
      done.number.grains != number.value.grains,
      case let unit = indicator.unit.map({ $0.trimmed().string }) ?? done.unit,
      unit == number.unit
    else { return }
    findings.report(
      passage, text.origin(number.range),
      "文中完成 \(number.value)\(unit)，自评表中“\(indicator.name?.trimmed().string ?? "")”完成 \(done.number)",
      actual: "\(number.value)", expected: "\(done.number)",
      evidence: [.init("自评表的完成值", actual)], suggestion: "核对两处的数")
  }

  private static func named(_ sheets: [PerformanceSheet]) -> [Named] {
    sheets.flatMap(\.indicators).compactMap { indicator in
      indicator.name.map { (NormalText.bytes(of: $0.utf8), indicator) }
    }.filter { $0.name.count >= shortestName }
  }

  /// The only indicator of a project's sheet whose name, or the end of it, stands before a number.
  private static func indicator(
    before number: Mention, _ bytes: [UInt8], of names: [Named]
  ) -> PerformanceSheet.Indicator? {
    let end = nameEnd(number, bytes)
    let alike = names.filter { commonSuffix($0.name, bytes, end) >= shortestName }
    return alike.count == 1 ? alike[0].indicator : nil
  }

  /// The only indicator of all sheets whose whole name stands before a number. Rates of one name
  /// are those of every project.
  private static func indicator(
    before number: Mention, _ bytes: [UInt8], named names: [UInt64: [Named]]
  ) -> PerformanceSheet.Indicator? {
    guard number.unit != "%" else { return nil }
    let end = nameEnd(number, bytes)
    var found: PerformanceSheet.Indicator?
    for name in names[ending(bytes[..<end])] ?? []
    where commonSuffix(name.name, bytes, end) == name.name.count {
      guard found == nil else { return nil }
      found = name.indicator
    }
    return found
  }

  /// Names by how they end, so that a number is held only against those that it can belong to.
  private static func byEnding(_ names: [Named]) -> [UInt64: [Named]] {
    Dictionary(grouping: names) { ending($0.name[...]) }
  }

  /// The last bytes, as many as a number holds.
  private static func ending(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Six ideographs: a shorter name is a word of everyday.
  private static let shortestName = 18

  private struct Mention {
    var value: PrintedNumber
    var unit: String
    /// Where the number begins, and its bytes with the unit.
    var start: Int
    var range: Range<Int>
  }

  private static let units = [
    "人次", "批次", "个", "家", "人", "次", "份", "册", "条", "场", "期", "户", "件", "块", "处", "间", "台", "套",
  ]
  .map { Array($0.utf8) }

  private static let vague = ["以上", "多", "余", "左右"].map { Array($0.utf8) }

  private static func numbers(_ text: NormalText) -> [Mention] {
    NumberScanner.tokens(text.bytes).compactMap { token in
      guard token.form == .decimal else { return nil }
      let reach = min(token.range.upperBound + 12, text.bytes.count)
      let isVague = vague.contains {
        text.bytes.firstOffset(of: $0, from: token.range.upperBound, to: reach) != nil
      }
      guard !isVague else { return nil }
      if token.suffix == .percent {
        return Mention(
          value: token.value, unit: "%", start: token.range.lowerBound, range: token.range)
      }
      let end = text.bytes[token.range.upperBound...].firstIndex { $0 != 0x20 } ?? text.bytes.count
      guard let unit = units.first(where: { text.bytes.hasBytes($0, at: end) }) else { return nil }
      return Mention(
        value: token.value, unit: String(decoding: unit, as: UTF8.self),
        start: token.range.lowerBound, range: token.range.lowerBound..<(end + unit.count))
    }
  }

  private static let links = ["为", "达到", "达", "共"].map { Array($0.utf8) }

  /// Where the words before a number end: before a word for “is”.
  private static func nameEnd(_ number: Mention, _ bytes: [UInt8]) -> Int {
    var end = number.start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    let link = links.first { end >= $0.count && bytes.hasBytes($0, at: end - $0.count) }
    return end - (link?.count ?? 0)
  }

  /// How many bytes before `end` are those at the end of a name.
  private static func commonSuffix(_ name: [UInt8], _ bytes: [UInt8], _ end: Int) -> Int {
    var length = 0
    while length < min(name.count, end),
      name[name.count - 1 - length] == bytes[end - 1 - length]
    {
      length += 1
    }
    return length
  }
}

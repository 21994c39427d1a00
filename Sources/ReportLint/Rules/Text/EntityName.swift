internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TX04: the body's own name with a character wrong.
struct EntityName: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX04", category: "T4", severity: .warning, title: "单位名称写法不一",
    summary: "单位全称处处一致，一字不差。",
    rationale: "名称写错一个字，就成了另一个单位。",
    source: "党政机关公文处理规范：使用全称或规范化简称",
    examples: [
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 九、国有资本经营预算财政拨款支出决算情况说明\n⟦云汀市文化与旅游局⟧2024年度无国有资本经营预算财政拨款支出。",
        entity: "云汀市文化和旅游局"),
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n⟦云订市民政局⟧2024年度收入总计10.00万元。"),
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n⟦云汀市民正局⟧2024年度收入总计10.00万元。"),
      RuleExample(
        "无误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n云汀市民政局2024年度收入总计10.00万元，云汀市财政局批复了决算，云河市民政局派员学习。"),
      RuleExample(
        "无误：别的单位做的事",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度收入总计10.00万元，支出总计10.00万元。
        ## 二、收入决算情况说明
        云汀市民政局2024年度本年收入合计10.00万元。
        ## 三、支出决算情况说明
        云汀市民政局2024年度本年支出合计10.00万元。
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        云汀市财政局2024年组织对养老服务项目开展重点评价。

        云汀市审计局2024年对部门预算执行情况进行了审计。

        云汀市社会福利院2024年度项目支出2.00万元，用于更新设备。
        """),
    ])

  private static let leastLength = 6
  private static let sureLength = 9
  private static let longestTitle = 45

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let entity = context.report.entity?.filter({ !$0.isWhitespace }).scalarValues,
      entity.count >= Self.leastLength
    else { return }
    let text = context.text
    let (head, tail) = (Array(entity.prefix(2)), Array(entity.suffix(2)))
    var end = 0
    let places = Set(text.places(of: head)).union(text.places(of: tail)).sorted()
    for index in places where index >= end {
      var range: Range<Int>?
      if text.has(head, at: index) {
        range = nearName(text, entity, from: index)
      } else {
        range = nearName(text, entity, upTo: index + tail.count)
      }
      guard let range, range.lowerBound >= end else { continue }
      end = range.upperBound
      guard isOwn(context, range, entity),
        // 云汀市民正局: but one character that is right behind the wrong one may be another body's.
        !isOddNearEnd(text, range, entity) || isSubject(context, range)
      else { continue }
      findings.report(
        range, in: context, "单位名称应为“\(String(scalars: entity))”",
        severity: isSubject(context, range) ? .error : .warning,
        actual: text.string(range), expected: String(scalars: entity),
        suggestion: "改为“\(String(scalars: entity))”")
    }
    reportShortened(entity, context, into: &findings)
    reportOthers(entity, context, into: &findings)
  }

  /// The stretch from an index that is the name but for one character that is wrong, lost or too
  /// many.
  private func nearName(_ text: DocumentText, _ name: [UInt32], from start: Int) -> Range<Int>? {
    var same = 0
    while same < name.count, text.scalar(start + same) == name[same] { same += 1 }
    // Not where the passage ends: a name that is cut short is not a wrong one.
    guard same < name.count, isIdeograph(text.scalar(start + same)) else { return nil }
    let rest = name[same...]
    let candidates = [
      (Array(rest.dropFirst()), start + same + 1), (Array(rest.dropFirst()), start + same),
      (Array(rest), start + same + 1),
    ]
    let least = same >= Self.leastHead ? 1 : 2
    for (expected, place) in candidates
    where expected.count >= least && text.has(expected, at: place) {
      let range = start..<(place + expected.count)
      return text.scalars[range].contains(DocumentText.lineFeed) ? nil : range
    }
    return nil
  }

  /// So much of a name must stand before a wrong character if only one stands behind it.
  private static let leastHead = 4

  /// Whether the character before the last one is wrong.
  private func isOddNearEnd(_ text: DocumentText, _ range: Range<Int>, _ name: [UInt32]) -> Bool {
    range.count == name.count && text.scalars[range.upperBound - 2] != name[name.count - 2]
  }

  /// The stretch up to an index that is the name but for one wrong character near its head.
  private func nearName(_ text: DocumentText, _ name: [UInt32], upTo end: Int) -> Range<Int>? {
    let start = end - name.count
    guard start >= 0 else { return nil }
    var wrong = 0
    for offset in name.indices where text.scalars[start + offset] != name[offset] {
      guard isIdeograph(text.scalars[start + offset]) else { return nil }
      wrong += 1
    }
    return wrong == 1 ? start..<end : nil
  }

  /// Whether the body itself is meant: another body may have a name that differs by one character,
  /// so a short name must be the subject of a sentence or a heading on this year's accounts.
  private func isOwn(_ context: ReportSurface, _ range: Range<Int>, _ entity: [UInt32]) -> Bool {
    if entity.count >= Self.sureLength { return !isPartOfLonger(context.text, range) }
    return isSubject(context, range)
  }

  /// A name goes on: 规划和自然资源局 against …局所属中心 is no matter, but …分局 is another body.
  private func isPartOfLonger(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    let last = text.scalars[range.upperBound - 1]
    return last == 0x5206
  }

  /// Whether a year, 部门决算 or the like follows.
  private func isSubject(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    guard let year = context.year else { return false }
    let text = context.text
    if Self.own.contains(where: { text.has($0, at: range.upperBound) }) { return true }
    guard text.has("\(year)年".scalarValues, at: range.upperBound) else { return false }
    // 云汀市财政局2024年组织评价…, in a sentence, is what another body does.
    let isSentence = context.passages[text.passage(at: range.lowerBound)].kind == .paragraph
    return !isSentence || tellsAccounts(context, behind: range.upperBound, year)
  }

  /// Whether a year, and behind it what the accounts of a body tell, stand at an index:
  /// 2024年度收入总计, not 2024年组织开展.
  private func tellsAccounts(_ context: ReportSurface, behind start: Int, _ year: Int) -> Bool {
    let text = context.text
    var index = start + "\(year)年".scalarValues.count
    while let link = Self.links.first(where: { text.has($0, at: index) }) { index += link.count }
    return context.layout.headings.sections.contains { section in
      Self.accounts.contains(section.name)
        && section.marksOfText.contains { text.has($0, at: index) }
    }
  }

  private static let links = ["度", "部门", "单位", "本级", "无", "没有", "使用", "安排"].map(\.scalarValues)
  /// The sections that tell money of the body itself.
  private static let accounts: Set<String> = [
    "totals", "revenue", "expenditure", "appropriation", "general", "threePublic",
    "governmentFunds", "stateCapital", "organOperating", "procurement",
  ]

  private static let own = ["部门决算", "部门预算", "部门2", "概况"].map(\.scalarValues)

  /// A paragraph on this year's accounts that begins with the name of a body of the same place that
  /// the report speaks of nowhere else: 云汀市教育局2025年机关运行经费….
  private func reportOthers(
    _ entity: [UInt32], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard let year = context.year else { return }
    let text = context.text
    let stop = "\(year)年".scalarValues
    var subjects: [(range: Range<Int>, name: [UInt32])] = []
    let head = Array(entity.prefix(2))
    var own = 0
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let range = text.range(of: index)
      let limit = min(range.upperBound, range.lowerBound + Self.longestTitle)
      guard text.has(head, at: range.lowerBound),
        let end = (range.lowerBound..<limit).first(where: { text.has(stop, at: $0) }),
        tellsAccounts(context, behind: end, year)
      else { continue }
      let name = Array(text.scalars[range.lowerBound..<end])
      if name == entity {
        own += 1
      } else if name.count >= Self.leastLength, name.allSatisfy(isIdeograph),
        !isKin(name, entity), isBodyName(name, context)
      {
        subjects.append((range.lowerBound..<end, name))
      }
    }
    for (range, name) in subjects
    where own >= Self.leastOwn && text.places(of: name).count == 1 {
      findings.report(
        range, in: context, "本文件是“\(String(scalars: entity))”的，这里写的是另一个单位",
        actual: text.string(range), expected: String(scalars: entity),
        suggestion: "核对是否照抄其他单位的材料")
    }
  }

  /// How many paragraphs must begin with the body's own name.
  private static let leastOwn = 3

  /// Whether one name is a part of the other, or differs from it by little: that is the same body, or
  /// one of its own.
  private func isKin(_ name: [UInt32], _ entity: [UInt32]) -> Bool {
    if name.starts(with: entity) || entity.starts(with: name) { return true }
    let same = zip(name, entity).prefix { $0 == $1 }.count
    return (name.count - same) <= 2 && name.count == entity.count
  }

  private func isBodyName(_ name: [UInt32], _ context: ReportSurface) -> Bool {
    let bytes = NormalText.bytes(of: [UInt8](String(scalars: name).utf8))
    return context.vocabulary.isBody(bytes, before: bytes.count)
  }

  /// A heading on the body's own accounts under a name without its place: 上海市规划和自然资源局
  /// for 上海市普陀区规划和自然资源局.
  private func reportShortened(
    _ entity: [UInt32], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard entity.count >= Self.sureLength, let year = context.year else { return }
    let text = context.text
    let stop = "\(year)年".scalarValues
    for (index, passage) in context.prose
    where [.heading, .cover, .tableLine, .paragraph].contains(passage.kind) {
      let range = text.range(of: index)
      let isTitle = range.count <= Self.longestTitle
      guard isTitle || passage.kind == .paragraph,
        let start = isTitle
          ? text.scalars[range].firstIndex(where: { $0 == entity[0] }) : range.first,
        text.scalar(start) == entity[0]
      else { continue }
      let limit = min(range.upperBound, start + entity.count)
      var end = start
      while end < limit, !text.has(stop, at: end) { end += 1 }
      guard end < limit, isShortened(Array(text.scalars[start..<end]), entity),
        passage.kind != .paragraph || tellsAccounts(context, behind: end, year)
      else { continue }
      findings.report(
        start..<end, in: context, "单位名称应为“\(String(scalars: entity))”，这里少了一部分",
        severity: .error, actual: text.string(start..<end), expected: String(scalars: entity),
        suggestion: "改为“\(String(scalars: entity))”")
    }
  }

  /// Whether a name is the body's with a stretch of two to six characters lost from its middle.
  private func isShortened(_ name: [UInt32], _ entity: [UInt32]) -> Bool {
    guard (2...6).contains(entity.count - name.count), name.count >= 6 else { return false }
    var head = 0
    while head < name.count, name[head] == entity[head] { head += 1 }
    let tail = name.count - head
    return head >= 3 && tail >= 4 && entity.suffix(tail).elementsEqual(name.suffix(tail))
  }
}

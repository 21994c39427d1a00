internal import FiscalModel
internal import FiscalNarrative
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
        "无误",
        "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n云汀市民政局2024年度收入总计10.00万元，云汀市财政局批复了决算，云河市民政局派员学习。"),
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
      guard isOwn(context, range, entity) else { continue }
      findings.report(
        range, in: context, "单位名称应为“\(String(scalars: entity))”",
        severity: isSubject(context, range) ? .error : .warning,
        actual: text.string(range), expected: String(scalars: entity),
        suggestion: "改为“\(String(scalars: entity))”")
    }
    reportShortened(entity, context, into: &findings)
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
    for (expected, place) in candidates where expected.count >= 2 && text.has(expected, at: place) {
      let range = start..<(place + expected.count)
      return text.scalars[range].contains(DocumentText.lineFeed) ? nil : range
    }
    return nil
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
    let after = Array("\(year)年".scalarValues)
    return context.text.has(after, at: range.upperBound)
      || Self.own.contains { context.text.has($0, at: range.upperBound) }
  }

  private static let own = ["部门决算", "部门预算", "部门2", "概况"].map(\.scalarValues)

  /// A heading on the body's own accounts under a name without its place: 上海市规划和自然资源局
  /// for 上海市普陀区规划和自然资源局.
  private func reportShortened(
    _ entity: [UInt32], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard entity.count >= Self.sureLength, let year = context.year else { return }
    let text = context.text
    let stop = "\(year)年".scalarValues
    for (index, passage) in context.prose
    where [.heading, .cover, .tableLine, .paragraph].contains(passage.kind)
      && text.range(of: index).count <= Self.longestTitle
    {
      let range = text.range(of: index)
      guard let start = text.scalars[range].firstIndex(where: { $0 == entity[0] }) else { continue }
      var end = start
      while end < range.upperBound, !text.has(stop, at: end) { end += 1 }
      guard end < range.upperBound, isShortened(Array(text.scalars[start..<end]), entity) else {
        continue
      }
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

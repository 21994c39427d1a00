internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// GL08: a term or rule of the glossary that is out of use, or a 科目 under an old name.
struct RetiredWords: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL08", category: "T6", severity: .info, title: "定义引用已变",
    summary: "名词解释不用已经停用的名词和规定，支出科目用当年的名称。停用的名词写在 glossary.txt 里，科目按年度的科目表。",
    rationale: "名词解释多是照抄往年的，制度变了仍在用，解释就不对了。",
    source: "glossary.txt 中各名词所列的依据；《政府收支分类科目》（按年度）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第三部分 名词解释
        1.其他收入：指除上述收入以外的各项收入，包括从财政专户取得的⟦预算外资金⟧。

        2.⟦用事业基金弥补收支差额⟧：指事业单位用以前年度积累的事业基金弥补当年收支缺口。

        3.⟦医疗卫生与计划生育支出⟧（类）行政事业单位医疗（款）行政单位医疗（项）：反映行政单位的医疗费用。
        """),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.其他收入：指除上述收入以外的各项收入，原预算外资金已经纳入预算管理。

        2.使用非财政拨款结余：指事业单位用非财政拨款结余弥补当年收支缺口。

        3.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）：反映行政单位的医疗费用。
        """),
      RuleExample(
        "无误（当年还在用）",
        """
        # 第三部分 名词解释
        1.用事业基金弥补收支差额：指事业单位用以前年度积累的事业基金弥补当年收支缺口。

        2.医疗卫生与计划生育支出（类）：反映医疗卫生和计划生育方面的支出。
        """, year: 2018),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    reportTerms(context, year, into: &findings)
    reportItems(context, year, into: &findings)
  }

  // MARK: Terms

  /// Each term once, where it first stands; one in an entry, since the rest follows from it.
  private func reportTerms(
    _ context: ReportSurface, _ year: Int, into findings: inout FindingSink
  ) {
    let terms = context.wording.retiredTerms.filter { $0.year <= year }
    guard !terms.isEmpty else { return }
    let text = context.text
    let words = PhraseSet(terms.map(\.name))
    let exceptions = PhraseSet(terms.flatMap(\.exceptions))
    var told = Set<Int>()
    for (index, passage) in context.prose where Self.isGlossary(passage) {
      let range = text.range(of: index)
      let match = words.matches(in: text, range).first {
        !Self.isExcepted($0.range, range, exceptions, text)
      }
      guard let match, told.insert(match.phrase).inserted else { continue }
      let term = terms[match.phrase]
      let now = term.successor.map { "，现在是“\($0)”" } ?? ""
      findings.report(
        match.range, in: context, "“\(term.name)”已经停用\(now)：\(term.rule)", confidence: .medium,
        expected: term.successor, suggestion: "核对这条解释，按现行规定改写")
    }
  }

  private static func isGlossary(_ passage: Passage) -> Bool {
    passage.kind == .glossaryEntry
      || passage.kind == .paragraph && passage.role?.hasPrefix("glossary") ?? false
  }

  private static func isExcepted(
    _ match: Range<Int>, _ range: Range<Int>, _ exceptions: PhraseSet, _ text: DocumentText
  ) -> Bool {
    exceptions.matches(in: text, range).contains {
      $0.range.lowerBound <= match.lowerBound && match.upperBound <= $0.range.upperBound
        || $0.range.lowerBound == match.lowerBound
    }
  }

  // MARK: 科目

  /// A name that is out of use, as terms print it with its level: 农业（款）.
  private struct OldName {
    var entry: ClassificationEntry
    var name: [UInt8]
    var level: [UInt8]

    init?(_ entry: ClassificationEntry) {
      guard let level = entry.level else { return nil }
      (self.entry, name, self.level) = (entry, [UInt8](entry.name.utf8), [UInt8](level.word.utf8))
    }
  }

  /// 科目 under a name that none of their level has any more.
  private func reportItems(
    _ context: ReportSurface, _ year: Int, into findings: inout FindingSink
  ) {
    let entries = context.glossary.entries.filter { entry in
      Self.opening.contains {
        entry.text.utf8.firstOffset(
          of: $0, from: entry.term.lowerBound, to: entry.term.upperBound) != nil
      }
    }
    guard let table = context.classifications[.functional], !entries.isEmpty else { return }
    var open = table.entries.filter { ($0.last ?? year) < year }.compactMap { OldName($0) }
    for entry in entries {
      for index in open.indices.reversed() {
        let old = open[index].entry
        guard let range = Self.place(of: open[index], in: entry),
          table.entries(named: old.name, in: year, level: old.level).isEmpty,
          let now = table.entry(old.code, in: year), now.isCertain(in: year)
        else { continue }
        open.remove(at: index)
        findings.report(
          entry.text, range, "“\(old.name)”是以前的科目名称，\(year)年度为“\(now.name)”", category: "T1",
          expected: now.name, suggestion: "改为“\(now.name)”")
      }
    }
  }

  /// The bytes of a name in a term that names it with its level, and is not the end of another.
  private static func place(of old: OldName, in entry: PrintedGlossary.Entry) -> Range<Int>? {
    let text = entry.text.utf8
    for (open, close) in zip(opening, closing) {
      guard let start = start(of: old, open, close, text, entry.term) else { continue }
      let before = text[entry.term.lowerBound..<start]
      guard
        before.isEmpty || before.last.map({ $0 < 0x80 }) ?? false
          || bounds.contains(where: { before.suffix($0.count).elementsEqual($0) })
      else { continue }
      return start..<(start + old.name.count)
    }
    return nil
  }

  private static let opening = ["（", "("].map { [UInt8]($0.utf8) }
  private static let closing = ["）", ")"].map { [UInt8]($0.utf8) }

  /// Where a name first stands in a range with its level in brackets.
  private static func start(
    of old: OldName, _ open: [UInt8], _ close: [UInt8], _ text: [UInt8], _ range: Range<Int>
  ) -> Int? {
    var from = range.lowerBound
    while let start = text.firstOffset(of: old.name, from: from, to: range.upperBound) {
      let level = start + old.name.count + open.count
      let end = level + old.level.count
      if end + close.count <= range.upperBound, text.hasBytes(open, at: level - open.count),
        text.hasBytes(old.level, at: level), text.hasBytes(close, at: end)
      {
        return start
      }
      from = start + 1
    }
    return nil
  }

  /// What may stand before a name besides digits, spaces and ASCII marks.
  private static let bounds = ["）", "、", "“", "　"].map { [UInt8]($0.utf8) }
}

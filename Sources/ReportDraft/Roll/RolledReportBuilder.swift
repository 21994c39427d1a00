internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Puts the rolled passages and this year's tables in the place of last year's.
struct RolledReportBuilder {
  private let last: Report
  private let facts: Facts
  private let outline: RollOutline
  private let figures: FigureRoller
  private let tablesTitle: String?
  /// This year's tables that have not found their place yet.
  private var rest: [Table]
  /// The passage and table that come next in reading order.
  private var passage = 0
  private var table = 0
  /// How many of last year's tables of the form are still to come.
  private var formTables: Int
  private(set) var notes: [String] = []
  /// Whether what became of the performance sheets is settled.
  private var hasPerformance = false

  init(
    _ last: Report, _ facts: Facts, outline: RollOutline, source: Report, figures: FigureRoller,
    tablesTitle: String?
  ) {
    self.figures = figures
    self.last = last
    self.facts = facts
    self.outline = outline
    self.tablesTitle = tablesTitle
    rest = source.tables.filter { $0.kind == .financial && $0.id != nil || $0.kind == .performance }
    formTables = last.tables.count { Self.isOfYear($0) }
  }

  /// Whether a table is replaced by this year's.
  private static func isOfYear(_ table: Table) -> Bool {
    table.kind == .financial && table.id != nil || table.kind == .performance
  }

  mutating func report() -> Report {
    var report = last
    report.cover = blocks(last.cover)
    if var contents = report.contents {
      for index in contents.entries.indices {
        contents.entries[index].title = next() ?? TracedText()
      }
      report.contents = contents
    }
    report.parts = last.parts.compactMap { section($0) }
    if !rest.isEmpty { report.parts.append(tablesPart(report.parts.count)) }
    return report
  }

  /// A part for tables where last year's disclosure has none.
  private mutating func tablesPart(_ count: Int) -> Section {
    let heading = "第\(ChineseNumeral.text(count + 1))部分 \(tablesTitle ?? "附表")"
    var section = Section(
      heading: TracedText(heading), number: HeadingNumber.scan([UInt8](heading.utf8)),
      role: "tables")
    section.blocks = rest.map { .table($0) }
    rest = []
    return section
  }

  // MARK: Passages

  /// The new text of the next passage; nil if it is struck.
  private mutating func next() -> TracedText? {
    defer { passage += 1 }
    guard passage < outline.lines.count else { return nil }
    let line = outline.lines[passage]
    if line.isStruck { return nil }
    return TracedText(utf8: line.text)
  }

  private mutating func section(_ old: Section) -> Section? {
    var section = old
    var added: [Block] = []
    var isStruck = false
    if old.heading != nil {
      added = self.added(passage)
      if let heading = next() {
        section.heading = heading
        section.number = HeadingNumber.scan(heading.utf8)
      } else {
        isStruck = true
      }
    }
    section.blocks = added + blocks(old.blocks)
    section.sections = old.sections.compactMap { self.section($0) }
    return isStruck ? nil : section
  }

  private func added(_ index: Int) -> [Block] {
    guard index < outline.lines.count else { return [] }
    return outline.lines[index].added.map { text in
      .paragraph(Paragraph(TracedText(utf8: text), number: HeadingNumber.scan(text)))
    }
  }

  private mutating func blocks(_ old: [Block]) -> [Block] {
    old.flatMap { blocks($0) }
  }

  private mutating func blocks(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(let paragraph): return paragraphs(paragraph)
    case .table(let table): return tables(table)
    case .figure(var figure):
      if figure.caption != nil { figure.caption = next() }
      figure.mark = figures.mark(figure.mark)
      if figures.hasOwnNumbers(figure.mark) {
        notes.append("有一张图写着上年的数或年度，请核对：\(figure.mark.string)")
      }
      return [.figure(figure)]
    case .glossaryEntry(let entry):
      let added = added(passage)
      guard let text = next() else { return added }
      if text.utf8 == entry.text.utf8 { return [.glossaryEntry(entry)] + added }
      return [.paragraph(Paragraph(text, number: HeadingNumber.scan(text.utf8)))] + added
    case .unrecognised(let piece):
      return next().map { [.unrecognised(Unrecognised($0, reason: piece.reason))] } ?? []
    }
  }

  private mutating func paragraphs(_ old: Paragraph) -> [Block] {
    let index = passage
    let added = added(index)
    guard let text = next() else { return added }
    var paragraph = old
    if outline.lines[index].isChanged || text.utf8 != old.text.utf8 {
      paragraph.text = text
      paragraph.number = HeadingNumber.scan(text.utf8)
      paragraph.references = []
    }
    return [.paragraph(paragraph)] + added
  }

  // MARK: Tables

  private mutating func tables(_ old: Table) -> [Block] {
    while passage < facts.passages.count, facts.passages[passage].table == table { passage += 1 }
    table += 1
    guard Self.isOfYear(old) else {
      notes.append("表“\(old.title?.trimmed().string ?? "（无标题）")”不是公开表，沿用了上年的，请核对")
      return [.table(old)]
    }
    formTables -= 1
    var placed: [Table]
    if old.kind == .performance {
      placed = take { $0.kind == .performance }
      if placed.isEmpty, !hasPerformance {
        notes.append("没有给出本年的绩效表，上年的已去掉")
        hasPerformance = true
      }
      if !placed.isEmpty { hasPerformance = true }
    } else {
      placed = Array(take { $0.kind == .financial && $0.id == old.id }.prefix(1))
      if placed.isEmpty {
        notes.append("本年没有“\(old.id ?? "")”，上年的已去掉")
      }
    }
    if formTables == 0 { placed += take { _ in true } }
    return placed.map { .table($0) }
  }

  private mutating func take(_ isWanted: (Table) -> Bool) -> [Table] {
    let wanted = rest.filter(isWanted)
    rest.removeAll(where: isWanted)
    return wanted
  }
}

public import FiscalModel
internal import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// Drafts a disclosure: its narrative from the templates of a layout, with the numbers of its
/// tables. What no table tells is left as a visible blank.
public struct ReportDrafter {
  private let book: SentenceBook
  private let layout: Layout
  private let glossary: DraftGlossary
  private let printer: SentencePrinter
  private let tables: DraftTables
  private let source: Report
  /// What has been printed so far.
  private var narrative = ""
  /// The kinds of tables that are in the report by now.
  private var placed: [Table.Kind] = []

  /// - Parameters:
  ///   - tables: a report with this year's tables, bound to `layout`.
  ///   - last: last year's disclosure, bound to a layout of the same kind, or nil.
  ///   - budget: the budget that was published for this year, for the original budgets.
  ///   - prior: single numbers of last year and of the budget, which go before those of `last` and
  ///     `budget`.
  /// - Throws: a ``LayoutError`` if the layout's sentences or glossary are wrong.
  public init(
    layout: Layout, tables report: Report, last: Report?, budget: PublishedTables? = nil,
    prior: PriorNumbers? = nil, entity: String, year: Int
  ) throws(LayoutError) {
    book = try SentenceBook(layout)
    self.layout = layout
    tables = DraftTables(
      TableIndex(report, layout: layout), last: last.map { TableIndex($0, layout: layout) },
      budget: budget.map { TableIndex($0.report, layout: $0.layout) }, prior: prior,
      projects: try ProjectSheets(
        try PerformanceSheetReader.sheets(of: report, layout: layout),
        isPlan: layout.kind == .budget
      ) {
        () throws(LayoutError) in try GradeScale(layout)
      },
      unit: book.unit, decimals: book.decimals)
    glossary = DraftGlossary(try layout.glossary(), book, tables)
    printer = SentencePrinter(
      book: book, tables: tables, words: SentencePrinter.Words(entity: entity, year: year))
    source = report
  }

  /// The drafted disclosure.
  public mutating func report() -> Report {
    var report = Report()
    report.kind = layout.kind
    report.layout = layout.name
    report.entity = printer.words.entity
    report.year = printer.words.year
    report.cover = cover
    report.sources = source.sources
    var rest = book.sections[...]
    report.parts = sections(&rest, level: 1)
    return report
  }

  /// The year, whose the document is, and what it is.
  private var cover: [Block] {
    let year = layout.kind == .budget ? "年" : "年度"
    return ["\(printer.words.year)\(year)", "\(printer.words.entity)部门\(layout.kind.word)"].map {
      .paragraph(Paragraph(TracedText($0)))
    }
  }

  /// The sections of a level up to the next one of an outer level.
  private mutating func sections(_ rest: inout ArraySlice<DraftSection>, level: Int) -> [Section] {
    var sections: [Section] = []
    while let template = rest.first, template.level >= level {
      rest.removeFirst()
      let blocks = blocks(of: template)
      if blocks.isEmpty, isTablesOnly(template) { continue }
      let heading = Self.number(sections.count + 1, level: level) + template.title
      var section = Section(
        heading: TracedText(heading), number: HeadingNumber.scan([UInt8](heading.utf8)),
        role: template.role)
      section.blocks = blocks + figures(template.role)
      section.sections = self.sections(&rest, level: level + 1)
      sections.append(section)
    }
    return sections
  }

  /// The numbers of headings (GB/T 9704-2012, 7.3.3).
  private static func number(_ value: Int, level: Int) -> String {
    switch level {
    case 1: "第\(ChineseNumeral.text(value))部分 "
    case 2: "\(ChineseNumeral.text(value))、"
    case 3: "（\(ChineseNumeral.text(value))）"
    default: "\(value)."
    }
  }

  /// The charts that the layout puts into a section, drawn from the tables when they are printed.
  private func figures(_ role: String) -> [Block] {
    layout.figures.filter { $0.role == role && !$0.series.isEmpty }.map {
      .figure(Figure(kind: $0.kind, mark: TracedText("{{图 \($0.number)}}")))
    }
  }

  private func isTablesOnly(_ template: DraftSection) -> Bool {
    !template.entries.isEmpty
      && template.entries.allSatisfy { if case .tables = $0 { true } else { false } }
  }

  // MARK: Blocks

  private mutating func blocks(of template: DraftSection) -> [Block] {
    var blocks: [Block] = []
    var paragraphs: [DraftParagraph] = []
    for entry in template.entries {
      switch entry {
      case .paragraph(let paragraph): paragraphs.append(paragraph)
      case .tables(let kind):
        blocks += printed(paragraphs)
        paragraphs = []
        blocks += placing(kind).map { .table($0) }
      }
    }
    return blocks + printed(paragraphs)
  }

  private mutating func printed(_ templates: [DraftParagraph]) -> [Block] {
    let wantsTerms = templates.contains { if case .eachTerm = $0.when { true } else { false } }
    let texts = printer.paragraphs(
      templates, terms: wantsTerms ? glossary.terms(of: narrative) : [])
    for text in texts { narrative += text }
    return texts.map { text in
      let number = HeadingNumber.scan([UInt8](text.utf8))
      return .paragraph(Paragraph(TracedText(text), number: number))
    }
  }

  /// The tables of a kind, once. Performance sheets that no section asks for follow the tables.
  private mutating func placing(_ kind: Table.Kind) -> [Table] {
    var kinds = [kind]
    if kind == .financial, !book.asks(for: .performance) { kinds.append(.performance) }
    kinds.removeAll { placed.contains($0) }
    placed += kinds
    return kinds.flatMap { tables($0) }
  }

  /// The tables of a kind: the form's in its order, others as they were read.
  private func tables(_ kind: Table.Kind) -> [Table] {
    let all = source.tables.filter { $0.kind == kind }
    guard kind == .financial else { return all }
    return layout.tables.compactMap { form in all.first { $0.id == form.id } }
  }
}

internal import FiscalModel
internal import FiscalText

/// Tells the kind of a report and the layout that it follows.
struct LayoutChooser {
  private static let budgetWords = [
    "部门预算", "单位预算", "预算公开", "预算总表", "收支预算", "预算情况说明", "预算编制说明",
  ].map { [UInt8]($0.utf8) }
  private static let accountsWords = ["决算"].map { [UInt8]($0.utf8) }

  /// The texts that say what a report is, the likeliest first: the body's name, the cover,
  /// headings, the contents list, and the titles of tables and the lines around them.
  private let entity: [UInt8]
  private let front: [[UInt8]]
  private let others: [[UInt8]]
  /// The headings and the contents list without spaces and quotation marks.
  private let headings: [Name]

  init(_ report: Report) {
    entity = [UInt8]((report.entity ?? "").utf8)
    front = Self.paragraphs(report.cover).map(\.utf8)
    var others = report.contents?.entries.map(\.title.utf8) ?? []
    others += report.allSections.compactMap { $0.heading?.utf8 }
    headings = others.map { Name(utf8: $0) }
    for table in report.tables {
      others += [table.title, table.department].compactMap { $0?.utf8 }
    }
    self.others = others
  }

  /// What can be told from the text with which a document begins.
  init(opening: [UInt8]) {
    entity = []
    front = [opening]
    others = []
    headings = []
  }

  private static func paragraphs(_ blocks: [Block]) -> [TracedText] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .unrecognised(let unknown): unknown.text
      default: nil
      }
    }
  }

  /// 决算 or 预算; nil if the report does not say.
  func kind() -> ReportKind? {
    let texts = [entity] + front + others
    let accounts = Self.count(Self.accountsWords, in: texts)
    let budget = Self.count(Self.budgetWords, in: texts)
    if accounts == 0, budget == 0 { return nil }
    return accounts >= budget ? .finalAccounts : .budget
  }

  /// The layout whose place the report names, else the one whose headings it has, else the first of
  /// those that are of no place.
  func choose(_ layouts: [LayoutSummary]) -> LayoutSummary? {
    var best: (layout: LayoutSummary, score: Int)?
    for layout in layouts {
      let score = max(placeScore(layout), hasMarks(of: layout) ? 60 : -1)
      if score > (best?.score ?? Int.min) { best = (layout, score) }
    }
    return best?.layout
  }

  /// How strongly the report names the layout's place.
  private func placeScore(_ layout: LayoutSummary) -> Int {
    guard !layout.placeNames.isEmpty else { return 0 }
    let places = layout.placeNames.map { [UInt8]($0.utf8) }
    if places.contains(where: { entity.firstOffset(of: $0) != nil }) { return 100 }
    if Self.count(places, in: front) > 0 { return 80 }
    return Self.count(places, in: others) > 0 ? 40 : -1
  }

  /// Whether the report has all headings by which a layout is told.
  private func hasMarks(of layout: LayoutSummary) -> Bool {
    let marks = layout.marks.map { Name($0) }
    return !marks.isEmpty
      && marks.allSatisfy { mark in headings.contains { $0.contains(mark) } }
  }

  private static func count(_ words: [[UInt8]], in texts: [[UInt8]]) -> Int {
    texts.reduce(0) { total, text in
      total + words.count { text.firstOffset(of: $0) != nil }
    }
  }
}

internal import FiscalModel
internal import FiscalText

/// Tells the kind of a report and the layout that it follows.
struct LayoutChooser {
  private static let budgetWords = [
    "部门预算", "单位预算", "预算公开", "预算总表", "收支预算", "预算情况说明", "预算编制说明",
  ].map { [UInt8]($0.utf8) }
  private static let accountsWords = ["决算"].map { [UInt8]($0.utf8) }
  /// What tells the kind of a short notice that has no heading to say it: money that is planned, and
  /// what only is told of money that was spent.
  private static let planningWords = [
    "经费预算", "支出预算", "收入预算", "预算总额", "预算安排", "本年预算", "年预算",
  ].map { [UInt8]($0.utf8) }
  private static let spendingWords = [
    "完成预算", "完成年初预算", "实际支出", "执行数", "经费决算", "支出决算", "收入决算", "决算数", "决算总",
    "决算支出", "决算情况", "部门决算", "单位决算",
  ].map { [UInt8]($0.utf8) }

  /// The texts that say what a report is, the likeliest first: the body's name, the cover,
  /// headings, the contents list, and the titles of tables and the lines around them.
  private let entity: [UInt8]
  private let front: [[UInt8]]
  private let others: [[UInt8]]
  /// The report itself, whose paragraphs tell its kind where nothing else does.
  private let report: Report?
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
    self.report = report
  }

  /// What can be told from the text with which a document begins.
  init(opening: [UInt8]) {
    entity = []
    front = [opening]
    others = []
    headings = []
    report = nil
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
    if accounts == 0, budget == 0 { return kindOfBody() }
    return accounts >= budget ? .finalAccounts : .budget
  }

  /// What the running text and the heads of tables say: a notice that plans money and knows of none
  /// that was spent is of a budget.
  private func kindOfBody() -> ReportKind? {
    let texts = front + body
    guard Self.count(Self.planningWords, in: texts) > 0,
      Self.count(Self.spendingWords, in: texts) == 0
    else { return nil }
    return .budget
  }

  private var body: [[UInt8]] {
    guard let report else { return [] }
    var texts = report.allSections.flatMap { Self.paragraphs($0.blocks) }.map(\.utf8)
    for table in report.tables { texts += table.head.joined().map(\.text.utf8) }
    return texts
  }

  /// The layout whose place the body's name or the cover names, else the one whose headings the
  /// report has, else the one whose place is named elsewhere, else the first of those that are of no
  /// place.
  func choose(_ layouts: [LayoutSummary]) -> LayoutSummary? {
    let places = layouts.map { $0.placeNames.map { [UInt8]($0.utf8) } }
    func first(_ isNamed: ([[UInt8]]) -> Bool) -> LayoutSummary? {
      places.firstIndex(where: isNamed).map { layouts[$0] }
    }
    return first { names in names.contains { entity.firstOffset(of: $0) != nil } }
      ?? first { Self.count($0, in: front) > 0 }
      ?? layouts.first { hasMarks(of: $0) }
      ?? first { Self.count($0, in: others) > 0 }
      ?? layouts.first { $0.placeNames.isEmpty } ?? layouts.first
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

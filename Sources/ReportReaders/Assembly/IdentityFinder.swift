internal import FiscalModel
internal import FiscalText

/// Works out whose report it is, of which year and kind, from cover, headings and captions.
struct IdentityFinder {
  private let cover: [TracedText]
  private let headings: [TracedText]
  private let tables: [Table]
  private let parts: [Section]

  init(_ report: Report) {
    cover = report.cover.compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil }
    }
    headings = report.allSections.compactMap(\.heading)
    tables = report.tables
    parts = report.parts
  }

  func apply(to report: inout Report) {
    report.kind = kind
    report.year = year
    report.entity = entity
  }

  // MARK: Kind

  private static let finalAccounts = [UInt8]("决算".utf8)
  private static let budget = [UInt8]("预算".utf8)

  /// What the cover says; else what most headings and titles say.
  private var kind: ReportKind? {
    for texts in [cover, headings + tables.compactMap(\.title)] {
      let finals = texts.count { $0.utf8.firstOffset(of: Self.finalAccounts) != nil }
      let budgets = texts.count {
        $0.utf8.firstOffset(of: Self.budget) != nil
          && $0.utf8.firstOffset(of: Self.finalAccounts) == nil
      }
      // Titles of final accounts name budgets too (一般公共预算…), never the other way round.
      if finals > 0, finals * 2 >= budgets { return .finalAccounts }
      if budgets > 0 { return .budget }
    }
    return nil
  }

  // MARK: Year

  /// What the cover says, unless nearly all else speaks of the year before or after: then the cover
  /// is wrong.
  private var year: Int? {
    guard let stated = statedYear else { return nil }
    let captions = tables.flatMap(\.headLines) + tables.compactMap(\.title)
    var votes: [Int: Int] = [stated: 1]
    for text in headings + captions {
      if let (year, _) = Self.year(in: text.utf8) { votes[year, default: 0] += 1 }
    }
    let isAgreed = votes[stated, default: 0] > 1 && votes.count == 1
    if isAgreed { return stated }
    for text in openings() {
      if let (year, _) = Self.year(in: text) { votes[year, default: 0] += 1 }
    }
    let other = [stated - 1, stated + 1].max { votes[$0, default: 0] < votes[$1, default: 0] }
    guard let other, votes[other, default: 0] >= Self.leastVotes,
      votes[other, default: 0] > Self.majority * votes[stated, default: 0]
    else { return stated }
    return other
  }

  /// Five passages that speak of another year, four times as many as of the one that is stated.
  private static let leastVotes = 5
  private static let majority = 4
  private static let mostOpenings = 60
  /// Fifteen ideographs: the name of a body and the year that follows it.
  private static let openingLength = 45

  /// The heads of the first paragraphs, where those on the accounts name their year.
  private func openings() -> [[UInt8]] {
    var openings: [[UInt8]] = []
    func collect(_ section: Section) {
      for case .paragraph(let paragraph) in section.blocks
      where openings.count < Self.mostOpenings {
        openings.append(Array(paragraph.text.utf8.prefix(Self.openingLength)))
      }
      for child in section.sections { collect(child) }
    }
    for part in parts { collect(part) }
    return openings
  }

  private var statedYear: Int? {
    let captions = tables.flatMap(\.headLines) + tables.compactMap(\.title)
    for texts in [cover, headings, captions] {
      for text in texts where isAboutReport(text) {
        if let (year, _) = Self.year(in: text.utf8) { return year }
      }
    }
    for texts in [cover, headings, captions] {
      for text in texts {
        if let (year, _) = Self.year(in: text.utf8) { return year }
      }
    }
    return nil
  }

  private func isAboutReport(_ text: TracedText) -> Bool {
    text.utf8.firstOffset(of: Self.finalAccounts) != nil
      || text.utf8.firstOffset(of: Self.budget) != nil
  }

  private static let yearWord = [UInt8]("年".utf8)
  private static let degree = [UInt8]("度".utf8)

  /// The first year from 2000 to 2099 before 年, and the bytes of `2023 年度`.
  static func year(in bytes: [UInt8]) -> (year: Int, range: Range<Int>)? {
    var search = 0
    while let word = bytes.firstOffset(of: yearWord, from: search) {
      search = word + yearWord.count
      var start = word
      while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
      let digits = bytes[..<start].suffix(4)
      guard digits.count == 4, digits.starts(with: [0x32, 0x30]),
        digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { continue }
      var end = search
      while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
      end = bytes.hasBytes(degree, at: end) ? end + degree.count : search
      return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, (start - 4)..<end)
    }
    return nil
  }

  // MARK: Name

  private var entity: String? {
    statedName ?? coverName ?? captionName ?? headingName
  }

  /// 部门名称：某局 on the cover.
  private var statedName: String? {
    for text in cover {
      if let range = Captions.departmentName(text.utf8) { return name(text.string(range)) }
    }
    return nil
  }

  /// The title's lines up to the one that says 决算 or 预算, without year and kind.
  private var coverName: String? {
    var title = TracedText()
    for text in cover.filter({ !isFiling($0) }).prefix(6) {
      title.append(text)
      if isAboutReport(text) { return reportTitleName(title) }
    }
    return nil
  }

  /// What a portal prints above the title: 监督索引号53…, 公开日期：….
  private func isFiling(_ text: TracedText) -> Bool {
    let bytes = text.trimmed().utf8
    return Self.filingWords.contains { bytes.starts(with: $0) }
  }

  private static let filingWords = [
    "监督索引号", "索引号", "发布日期", "发布时间", "公开日期", "公开时间", "成文日期", "生成日期", "来源", "信息来源", "发文字号",
    "文号", "保密审查", "部门主要负责人",
  ].map { [UInt8]($0.utf8) }

  private var captionName: String? {
    var counts: [(name: String, count: Int)] = []
    for table in tables {
      guard let text = table.department, let range = Captions.departmentName(text.utf8),
        let name = name(text.string(range))
      else { continue }
      if let index = counts.firstIndex(where: { $0.name == name }) {
        counts[index].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts.max { $0.count < $1.count }?.name
  }

  private var headingName: String? {
    for heading in headings where isAboutReport(heading) {
      let number = HeadingNumber.scan(heading.utf8)?.range.upperBound ?? 0
      if let name = reportTitleName(heading.slice(number..<heading.utf8.count)) { return name }
    }
    return nil
  }

  private static let endings = [
    "部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算", "汇总部门", "部门汇总", "部门综合", "“三公”",
    "三公经费", "一般公共", "财政拨款", "政府性基金", "国有资本经营", "收入支出", "收支",
  ].map { [UInt8]($0.utf8) }

  private func reportTitleName(_ title: TracedText) -> String? {
    var bytes = title.utf8
    if let (_, range) = Self.year(in: bytes) { bytes.removeSubrange(range) }
    let ends = Self.endings.compactMap { bytes.firstOffset(of: $0) }
    if let end = ends.min() { bytes.removeSubrange(end...) }
    return name(String(decoding: bytes, as: UTF8.self))
  }

  private static let opening = [UInt8]("关于".utf8)

  /// What the account is of, with which no body's name begins.
  private static let matters = ["支出", "收入", "政府采购", "机关运行", "项目"].map { [UInt8]($0.utf8) }

  /// A name without the spaces at its ends; nil if it is too short for one, or none.
  private func name(_ text: String) -> String? {
    var trimmed = TracedText(text).trimmed().utf8
    if trimmed.starts(with: Self.opening) { trimmed.removeFirst(Self.opening.count) }
    guard !Self.matters.contains(where: { trimmed.starts(with: $0) }) else { return nil }
    return LineShape(trimmed).ideographs >= 3 ? String(decoding: trimmed, as: UTF8.self) : nil
  }
}

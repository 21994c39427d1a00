public import FiscalModel
internal import FiscalText
public import ReportLint

/// The sheet that goes with a checked document to those who answer for it (三审): which file it
/// was, what was checked, what could not be, what was found, and places to sign.
///
/// It is a report itself, so that it is printed like any other.
public struct SignOffSheet: Sendable {
  /// How many rows a list may have; a sheet is one or two pages.
  private static let listedFindings = 18
  private static let listedReasons = 12
  private static let listedAccepted = 15

  private let result: LintResult
  private let summary: DocumentSummary
  /// The files with their digests in hexadecimal.
  private let files: [(path: String, digest: String)]
  /// Characters that no face has; they are printed as 〓, as printers do.
  public var unprintable: Set<Unicode.Scalar> = []

  public init(_ result: LintResult, files: [(path: String, digest: String)]) {
    self.result = result
    summary = DocumentSummary(result, digest: nil)
    self.files = files
  }

  /// The title of the sheet.
  public static let title = "公开文本校核核对表"

  /// The sheet as a document.
  public var report: Report {
    var report = Report()
    var part = Section(heading: TracedText(Self.title))
    part.sections = [
      section("一、文档", [.table(document)]), section("二、核对的内容", [.table(checked)]),
      section("三、没有核对的内容和原因", unchecked), section("四、发现的问题", findings),
      section("五、已认可的问题", accepted), section("六、三审签字", [.table(signatures)]),
    ]
    report.parts = [part]
    return report
  }

  private func section(_ heading: String, _ blocks: [Block]) -> Section {
    var section = Section(
      heading: TracedText(heading), number: HeadingNumber.scan([UInt8](heading.utf8)))
    section.blocks = blocks
    return section
  }

  private func paragraph(_ text: String) -> Block { .paragraph(Paragraph(TracedText(text))) }

  private func text(_ string: String) -> TracedText {
    var scalars = String.UnicodeScalarView()
    for scalar in printable(string).unicodeScalars {
      scalars.append(unprintable.contains(scalar) ? "〓" : scalar)
    }
    return TracedText(String(scalars))
  }

  // MARK: Tables

  private func table(_ heads: [String], _ rows: [[String]]) -> Table {
    var table = Table(columns: heads.map { Column(path: [$0]) })
    table.head = [heads.enumerated().map { Cell(TracedText($1), column: $0) }]
    table.rows = rows.map { row in
      Row(row.enumerated().map { Cell(text($1), column: $0) })
    }
    return table
  }

  private var document: Table {
    var rows = [
      ["部门", result.entity ?? "不详"],
      ["年度和种类", (result.year.map { "\($0)年度" } ?? "年度不详") + (summary.kind ?? "")],
    ]
    if files.count == 1, let file = files.first {
      rows.append(["文件", file.path])
      rows.append(["SHA-256", Self.spaced(file.digest)])
    } else {
      rows.append(["文件夹", result.path])
      for file in files {
        let place = Location.file(path: file.path).words(inside: result.path)
        rows.append(["\(place) SHA-256", Self.spaced(file.digest)])
      }
    }
    rows.append(["核对依据", "布局 \(result.layout ?? "不详")"])
    rows.append(["工具", "\(ToolIdentity.name) \(ToolIdentity.version)"])
    return table(["项目", "内容"], rows)
  }

  /// Digits in groups of eight: people compare them by eye, and lines may break between them.
  private static func spaced(_ digest: String) -> String {
    var groups: [Substring] = []
    var rest = digest[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(8))
      rest = rest.dropFirst(8)
    }
    return groups.joined(separator: " ")
  }

  private var checked: Table {
    func row(_ name: String, _ counts: LintResult.Counts) -> [String] {
      [
        name, "\(counts.total)", "\(counts.verified)", "\(counts.contradicted)",
        "\(counts.unchecked)", "\(counts.excluded)",
      ]
    }
    let recognised = result.tables.filter { $0.id != nil }.count
    var table = table(
      ["对象", "合计", "相符", "矛盾", "未核对", "不适用"],
      [row("文字中的数字", summary.numbers), row("表格中参加勾稽的数字", summary.cells)])
    table.notes = [
      Paragraph(
        TracedText(
          "注：读到表格 \(result.tables.count) 张，其中按布局认出 \(recognised) 张。“不适用”是年份、编号等不用核对的数字。"))
    ]
    return table
  }

  private var unchecked: [Block] {
    var order: [String] = []
    var groups: [String: [LintResult.Unchecked]] = [:]
    for item in result.allUnchecked {
      if groups[item.reason] == nil { order.append(item.reason) }
      groups[item.reason, default: []].append(item)
    }
    guard !order.isEmpty else { return [paragraph("没有。")] }
    let sorted = order.enumerated().sorted { left, right in
      let (one, two) = (groups[left.element]?.count ?? 0, groups[right.element]?.count ?? 0)
      return one != two ? one > two : left.offset < right.offset
    }.map(\.element)
    var rows = sorted.prefix(Self.listedReasons).map { reason in
      let items = groups[reason] ?? []
      let places = items.prefix(2).map { item in
        let place = place(item.location)
        return item.quote.isEmpty ? place : "“\(item.quote.prefix(16))”（\(place)）"
      }
      return [reason, "\(items.count)", places.joined(separator: "；")]
    }
    if sorted.count > Self.listedReasons {
      let rest = sorted.dropFirst(Self.listedReasons).reduce(0) { $0 + (groups[$1]?.count ?? 0) }
      rows.append(["其他原因", "\(rest)", "见校核报告"])
    }
    return [.table(table(["原因", "个数", "例如"], rows))]
  }

  private var findings: [Block] {
    let counts = Severity.allCases.reversed().map { "\($0.word) \(summary.count($0)) 个" }
    guard !result.findings.isEmpty else { return [paragraph("没有发现问题。")] }
    let ranked = result.findings.enumerated().sorted { left, right in
      left.element.severity != right.element.severity
        ? left.element.severity > right.element.severity : left.offset < right.offset
    }
    let shown = ranked.prefix(Self.listedFindings)
    let rows = shown.map { number, finding in
      [
        "\(number + 1)", finding.severity.word, finding.rule,
        place(finding.location), Self.cut(finding.message),
      ]
    }
    var table = table(["序号", "级别", "规则", "位置", "问题"], rows)
    if ranked.count > shown.count {
      let note = "注：另有 \(ranked.count - shown.count) 个，见校核报告；序号与校核报告相同。"
      table.notes = [Paragraph(TracedText(note))]
    }
    return [paragraph(counts.joined(separator: "，") + "。"), .table(table)]
  }

  /// A place in the narrative by its line, in another file by the file's name and the line: short
  /// enough for a narrow column.
  private func place(_ location: Location) -> String {
    guard case .text(let path, let start, _) = location, path != result.path else {
      return location.words(inside: result.path)
    }
    let line = "第\(start.line)行"
    if path == result.sources.first?.path { return line }
    return Location.file(path: path).words(inside: result.path) + line
  }

  private var accepted: [Block] {
    guard !result.accepted.isEmpty else { return [paragraph("没有。")] }
    let rows = result.accepted.prefix(Self.listedAccepted).map { item in
      [
        item.finding.rule, place(item.finding.location),
        Self.cut(item.finding.message), Self.cut(item.reason),
      ]
    }
    var table = table(["规则", "位置", "问题", "认可理由"], rows)
    if result.accepted.count > rows.count {
      table.notes = [Paragraph(TracedText("注：另有 \(result.accepted.count - rows.count) 个，见校核报告。"))]
    }
    return [.table(table)]
  }

  private var signatures: Table {
    let steps = ["初审（经办）", "复审（财务负责人）", "终审（单位负责人）"]
    var table = table(
      ["审次", "意见", "签字（盖章）", "日期"],
      steps.map { [$0, "□ 同意公开　□ 修改后再审", "", "　　年　　月　　日"] })
    // A signature needs the height of two rows.
    table.rows = table.rows.flatMap { row in
      let cells = row.cells.map {
        Cell($0.text, column: $0.column, columnSpan: $0.columnSpan, rowSpan: 2)
      }
      return [Row(cells), Row([])]
    }
    return table
  }

  private static func cut(_ text: String) -> String {
    text.count > 80 ? text.prefix(80) + "…" : text
  }
}

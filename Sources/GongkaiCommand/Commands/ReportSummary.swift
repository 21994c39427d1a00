internal import FiscalModel
internal import FiscalText

/// What was read, for people: the document's data, its sections, its tables, and what was not
/// understood.
struct ReportSummary {
  private let report: Report
  private let name: String

  init(_ report: Report, name: String) {
    self.report = report
    self.name = name
  }

  var text: String {
    var lines = ["\(name)：\(title)"]
    lines.append("布局：\(report.layout ?? "不详")")
    lines.append("章节：")
    for part in report.parts { lines += outline(part, depth: 1) }
    let tables = report.tables
    lines.append("表格：\(tables.count) 张")
    for table in tables { lines.append("  \(describe(table))") }
    let figures = count { if case .figure = $0 { true } else { false } }
    let entries = count { if case .glossaryEntry = $0 { true } else { false } }
    lines.append("图：\(figures) 个；名词解释：\(entries) 条")
    lines += unrecognised
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let year = report.year.map { "\($0)年度" } ?? "年度不详"
    let kind = report.kind.map { "部门\($0.word)" } ?? "种类不详"
    return "\(report.entity ?? "部门不详")　\(year)\(kind)"
  }

  private func outline(_ section: Section, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let heading = section.heading?.trimmed().string ?? "（无标题）"
    return ["\(indent)\(heading)"] + section.sections.flatMap { outline($0, depth: depth + 1) }
  }

  private func describe(_ table: Table) -> String {
    let cells = table.rows.flatMap(\.cells).filter(\.isUncertain)
    // Of a workbook's cells those are uncertain whose formulas have no result in the file.
    let uncertain = cells.count { !$0.text.isEmpty }
    let blank = cells.count - uncertain
    let title = table.title?.trimmed().string ?? "（无标题）"
    let doubts =
      (uncertain > 0 ? "，\(uncertain) 格的列不能确定" : "")
      + (blank > 0 ? "，\(blank) 格的公式没有算出的值，请在 Excel 或 WPS 里打开保存一次" : "")
    return "\(table.id ?? "未识别")　\(title)　\(table.rows.count) 行 \(table.columns.count) 列\(doubts)"
  }

  private var unrecognised: [String] {
    var lines: [String] = []
    var collector = BlockCollector { block in
      guard let piece = block.unread else { return }
      let location = report.location(of: piece.text)
      let place = location.words(from: location.path)
      lines.append("  \(place)：\(piece.reason)：\(shortened(piece.text.string))")
    }
    collector.walk(report)
    return lines.isEmpty ? ["没有读不懂的内容"] : ["读不懂的内容：\(lines.count) 处"] + lines
  }

  private func count(_ isCounted: @escaping (Block) -> Bool) -> Int {
    var count = 0
    var collector = BlockCollector { if isCounted($0) { count += 1 } }
    collector.walk(report)
    return count
  }

  private func shortened(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40))…" : text
  }
}

/// Hands every block to a closure.
private struct BlockCollector: ReportWalker {
  let take: (Block) -> Void

  mutating func visit(_ block: Block, path: [Section]) { take(block) }
}

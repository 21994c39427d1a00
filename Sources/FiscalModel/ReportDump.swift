internal import FiscalText

/// A report as a tree of text, for tests and for people who look for a fault of a reader.
public struct ReportDump: ReportWalker {
  private var lines: [String] = []
  private var depth = 0

  /// The tree: a line for each heading, paragraph, row; spaces at the ends made visible.
  public static func text(_ report: Report) -> String {
    var dump = ReportDump()
    dump.head(report)
    dump.walk(report)
    return dump.lines.joined(separator: "\n") + "\n"
  }

  public mutating func enter(_ section: Section, path: [Section]) {
    let role = section.role.map { " [\($0)]" } ?? ""
    let mark = String(repeating: "#", count: path.count + 1)
    lines.append("\(mark) \(section.heading?.string ?? "–")\(role)")
  }

  public mutating func visit(_ block: Block, path: [Section]) {
    depth = path.count
    switch block {
    case .paragraph(let paragraph): add(Self.line(paragraph))
    case .table(let table): add(table)
    case .figure(let figure): add(figure)
    case .glossaryEntry(let entry):
      add("term «\(entry.text.string(entry.term))» \(entry.text.string(entry.explanation))")
    case .unrecognised(let unrecognised):
      add("unrecognised (\(unrecognised.reason)) \(unrecognised.text.string)")
    }
  }

  private mutating func add(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  private mutating func head(_ report: Report) {
    let year = report.year.map(String.init) ?? "–"
    lines.append(
      "report kind=\(report.kind?.rawValue ?? "–") layout=\(report.layout ?? "–") "
        + "entity=\(report.entity ?? "–") year=\(year)")
    guard let contents = report.contents else { return }
    lines.append("contents \(contents.heading?.string ?? "–")")
    for entry in contents.entries {
      lines.append("  - \(entry.title.string)" + (entry.page.map { " → \($0)" } ?? ""))
    }
  }

  private static func line(_ paragraph: Paragraph) -> String {
    let number = paragraph.number.map { "\($0.style).\($0.value) " } ?? ""
    return "¶ \(number)\(paragraph.isBold ? "bold " : "")\(paragraph.text.string)"
  }

  private mutating func add(_ table: Table) {
    let parts = [
      table.id, table.title?.string, table.publicNumber?.string, table.department?.string,
      table.unitLine?.string, table.unit?.rawValue,
    ]
    add("table \(table.kind) " + parts.map { $0 ?? "–" }.joined(separator: " | "))
    for line in table.headLines { add("  head line \(line.string)") }
    let columns = table.columns.map { column in
      column.name + (column.key.map { "=\($0)" } ?? "")
    }
    add("  columns " + columns.joined(separator: " | "))
    for row in table.rows { add("  " + Self.line(row, columns: table.columns.count)) }
    for note in table.notes { add("  note \(note.text.string)") }
  }

  private static func line(_ row: Row, columns: Int) -> String {
    var fields = [String](repeating: "", count: columns)
    for cell in row.cells {
      let span =
        cell.columnSpan > 1 || cell.rowSpan > 1 ? "⟨\(cell.columnSpan)×\(cell.rowSpan)⟩" : ""
      let text = cell.text.string + span + (cell.isUncertain ? "?" : "")
      if cell.column < columns { fields[cell.column] += text } else { fields.append(text) }
    }
    return fields.joined(separator: " | ")
  }

  private mutating func add(_ figure: Figure) {
    add("figure \(figure.kind) \(figure.caption?.string ?? "–") \(figure.mark.string)")
    for series in figure.series {
      let values = zip(figure.labels, series.values).map { label, value in
        "\(label)=\(value?.description ?? "")"
      }
      add("  \(series.name): " + values.joined(separator: " "))
    }
  }
}

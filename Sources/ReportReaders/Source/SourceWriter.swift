public import FiscalModel
public import FiscalText

/// Writes a report in the source format: `disclosure.md` and a table file for each table. What is
/// written reads back as the same report, but for the printed contents list, which is made anew.
public struct SourceWriter {
  /// A file of the source folder.
  public struct File: Sendable {
    /// The path below the folder, such as `tables/公开01.csv`.
    public var path: String
    public var bytes: [UInt8]
  }

  private let report: Report
  private var text = ""
  private var tables: [(id: String, table: Table)] = []
  private var ids: Set<String> = []

  /// The files of a report, `disclosure.md` first.
  public static func files(_ report: Report, threads: Threads = Threads()) -> [File] {
    var writer = SourceWriter(report)
    writer.write()
    let tables = threads.map(writer.tables.count) { [tables = writer.tables] index in
      File(
        path: "tables/\(tables[index].id).csv",
        bytes: [UInt8](TableFileWriter.file(tables[index].table).utf8))
    }
    return [File(path: SourceReader.fileName, bytes: [UInt8](writer.text.utf8))] + tables
  }

  private init(_ report: Report) { self.report = report }

  private mutating func write() {
    writeFront()
    for block in report.cover { write(block) }
    if let contents = report.contents { text += "\n\(ContentsDirective.line(contents))\n" }
    for part in report.parts { write(part, level: 1) }
  }

  private mutating func writeFront() {
    let unit = report.tables.first { $0.kind == .financial }?.unit
    let values: [(FrontMatter.Key, String?)] = [
      (.layout, report.layout), (.entity, report.entity), (.year, report.year.map(String.init)),
      (.unit, unit?.rawValue), (.tables, "tables"),
    ]
    text += "---\n"
    for (key, value) in values {
      if let value { text += "\(key.rawValue): \(value)\n" }
    }
    text += "---\n"
  }

  private mutating func write(_ section: Section, level: Int) {
    let marks = String(repeating: "#", count: min(level, 6))
    let heading = section.heading.map { " " + SourceLine.escaped($0.string, isStart: false) }
    text += "\n\(marks)\(heading ?? "")\n"
    for block in section.blocks { write(block) }
    for child in section.sections { write(child, level: level + 1) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): text += "\n\(Self.line(paragraph))\n"
    case .glossaryEntry(let entry):
      text += "\n\(SourceLine.escaped(entry.text.string, isStart: true))\n"
    case .unrecognised(let unknown):
      text += "\n\(SourceLine.escaped(unknown.text.string, isStart: true))\n"
    case .figure(let figure): text += "\n\(Self.directive(figure))\n"
    case .table(let table): write(table)
    }
  }

  // MARK: Paragraphs

  /// The paragraph with its references in place of what they gave.
  private static func line(_ paragraph: Paragraph) -> String {
    var line = ""
    var start = 0
    for reference in paragraph.references {
      line += SourceLine.escaped(
        paragraph.text.string(start..<reference.range.lowerBound), isStart: start == 0)
      line += "{{\(reference.formula)}}"
      start = reference.range.upperBound
    }
    line += SourceLine.escaped(
      paragraph.text.string(start..<paragraph.text.utf8.count), isStart: start == 0)
    return paragraph.isBold ? "**\(line)**" : line
  }

  // MARK: Figures

  private static func directive(_ figure: Figure) -> String {
    if figure.mark.utf8.starts(with: Directive.opening) { return figure.mark.string }
    let word =
      switch figure.kind {
      case .bar, .groupedBar: "柱形图"
      case .pie: "饼图"
      case .ring: "环形图"
      case .line: "折线图"
      case .picture: ReferenceResolver.picture
      }
    guard figure.kind != .picture || figure.caption != nil else { return "{{图 \(word)}}" }
    var fields = [word, name(figure.caption?.string ?? "")]
    for series in figure.series {
      let entries = zip(figure.labels, series.values).compactMap { label, value in
        value.map { "\(name(label))=\($0.text(grouped: false))" }
      }
      let head = series.name.isEmpty ? "" : "\(name(series.name))："
      fields.append(head + entries.joined(separator: "；"))
    }
    return "{{图 \(fields.joined(separator: "｜"))}}"
  }

  /// A name without the marks that part fields.
  private static func name(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "｜", "|", "；", ";", "=", "＝", "{", "}", "\n": " "
        default: character
        }
      })
  }

  // MARK: Tables

  private mutating func write(_ table: Table) {
    if TableFileWriter.isPlain(table) {
      text += "\n" + TableFileWriter.bars(table)
      return
    }
    let id = freeID(for: table)
    tables.append((id, table))
    text += "\n{{表 \(id)}}\n"
  }

  /// The table's id if it has one of its own, else a counted one.
  private mutating func freeID(for table: Table) -> String {
    if let id = table.id, ids.insert(id).inserted { return id }
    let word = table.kind == .performance ? "绩效" : "表"
    var number = 1
    while !ids.insert("\(word)\(number)").inserted { number += 1 }
    return "\(word)\(number)"
  }
}

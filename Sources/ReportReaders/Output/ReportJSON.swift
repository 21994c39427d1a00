public import FiscalModel
internal import FiscalText

/// A report as JSON, for other programs: what `gongkai import --format json` prints. Its form is a
/// contract (Documentation/Output.md).
public enum ReportJSON {
  /// The document in UTF-8, with a line end.
  public static func bytes(_ report: Report) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.value(report.kind?.rawValue, "kind")
      object.value(report.layout, "layout")
      object.value(report.entity, "entity")
      object.value(report.year, "year")
      object.array("sources") { array in
        for source in report.sources { array.value(source.path) }
      }
      object.array("parts") { array in
        for part in report.parts { write(part, of: report, to: &array) }
      }
      object.array("tables") { array in
        for table in report.tables { write(table, of: report, to: &array) }
      }
      object.array("unrecognised") { array in
        for unknown in unrecognised(in: report) { write(unknown, of: report, to: &array) }
      }
    }
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }

  // MARK: Parts

  /// Sections are no deeper than there are styles of heading numbers.
  private static func write(
    _ section: Section, of report: Report, to writer: inout JSONWriter
  ) {
    writer.object { object in
      object.value(section.number?.value, "number")
      object.value(section.title?.string, "title")
      object.value(section.role, "role")
      if let heading = section.heading { object.location(report.location(of: heading)) }
      object.array("paragraphs") { array in
        for block in section.blocks {
          if let text = text(of: block) { array.value(text.string) }
        }
      }
      object.array("sections") { array in
        for child in section.sections { write(child, of: report, to: &array) }
      }
    }
  }

  private static func text(of block: Block) -> TracedText? {
    switch block {
    case .paragraph(let paragraph): paragraph.text
    case .glossaryEntry(let entry): entry.text
    case .unrecognised(let unknown): unknown.text
    case .figure(let figure): figure.caption
    case .table: nil
    }
  }

  // MARK: Tables

  private static func write(_ table: Table, of report: Report, to writer: inout JSONWriter) {
    writer.object { object in
      object.value(table.id, "id")
      object.value(table.kind.rawValue, "kind")
      object.value(table.title?.string, "title")
      object.value(table.unit?.rawValue, "unit")
      if let place = place(of: table) { object.location(report.location(of: place)) }
      object.array("columns") { array in
        for column in table.columns { array.value(column.name) }
      }
      object.array("rows") { array in
        for row in table.rows { write(row, columns: table.columns.count, to: &array) }
      }
      object.array("uncertain") { array in
        for (index, row) in table.rows.enumerated() {
          for cell in row.cells where cell.isUncertain {
            array.array { pair in
              pair.value(index)
              pair.value(cell.column)
            }
          }
        }
      }
      object.array("notes") { array in
        for note in table.notes { array.value(note.text.string) }
      }
    }
  }

  /// The first text of a table that comes from a file.
  private static func place(of table: Table) -> TracedText? {
    let lines = [table.title, table.publicNumber, table.unitLine].compactMap(\.self)
    let cells =
      table.head.joined().map(\.text) + table.rows.prefix(1).flatMap { $0.cells.map(\.text) }
    return (lines + cells).first { text in
      !text.isEmpty && !text.runs.allSatisfy { $0.place == .none }
    }
  }

  /// A printed line: a string a column, null where nothing is printed.
  private static func write(_ row: Row, columns: Int, to writer: inout JSONWriter) {
    var texts = [String?](repeating: nil, count: columns)
    for cell in row.cells where cell.column < columns && !cell.text.isEmpty {
      texts[cell.column] = cell.text.string
    }
    writer.array { array in
      for text in texts { array.value(text) }
    }
  }

  // MARK: What was not understood

  private static func unrecognised(in report: Report) -> [Unrecognised] {
    var collector = UnrecognisedCollector()
    collector.walk(report)
    return collector.found
  }

  private static func write(
    _ unknown: Unrecognised, of report: Report, to writer: inout JSONWriter
  ) {
    writer.object { object in
      object.value(unknown.text.string, "text")
      object.value(unknown.reason, "reason")
      object.location(report.location(of: unknown.text))
    }
  }
}

private struct UnrecognisedCollector: ReportWalker {
  var found: [Unrecognised] = []

  mutating func visit(_ block: Block, path: [Section]) {
    if let unknown = block.unread { found.append(unknown) }
  }
}

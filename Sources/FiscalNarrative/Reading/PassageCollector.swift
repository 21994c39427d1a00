internal import FiscalModel

/// Lists all text of a report in reading order.
struct PassageCollector {
  private(set) var passages: [Passage] = []
  private(set) var tables: [Table] = []

  mutating func collect(_ report: Report) {
    for block in report.cover { add(block, role: nil, isCover: true) }
    for entry in report.contents?.entries ?? [] {
      passages.append(Passage(kind: .contents, text: entry.title))
    }
    for part in report.parts { collect(part, role: nil) }
  }

  private mutating func collect(_ section: Section, role outer: String?) {
    let role = section.role ?? outer
    if let heading = section.heading {
      passages.append(
        Passage(kind: .heading, text: heading, role: role, number: section.number))
    }
    for block in section.blocks { add(block, role: role, isCover: false) }
    for child in section.sections { collect(child, role: role) }
  }

  private mutating func add(_ block: Block, role: String?, isCover: Bool) {
    switch block {
    case .paragraph(let paragraph):
      passages.append(
        Passage(
          kind: isCover ? .cover : .paragraph, text: paragraph.text, role: role,
          number: paragraph.number))
    case .table(let table): add(table, role: role)
    case .figure(let figure):
      if let caption = figure.caption {
        passages.append(Passage(kind: .caption, text: caption, role: role))
      }
    case .glossaryEntry(let entry):
      passages.append(Passage(kind: .glossaryEntry, text: entry.text, role: role))
    case .unrecognised(let piece):
      passages.append(Passage(kind: .unrecognised, text: piece.text, role: role))
    }
  }

  private mutating func add(_ table: Table, role: String?) {
    let index = tables.count
    tables.append(table)
    let lines = [table.title, table.publicNumber, table.department, table.unitLine]
    for line in lines.compactMap(\.self) + table.headLines {
      passages.append(Passage(kind: .tableLine, text: line, role: role, table: index))
    }
    for (row, cells) in table.head.enumerated() { add(cells, role, table: index, row: row) }
    for (row, cells) in table.rows.enumerated() {
      add(cells.cells, role, table: index, row: table.head.count + row)
    }
    for note in table.notes {
      passages.append(
        Passage(
          kind: .tableNote, text: note.text, role: role, number: note.number, table: index))
    }
  }

  private mutating func add(_ cells: [Cell], _ role: String?, table: Int, row: Int) {
    for index in cells.indices where !cells[index].text.isEmpty {
      passages.append(
        Passage(
          kind: .cell, text: cells[index].text, role: role, table: table, row: row,
          column: cells[index].column))
    }
  }
}

/// Puts tables back where they stand in a report.
struct TableReplacer {
  private let tables: [Table]
  private var next = 0

  init(_ tables: [Table]) { self.tables = tables }

  mutating func replace(in report: inout Report) {
    replace(in: &report.cover)
    for index in report.parts.indices { replace(in: &report.parts[index]) }
  }

  private mutating func replace(in section: inout Section) {
    replace(in: &section.blocks)
    for index in section.sections.indices { replace(in: &section.sections[index]) }
  }

  private mutating func replace(in blocks: inout [Block]) {
    for index in blocks.indices {
      guard case .table = blocks[index] else { continue }
      blocks[index] = .table(tables[next])
      next += 1
    }
  }
}

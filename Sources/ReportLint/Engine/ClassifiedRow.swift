internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The rows of the report's tables that print a code, with what the 科目 of the year say to them.
struct ClassifiedRow: Sendable {
  var code: String
  var name: String
  /// The cell that prints the name.
  var label: TracedText
  var verdict: ClassificationVerdict
  var isFunctional: Bool
}

extension ClassifiedRow {
  /// Each code and name once, where they first stand.
  static func rows(
    _ tables: TableIndex, _ classifications: [Classification: ClassificationTable], year: Int?
  ) -> [ClassifiedRow] {
    guard let year else { return [] }
    var seen = Set<TextKey>()
    var rows: [ClassifiedRow] = []
    for table in tables.tables {
      for block in table.blocks {
        guard let entries = classification(block).flatMap({ classifications[$0] }) else { continue }
        for row in block.rows where row.isCodePrinted {
          guard let code = row.code, seen.insert(TextKey(code + row.label)).inserted,
            let cell = label(row, block, table)
          else { continue }
          rows.append(
            ClassifiedRow(
              code: code, name: row.label, label: cell.text,
              verdict: entries.judge(code, named: row.label, in: year),
              isFunctional: isFunctional(block)))
        }
      }
    }
    return rows
  }

  private static func isFunctional(_ block: BoundBlock) -> Bool {
    if case .functional = block.form.rows { return true }
    return false
  }

  private static func classification(_ block: BoundBlock) -> Classification? {
    switch block.form.rows {
    case .functional: .functional
    case .economic: .economic
    case .listed, .free: nil
    }
  }

  private static func label(_ row: BoundRow, _ block: BoundBlock, _ table: BoundTable) -> Cell? {
    block.columns.first { $0.content == .name }.flatMap { table.cell(row, $0) }
  }
}

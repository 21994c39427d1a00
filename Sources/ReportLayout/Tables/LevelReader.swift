internal import FiscalModel

/// Reads from its code how deep a row stands: 类 0, 款 1, 项 2.
struct LevelReader {
  /// The columns that hold codes: one with whole codes, or several with a part each.
  private let codeColumns: [Int]

  init(kinds: [ColumnKind], isFinancial: Bool) {
    codeColumns = isFinancial ? kinds.indices.filter { kinds[$0] == .code } : []
  }

  /// -1 for a row without a code.
  func level(_ row: [GridCell]) -> Int {
    var deepest = -1
    for (rank, column) in codeColumns.enumerated() {
      guard let cell = row.first(where: { $0.column == column }), cell.columnSpan == 1 else {
        continue
      }
      let digits = cell.text.utf8.reduce(0) { $0 + ((0x30...0x39).contains($1) ? 1 : 0) }
      guard digits > 0 else { continue }
      deepest = max(deepest, digits >= 3 ? min(2, (digits - 3) / 2) : rank)
    }
    return deepest
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The original budgets (年初预算) of this year's 科目: those that the user gave, else those of the
/// budget that was published.
struct OriginalBudgets {
  /// The row of the whole.
  static let total = "合计"
  /// Where budgets go through their 科目.
  private static let roles = ["narrative.general.items", "narrative.general"]

  private let prior: PriorNumbers?
  private let tables: DraftTables?
  private let index: TableIndex?
  private let column: ColumnAddress?

  /// - Throws: a ``LayoutError`` if a data file of the budget's layout is wrong.
  init(_ published: PublishedTables?, prior: PriorNumbers?) throws(LayoutError) {
    self.prior = prior
    guard let published else {
      (tables, index, column) = (nil, nil, nil)
      return
    }
    let index = TableIndex(published.report, layout: published.layout)
    let vocabulary = try VocabularyReader.vocabulary(for: published.layout)
    self.index = index
    tables = DraftTables(index)
    column = Self.roles.lazy.compactMap { vocabulary.section($0)?.functional[.budget] }.first
  }

  /// The budget of a 科目 by its code, or of all; a 科目 that the published budget does not have had
  /// none.
  func value(_ row: String) -> RollTables.Value? {
    if let amount = prior?.budget(of: row) {
      return RollTables.Value(grains: amount.grains, source: "给出的年初预算数 \(row)")
    }
    guard let column, let index, let table = index.table(column.table) else { return nil }
    let address = Address(
      table: column.table, row: [row],
      column: column.column.split(separator: "/").map(String.init))
    guard row == Self.total || table.row(code: row) != nil else {
      return RollTables.Value(
        grains: 0, source: "公开的预算\(column.table)（没有“\(row)”）", isAbsent: true)
    }
    guard let value = try? tables?.value(.cell(address), nil), value.unit != nil else { return nil }
    return RollTables.Value(grains: value.grains, source: "公开的预算 \(address)")
  }
}

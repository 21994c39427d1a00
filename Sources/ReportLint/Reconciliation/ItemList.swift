internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The items (项) that a section on the general public budget goes through one by one, bound to
/// the rows of its table.
struct ItemList: Sendable {
  struct Item: Sendable {
    var path: ClassificationPath
    /// Where the item is named.
    var mention: Facts.Mention
    /// The row of its table, by code; nil if no row bears its names.
    var code: String?
    /// The statements of its budget and final amount.
    var budget: Int?
    var final: Int?
  }

  /// In reading order.
  private(set) var items: [Item] = []
  /// The table that the items are those of, and its column.
  private(set) var column: ColumnAddress?
  private(set) var table: BoundTable?
  /// The rows of the table's items that have an amount, with it.
  private(set) var rows: [(row: BoundRow, amount: Interval)] = []
  /// Whether the narrative evidently means to go through every item: most rows are there.
  private(set) var isComplete = false

  init(_ facts: Facts, vocabulary: Vocabulary, evidence: TableEvidence) {
    let role = "narrative.general"
    guard let words = vocabulary.section(role) else { return }
    column = words.functional[vocabulary.defaultMeasure]
    table = column.flatMap { evidence.index.table($0.table) }
    var levels: [Subject: (budget: Int?, final: Int?)] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.section?.hasPrefix(role) ?? false,
        meaning.year == nil, case .level(let measure) = meaning.aspect,
        case .functional = meaning.subject
      else { continue }
      switch measure {
      case .originalBudget, .adjustedBudget:
        levels[meaning.subject, default: (nil, nil)].budget = index
      case .finalAmount, .budget: levels[meaning.subject, default: (nil, nil)].final = index
      }
    }
    var seen = Set<ClassificationPath>()
    for mention in facts.mentions {
      guard mention.section?.hasPrefix(role) ?? false,
        case .functional(let path) = mention.subject, !path.item.isEmpty,
        let level = levels[mention.subject], seen.insert(path).inserted
      else { continue }
      items.append(
        Item(
          path: path, mention: mention, code: evidence.code(of: path, in: words),
          budget: level.budget, final: level.final))
    }
    if let table, let column { rows = Self.rows(table, column) }
    let named = Set(items.compactMap(\.code))
    let found = rows.count { named.contains($0.row.code ?? "") }
    isComplete = items.count >= 3 && found * 10 >= rows.count * 7
  }

  private static func rows(
    _ table: BoundTable, _ column: ColumnAddress
  ) -> [(row: BoundRow, amount: Interval)] {
    table.blocks.flatMap { block -> [(row: BoundRow, amount: Interval)] in
      guard let key = block.column(column.column) else { return [] }
      return block.rows.compactMap { row in
        guard row.level == .item, case .value(let amount) = table.value(row, key),
          !amount.contains(0)
        else { return nil }
        return (row, amount)
      }
    }
  }

  /// The rows of the table that none of the text's items is.
  var missing: [(row: BoundRow, amount: Interval)] {
    let named = Set(items.compactMap(\.code))
    return rows.filter { !named.contains($0.row.code ?? "") }
  }

  /// Whether the table has the rows of the 类 and the 款 that an item's row belongs to.
  func hasRowsAbove(_ row: BoundRow) -> Bool {
    guard let block = table?.blocks.first(where: { $0.rows.contains { $0.index == row.index } }),
      let code = row.code
    else { return false }
    return [3, 5].allSatisfy { block.row(code: String(code.prefix($0))) != nil }
  }

  /// The names of a row and of the rows above it, joined.
  func name(_ row: BoundRow) -> String {
    guard let block = table?.blocks.first(where: { $0.rows.contains { $0.index == row.index } }),
      let code = row.code
    else { return row.label }
    return [3, 5, 7].compactMap { block.row(code: String(code.prefix($0)))?.label }
      .joined(separator: "－")
  }
}

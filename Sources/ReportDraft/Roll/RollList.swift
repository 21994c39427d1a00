internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The passages of a section that go through the 科目 of a table one by one.
struct RollList {
  struct Entry {
    var passage: Int
    /// The 科目 in last year's table.
    var code: String
    /// Where the passage names it.
    var mention: Range<Int>
    var path: ClassificationPath?
  }

  var column: ColumnAddress
  var level: ClassificationLevel
  var isEconomic: Bool
  var entries: [Entry] = []

  /// How far into a passage its 科目 may be named, in bytes behind the number.
  private static let reach = 12

  private struct Key: Hashable {
    var role: String
    var level: ClassificationLevel
    var isEconomic: Bool
  }

  /// The lists of a narrative, in reading order.
  static func all(_ reading: DisclosureReading, _ tables: RollTables) -> [RollList] {
    var lists: [RollList] = []
    var places: [Key: Int] = [:]
    var seen: Set<Int> = []
    for mention in reading.facts.mentions where seen.insert(mention.passage).inserted {
      let passage = reading.facts.passages[mention.passage]
      let start = passage.number?.range.upperBound ?? 0
      guard passage.number != nil, mention.range.lowerBound <= start + reach,
        let words = reading.vocabulary.section(mention.section),
        let (column, entry, isEconomic) = entry(mention, words, reading, tables),
        let level = ClassificationLevel(code: entry.code)
      else { continue }
      let key = Key(role: words.role, level: level, isEconomic: isEconomic)
      let place = places[key] ?? lists.count
      if place == lists.count {
        places[key] = place
        lists.append(RollList(column: column, level: level, isEconomic: isEconomic))
      }
      lists[place].entries.append(entry)
    }
    return lists
  }

  private static func entry(
    _ mention: Facts.Mention, _ words: SectionWords, _ reading: DisclosureReading,
    _ tables: RollTables
  ) -> (ColumnAddress, Entry, isEconomic: Bool)? {
    let measure = reading.vocabulary.defaultMeasure
    switch mention.subject {
    case .functional(let path):
      guard let column = words.functional[measure], let code = tables.code(of: path, in: words)
      else { return nil }
      let entry = Entry(
        passage: mention.passage, code: code, mention: mention.range, path: path)
      return (column, entry, false)
    case .economic(let name):
      guard let column = words.economic[measure],
        let cell = tables.last.cell(table: column.table, row: name, column: column.column),
        let code = tables.last.row(cell).code
      else { return nil }
      return (column, Entry(passage: mention.passage, code: code, mention: mention.range), true)
    case .concept, .project, .unnamed: return nil
    }
  }

  /// Whether the list evidently means to go through every row: most of last year's are there.
  func isComplete(_ tables: RollTables) -> Bool {
    let rows = rows(tables.last)
    let named = Set(entries.map(\.code))
    let found = rows.count { named.contains($0.code ?? "") }
    return entries.count >= 2 && found * 10 >= rows.count * 7
  }

  /// The rows of the list's level that have an amount, in print order.
  func rows(_ index: TableIndex) -> [BoundRow] {
    guard let table = index.table(column.table) else { return [] }
    return table.blocks.flatMap { block in
      block.rows.filter { row in
        guard row.level == level, row.code != nil, let key = block.column(column.column),
          case .value(let amount) = table.value(row, key)
        else { return false }
        return !amount.contains(0)
      }
    }
  }
}

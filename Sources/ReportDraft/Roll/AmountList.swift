internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The 类 that a sentence lists with their amounts, and perhaps shares: 教育支出（类）12.00万元，占
/// 0.17%；….
struct AmountList {
  struct Part {
    var code: String
    var mention: Range<Int>
    /// The amount and what follows it up to the next part.
    var statements: [Int]
    /// From the name to the end of the last number.
    var range: Range<Int>
  }

  var column: ColumnAddress
  var parts: [Part] = []
  /// What stands between two parts.
  var separator: String

  /// The lists of a passage with one separator throughout.
  static func all(
    in passageIndex: Int, statements: Range<Int>, _ tables: RollTables
  ) -> [AmountList] {
    let facts = tables.reading.facts
    let text = facts.passages[passageIndex].text
    var lists: [AmountList] = []
    var open: AmountList?
    for index in statements {
      let statement = facts.statements[index]
      if case .share = statement.meaning?.aspect, var list = open, var part = list.parts.popLast() {
        part.statements.append(index)
        part.range = part.range.lowerBound..<statement.range.upperBound
        list.parts.append(part)
        open = list
        continue
      }
      guard let (column, part) = part(index, passageIndex, tables) else {
        if statement.quantity.printed != nil { close(&open, into: &lists) }
        continue
      }
      if let last = open?.parts.last, open?.column == column,
        last.range.upperBound <= part.range.lowerBound
      {
        let between = text.string(last.range.upperBound..<part.range.lowerBound)
        if open?.parts.count == 1 { open?.separator = between }
        if open?.separator == between, isSeparator(between) {
          open?.parts.append(part)
          continue
        }
      }
      close(&open, into: &lists)
      open = AmountList(column: column, parts: [part], separator: "")
    }
    close(&open, into: &lists)
    return lists
  }

  private static func close(_ open: inout AmountList?, into lists: inout [AmountList]) {
    if let list = open, list.parts.count >= 2 { lists.append(list) }
    open = nil
  }

  private static func isSeparator(_ text: String) -> Bool {
    ["；", "、", "，", ";", ","].contains(text.filter { $0 != " " })
  }

  private static func part(
    _ index: Int, _ passage: Int, _ tables: RollTables
  ) -> (ColumnAddress, Part)? {
    let facts = tables.reading.facts
    let statement = facts.statements[index]
    let vocabulary = tables.reading.vocabulary
    guard let meaning = statement.meaning, statement.region == .plain, meaning.year == nil,
      meaning.aspect == .level(vocabulary.defaultMeasure), statement.quantity.amount != nil,
      case .functional(let path) = meaning.subject, path.item.isEmpty, path.subcategory.isEmpty,
      let words = vocabulary.section(meaning.section),
      let column = words.functional[vocabulary.defaultMeasure],
      let code = tables.code(of: path, in: words),
      let mention = facts.mentions.last(where: {
        $0.passage == passage && $0.range.upperBound <= statement.range.lowerBound
      }), mention.subject == meaning.subject
    else { return nil }
    let range = mention.range.lowerBound..<statement.range.upperBound
    return (column, Part(code: code, mention: mention.range, statements: [index], range: range))
  }

  /// The rows of this year that no part names, if the list goes through most of last year's.
  func missingRows(_ tables: RollTables) -> [BoundRow] {
    let list = RollList(column: column, level: .category, isEconomic: false)
    let named = Set(parts.map(\.code))
    let before = list.rows(tables.last)
    guard before.count(where: { named.contains($0.code ?? "") }) * 10 >= before.count * 7 else {
      return []
    }
    return list.rows(tables.now).filter { !named.contains($0.code ?? "") }
  }
}

internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Prints what part of a 科目 is basic and what part project expenditure: 支出决算为15.00万元，其中：
/// 基本支出12.00万元、项目支出3.00万元. The names are those of columns beside the one of the whole.
struct ItemPartRoller {
  let context: PassageContext
  let draft: PassageDraft

  /// A part of a 科目 as the sentence names it.
  private struct Part {
    /// The columns of the part and of the whole.
    var column: ColumnAddress
    var whole: ColumnAddress
    var code: String
  }

  /// How far behind the name its amount may stand, in bytes.
  private static let reach = 12

  // MARK: Amounts

  /// Prints the number anew if it is the amount of such a part.
  ///
  /// - Returns: whether it is.
  func roll(_ statement: Statement) -> Bool {
    guard let amount = statement.quantity.amount, let part = stated(statement),
      let now = tables.value(.row(part.column, code: part.code), .now),
      let digits = context.style.digits(now.grains, like: amount)
    else { return false }
    draft.replace(statement.digits, digits)
    let after = digits + context.quote(statement.digits.upperBound..<statement.range.upperBound)
    draft.note(
      .computed, statement.range, after, now.source, doubt: doubt(statement, amount, part))
    return true
  }

  private var tables: RollTables { context.numbers.tables }
  private var words: RollWords { context.numbers.words }

  private func doubt(_ statement: Statement, _ amount: Amount, _ part: Part) -> String? {
    guard let before = tables.value(.row(part.column, code: part.code), .last),
      !Rounding.equal(amount.interval, Interval(exactly: before.grains))
    else { return nil }
    return "上年原文“\(context.quote(statement.range))”与上年的表不一致，请核对"
  }

  private func stated(_ statement: Statement) -> Part? {
    let offset = statement.range.lowerBound
    guard
      let mention = context.mentions.last(where: { $0.range.upperBound <= offset }),
      offset - mention.range.upperBound <= Self.reach
    else { return nil }
    let clause = context.clauseStart(before: mention.range.lowerBound)..<offset
    let isCompared = words.comparing.contains {
      context.bytes.firstOffset(of: $0, from: clause.lowerBound, to: clause.upperBound) != nil
    }
    let between = context.bytes[mention.range.upperBound..<offset]
    guard !isCompared, !between.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    return named(mention)
  }

  // MARK: 全部为项目支出

  /// Puts right what is said to be all of one kind.
  func rollWholes() {
    for mention in context.mentions {
      let name = mention.range
      guard
        let word = words.wholly.first(where: {
          context.bytes.hasBytes(Array($0.utf8), at: name.lowerBound - $0.utf8.count)
        }),
        let part = named(mention)
      else { continue }
      roll(part, (name.lowerBound - word.utf8.count)..<name.upperBound)
    }
  }

  private func roll(_ part: Part, _ range: Range<Int>) {
    guard let whole = tables.value(.row(part.whole, code: part.code), .now), whole.grains != 0,
      let now = tables.value(.row(part.column, code: part.code), .now)
    else { return }
    guard now.grains != whole.grains else {
      draft.note(.computed, range, context.quote(range), now.source)
      return
    }
    let kinds = columns.siblings(of: part.column, below: part.whole).compactMap {
      printed($0, part)
    }
    guard let first = kinds.first else { return }
    let text =
      kinds.count == 1
      ? (words.wholly.first ?? "") + first.name
      : words.ofWhich + kinds.map { $0.text }.joined(separator: "、")
    guard draft.edits.add(range, text) else { return }
    draft.note(.computed, range, text, now.source)
  }

  /// The name and amount of a part that is not nothing.
  private func printed(_ sibling: ColumnAddress, _ part: Part) -> (name: String, text: String)? {
    guard let value = tables.value(.row(sibling, code: part.code), .now), value.grains != 0,
      let digits = context.style.digits(value.grains, like: context.style.usual)
    else { return nil }
    let name = PartColumns.label(sibling.column)
    return (name, name + digits + context.style.usual.unit.rawValue)
  }

  // MARK: Columns

  /// What a mention names a part of: the 科目 before it in the passage.
  private func named(_ mention: Facts.Mention) -> Part? {
    let vocabulary = context.numbers.reading.vocabulary
    guard case .concept = mention.subject, let words = vocabulary.section(mention.section),
      let whole = words.functional[vocabulary.defaultMeasure],
      let path = path(before: mention.range.lowerBound), let code = tables.code(of: path, in: words)
    else { return nil }
    let name = context.quote(mention.range)
    guard let column = columns.column(named: name, in: whole.table) else { return nil }
    return Part(column: column, whole: whole, code: code)
  }

  private func path(before offset: Int) -> ClassificationPath? {
    let named = context.mentions.last {
      guard $0.range.upperBound <= offset else { return false }
      if case .functional = $0.subject { return true }
      return false
    }
    guard case .functional(let path) = named?.subject else { return nil }
    return path
  }

  private var columns: PartColumns { PartColumns(tables: tables) }
}

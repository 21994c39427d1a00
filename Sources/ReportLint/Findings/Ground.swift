internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What a finding takes for granted, and another may show to be wrong.
enum Ground: Hashable, Sendable {
  /// A number of the narrative, by its index among the facts' statements.
  case statement(Int)
  /// What a number of the narrative amounts to, for what is concluded from it beside the relations
  /// that were tested.
  case amount(Int)
  /// What the words around a number of the narrative make it mean.
  case reading(Int)
  /// A code point of the document's text.
  case character(Int)
  /// That a row of a table is the item of its code.
  case code(String)
  /// That a row of a block of a table, each by its index, is the one that an identity speaks of.
  case row(Int, block: Int, table: Int, identity: String)
  /// That two rows of a block of a table, by their indices, do not stand in each other's place.
  case exchange(Int, Int, block: Int, table: Int)
  /// That the rows below a code, in a table by its index, are all that belong to it.
  case children(of: String, table: Int)
  /// A number that a performance sheet prints.
  case printed(TracedText)
  /// A weight of a performance sheet, for what is concluded from it beside the sum of all.
  case weight(TracedText, Range<Int>)
  /// That the items told in a passage and in those beside it are all that there are.
  case items(passage: Int)
  /// That all parts of a whole, by its statement, are told behind it.
  case list(of: Int)
  /// That a year is meant where a passage names it.
  case year(Int, passage: Int)
  /// That a cell of a table is not meant to be of another value, in grains of yuan.
  case cell(TracedText, Int128)
  /// That a section with this role is not to be looked for.
  case section(String)
}

extension Ground {
  /// What some numbers of the narrative amount to.
  static func amounts(_ statements: [Statement], _ facts: Facts) -> [Ground] {
    statements.flatMap { statement in
      facts.statements.indices.filter {
        facts.statements[$0].passage == statement.passage
          && facts.statements[$0].range == statement.range
      }
    }.map { .amount($0) }
  }

  /// That the cells which print the numbers of a sum too are not meant to print those with which it
  /// would come out.
  static func cells(copiedIn sum: Check, _ context: LintContext) -> [Ground] {
    let amounts = sum.operands.compactMap { context.facts.statements[$0].quantity.amount?.grains }
    guard sum.kind == .parts || sum.kind == .listed, amounts.count == sum.operands.count,
      let total = amounts.last
    else { return [] }
    let lacking = total - amounts.dropLast().reduce(0, +)
    return sum.operands.enumerated().flatMap { place, operand -> [Ground] in
      let right = amounts[place] + (operand == sum.operands.last ? -lacking : lacking)
      return context.reconciliation.agreements(of: operand).filter { $0.kind == .table }
        .flatMap(\.sources).map { .cell($0.text, right) }
    }
  }

  /// Numbers that performance sheets print.
  static func printed(_ values: [PerformanceSheet.Value]) -> [Ground] {
    values.map { .printed($0.text.slice($0.range)) }
  }

  /// What the numbers of a sentence mean beside one whose unit is not told.
  static func readings(_ facts: Facts, beside index: Int) -> [Ground] {
    let statement = facts.statements[index]
    return facts.statements.indices.filter {
      facts.statements[$0].passage == statement.passage
        && facts.statements[$0].sentence == statement.sentence
    }.map { .reading($0) }
  }
}

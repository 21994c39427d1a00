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
  /// That the rows below a code, in a table by its index, are all that belong to it.
  case children(of: String, table: Int)
  /// That a cell of a table is not meant to be of another value, in grains of yuan.
  case cell(TracedText, Int128)
  /// That a section with this role is not to be looked for.
  case section(String)
}

extension Ground {
  /// What the numbers of a sentence mean beside one whose unit is not told.
  static func readings(_ facts: Facts, beside index: Int) -> [Ground] {
    let statement = facts.statements[index]
    return facts.statements.indices.filter {
      facts.statements[$0].passage == statement.passage
        && facts.statements[$0].sentence == statement.sentence
    }.map { .reading($0) }
  }
}

internal import FiscalStandards
internal import FiscalText

/// Prints the paragraphs of templates.
struct SentencePrinter {
  /// What the words of slots stand for, other than those of a row.
  struct Words {
    var entity: String
    var year: Int
  }

  /// What a paragraph or a line is printed for.
  private struct Subject {
    var row: DraftRow?
    var term: String?
    var indicator: ProjectSheets.Reached?
    var number = 1
  }

  /// What came of the conditions before a line.
  private enum Chain { case none, failed, met, unknown }

  let book: SentenceBook
  let tables: DraftTables
  let words: Words

  /// The paragraphs that a section's templates give.
  ///
  /// - Parameter terms: what `逐名词` stands for.
  func paragraphs(_ templates: [DraftParagraph], terms: [String]) -> [String] {
    var paragraphs: [String] = []
    var chain = Chain.none
    for template in templates {
      for subject in subjects(template.when, Subject(), terms, &chain) {
        let text = text(template, subject)
        if !text.isEmpty { paragraphs.append(text) }
      }
    }
    return paragraphs
  }

  private func text(_ template: DraftParagraph, _ subject: Subject) -> String {
    var text = ""
    var chain = Chain.none
    var list: DraftParagraph.ListStyle?
    // What ends a list that has no part so far, since the tables do not tell of any.
    var untold: String?
    func close() {
      if let list {
        text += list.end
      } else if let untold, text.hasSuffix(Self.listIntro) {
        text += blank(Self.parts) + untold
      }
      list = nil
      untold = nil
    }
    for fragment in template.fragments {
      if fragment.list == nil { close() }
      let subjects = subjects(fragment.when, subject, [], &chain)
      if let style = fragment.list, subjects.isEmpty, chain == .unknown { untold = style.end }
      for subject in subjects {
        if let style = fragment.list {
          if list != nil { text += style.separator }
          list = style
        }
        for piece in fragment.pieces { text += printed(piece, subject) }
      }
    }
    close()
    return text
  }

  private static let listIntro = "："
  /// What is missing where a list has no part.
  private static let parts = "各项的名称和金额"

  private func blank(_ reason: String) -> String { book.blank.replacing("{说明}", with: reason) }

  // MARK: Guards

  /// What a line is printed for: nothing, if its condition fails.
  private func subjects(
    _ when: DraftGuard, _ outer: Subject, _ terms: [String], _ chain: inout Chain
  ) -> [Subject] {
    switch when {
    case .always: return [outer]
    case .when(let condition): return tested(condition, outer, &chain)
    case .orWhen(let condition):
      return chain == .failed ? tested(condition, outer, &chain) : []
    case .otherwise:
      guard chain == .failed else { return [] }
      chain = .met
      return [outer]
    case .unknown: return chain == .unknown ? [outer] : []
    case .eachRow(let domain):
      return tables.rows(domain).enumerated().map { number, row in
        Subject(row: row, term: outer.term, number: number + 1)
      }
    case .eachIndicator(let kind):
      return tables.indicators(kind, of: outer.row).enumerated().map { number, indicator in
        Subject(row: outer.row, indicator: indicator, number: number + 1)
      }
    case .eachTerm:
      return terms.enumerated().map { number, term in
        Subject(row: outer.row, term: term, number: number + 1)
      }
    }
  }

  private func tested(
    _ condition: DraftCondition, _ outer: Subject, _ chain: inout Chain
  ) -> [Subject] {
    switch tables.holds(condition, outer.row) {
    case true?: chain = .met
    case false?: chain = .failed
    case nil: chain = .unknown
    }
    return chain == .met ? [outer] : []
  }

  // MARK: Pieces

  private func printed(_ piece: TextPiece, _ subject: Subject) -> String {
    do throws(DraftGap) {
      return try text(piece, subject)
    } catch {
      return blank(error.reason)
    }
  }

  private func text(_ piece: TextPiece, _ subject: Subject) throws(DraftGap) -> String {
    let row = subject.row
    switch piece {
    case .text(let text): return text
    case .word(let word): return try text(word, subject)
    case .amount(let expression): return try tables.amount(try tables.value(expression, row))
    case .count(let expression): return try tables.count(expression, row)
    case .percentage(let part, let whole):
      return try percentage(
        try tables.value(part, row).grains, try tables.value(whole, row).grains, whole)
    case .comparison(let left, let right, let words):
      let (first, second) = (try tables.value(left, row), try tables.value(right, row))
      if first.grains == second.grains { return words[2] }
      return first.grains > second.grains ? words[0] : words[1]
    case .difference(let left, let right):
      return try tables.amount(try difference(left, right, row))
    case .differenceRate(let left, let right):
      return try percentage(
        try difference(left, right, row).grains, try tables.value(right, row).grains, right)
    }
  }

  private func difference(
    _ left: Expression, _ right: Expression, _ row: DraftRow?
  ) throws(DraftGap) -> DraftTables.Value {
    var value = try tables.value(.binary(left, .subtract, right), row)
    if value.grains < 0 { value.grains = -value.grains }
    return value
  }

  private func percentage(
    _ part: Int128, _ whole: Int128, _ expression: Expression
  ) throws(DraftGap) -> String {
    guard let text = tables.percentage(part, of: whole) else {
      throw DraftGap(reason: "比例")
    }
    return text
  }

  private func text(_ word: TextPiece.Word, _ subject: Subject) throws(DraftGap) -> String {
    let text: String? =
      switch word {
      case .entity: words.entity
      case .year: String(words.year)
      case .lastYear: String(words.year - 1)
      case .number: String(subject.number)
      case .category: subject.row?.names[3]
      case .subcategory: subject.row?.names[5]
      case .item: subject.row?.names[7]
      case .code: subject.row?.code
      case .categoryCode: subject.row?.code(of: .category)
      case .subcategoryCode: subject.row?.code(of: .subcategory)
      case .label: subject.row?.label
      case .term: subject.term
      case .grade: subject.row?.grade
      case .indicator: subject.indicator?.name
      case .reached: subject.indicator?.value
      }
    guard let text, !text.isEmpty else { throw DraftGap(reason: word.rawValue) }
    return text
  }
}

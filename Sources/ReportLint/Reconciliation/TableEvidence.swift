internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Finds the cells that state what a sentence states.
struct TableEvidence: Sendable {
  private let vocabulary: Vocabulary
  private let rows: NamedRows

  var index: TableIndex { rows.index }

  init(_ index: TableIndex, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    rows = NamedRows(index)
  }

  /// The cells that state a level; none where the tables do not hold it, or the cells are
  /// uncertain.
  func sources(for statement: Statement) -> [Check.Source] {
    guard let meaning = statement.meaning, meaning.year == nil, meaning.fund == nil,
      statement.region == .plain
    else { return [] }
    switch meaning.aspect {
    case .level(let measure): return sources(of: meaning.subject, measure, in: meaning.section)
    case .count(let classifier): return counts(of: meaning.subject, classifier)
    default: return []
    }
  }

  /// The cells that count what goes with a concept.
  private func counts(of subject: Subject, _ classifier: String) -> [Check.Source] {
    guard case .concept(let id) = subject, let concept = vocabulary.concept(id),
      !concept.counts.isEmpty
    else { return [] }
    return (concept.counts[classifier] ?? []).compactMap { source($0) }
  }

  /// What often gives the same amount as a level.
  func references(for statement: Statement) -> [Check.Source] {
    guard let meaning = statement.meaning, case .level(let measure) = meaning.aspect,
      case .concept(let id) = meaning.subject, meaning.year == nil
    else { return [] }
    if let fund = meaning.fund {
      // Most tables are of that fund alone, without saying so.
      guard fund == .generalPublicBudget, statement.region == .plain else { return [] }
      return sources(of: meaning.subject, measure, in: meaning.section)
    }
    return (vocabulary.concept(id)?.references[measure] ?? []).compactMap { source($0) }
  }

  func sources(
    of subject: Subject, _ measure: Measure, in section: String?
  ) -> [Check.Source] {
    switch subject {
    case .project, .unnamed: return []
    case .concept(let id):
      return (vocabulary.concept(id)?.formulas[measure] ?? []).compactMap { source($0) }
    case .functional(let path): return sources(of: path, measure, in: section)
    case .economic(let name):
      guard let column = vocabulary.section(section)?.economic[measure] else { return [] }
      let names = [name, name + "支出", name.hasSuffix("支出") ? String(name.dropLast(2)) : name]
      let reference = names.lazy.compactMap { self.reference(column, row: $0) }.first
      return reference.flatMap { source($0) }.map { [$0] } ?? []
    }
  }

  private func sources(
    of path: ClassificationPath, _ measure: Measure, in section: String?
  ) -> [Check.Source] {
    guard let words = vocabulary.section(section) else { return [] }
    if let column = words.functional[measure], let code = code(of: path, in: words) {
      return reference(column, row: code).flatMap { source($0) }.map { [$0] } ?? []
    }
    guard !path.item.isEmpty else { return [] }
    return words.itemSections.lazy.map { sources(of: path, measure, in: $0) }
      .first { !$0.isEmpty } ?? []
  }

  /// The code of a functional 科目 in the section's table, if only one row bears its names.
  func code(of path: ClassificationPath, in words: SectionWords) -> String? {
    rows.code(of: path, in: words)
  }

  /// The row of a table that bears a name, if only one does.
  func row(named name: String, in table: BoundTable) -> (block: BoundBlock, row: BoundRow)? {
    rows.row(named: name, in: table)
  }

  private func reference(_ column: ColumnAddress, row: String) -> CellReference? {
    index.cell(table: column.table, row: row, column: column.column)
  }

  private func source(_ formula: Formula) -> Check.Source? {
    guard case .cell(let address) = formula.expression else {
      return source(formula.expression)
    }
    let (block, row) =
      address.row.count > 1
      ? (address.row[0], address.row.dropFirst().joined(separator: "/")) : ("", address.row[0])
    return index.cell(
      table: address.table, block: block, row: row, column: address.columnKey
    ).flatMap { source($0) }
  }

  private func source(_ expression: Expression) -> Check.Source? {
    guard let value = try? Evaluator(index).evaluate(expression),
      let text = value.operands.lazy.compactMap({ index.cell($0)?.text }).first
    else { return nil }
    return Check.Source(
      label: value.arithmetic, text: text, interval: value.value, amount: nil,
      exact: (value.value.lower + value.value.upper) / 2)
  }

  private func source(_ reference: CellReference) -> Check.Source? {
    guard case .value(let interval) = index.value(reference) else { return nil }
    let table = index.tables[reference.table]
    let row = index.row(reference)
    let label = [table.id, row.label.isEmpty ? nil : row.label, index.column(reference).key]
      .compactMap(\.self).joined(separator: " ")
    let cell = index.cell(reference)
    // What is counted has no unit of money.
    let count = row.isCount ? cell?.number.value : nil
    let amount = row.isCount ? nil : cell?.number.value.map { Amount($0, table.unit) }
    var source = Check.Source(
      label: label, text: cell?.text ?? table.table.title ?? TracedText(),
      interval: count?.interval ?? interval, amount: amount, exact: amount?.grains ?? 0)
    source.isDoubtful = table.isJumbled || table.mayHaveLost(cell)
    source.printed = count?.description
    return source
  }
}

internal import FiscalNarrative
internal import FiscalText

extension CheckBuilder {
  private struct FactKey: Hashable {
    var subject: Subject
    var aspect: Meaning.Aspect
    var year: Int?
    var fund: Fund?
  }

  mutating func buildSameFacts() {
    var places: [FactKey: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let key = key(statement) else { continue }
      places[key, default: []].append(index)
    }
    for indices in places.values.sorted(by: { $0[0] < $1[0] }) where indices.count > 1 {
      for pair in zip(indices, indices.dropFirst()) { buildSameFact(pair.0, pair.1) }
      if indices.count > 2 { buildSameFact(indices[0], indices[indices.count - 1]) }
    }
  }

  /// What identifies a fact; nil where the same words need not mean the same fact.
  private func key(_ statement: Statement) -> FactKey? {
    guard let meaning = statement.meaning, statement.region == .plain else { return nil }
    switch meaning.aspect {
    case .level, .change: break
    case .rate, .multiple, .completion, .share, .count: return nil
    }
    var subject = meaning.subject
    if case .functional(let path) = subject {
      // A 科目 means another amount in another table.
      guard let section = meaning.section, let words = vocabulary.section(section),
        let code = evidence.code(of: path, in: words)
      else { return nil }
      subject = .functional(ClassificationPath(category: words.role, code: code))
    }
    if case .economic(let name) = subject {
      guard let role = vocabulary.section(meaning.section)?.role else { return nil }
      subject = .functional(ClassificationPath(category: role, item: name))
    }
    return FactKey(
      subject: subject, aspect: meaning.aspect, year: meaning.year, fund: meaning.fund)
  }

  private mutating func buildSameFact(_ first: Int, _ second: Int) {
    let (left, right) = (facts.statements[first], facts.statements[second])
    guard left.quantity.amount != nil || right.quantity.amount != nil else { return }
    guard case .amount(let one) = left.quantity, case .amount(let two) = right.quantity else {
      return
    }
    var holds = Rounding.equal(one.interval, two.interval)
    if case .change = left.meaning?.aspect, left.direction != right.direction, !one.number.isZero {
      holds = false
    }
    checks.append(
      Check(
        kind: .sameFact, operands: [first, second], holds: holds,
        expected: one.number.description))
  }
}

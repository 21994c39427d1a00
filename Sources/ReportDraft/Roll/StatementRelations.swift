internal import FiscalNarrative
internal import FiscalText

/// The numbers that percentages are worked out from, by the percentage's statement.
struct StatementRelations {
  private(set) var ratio: [Int: (whole: Int, part: Int)] = [:]
  private(set) var shareOf: [Int: (whole: Subject, part: Int)] = [:]
  /// The changes against the year before, by subject.
  private var changes: [Subject: [Int]] = [:]

  init(_ facts: Facts) {
    for relation in facts.relations {
      switch relation {
      case .completion(let budget, let final, let rate): ratio[rate] = (budget, final)
      case .share(let part, let whole, let share): ratio[share] = (whole, part)
      case .shareOf(let part, let whole, _, let share): shareOf[share] = (whole, part)
      case .change, .difference, .growth, .multiple, .multipleOfBase, .parts, .list: break
      }
    }
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.aspect == .change(.priorYear) else { continue }
      changes[meaning.subject, default: []].append(index)
    }
  }

  /// The stated change of a subject against the year before, in grains with its sign; 0 where the
  /// text says that there is none.
  func change(of subject: Subject, near index: Int, _ facts: Facts) -> Int128? {
    let section = facts.statements[index].meaning?.section
    let all = changes[subject] ?? []
    let here = all.filter { facts.statements[$0].meaning?.section == section }
    if let nearest = (here.isEmpty ? all : here).min(by: { abs($0 - index) < abs($1 - index) }),
      let amount = facts.statements[nearest].quantity.amount
    {
      return facts.statements[nearest].direction == .down ? -amount.grains : amount.grains
    }
    let isUnchanged = facts.unchanged.contains { $0.subject == subject && $0.base == .priorYear }
    return isUnchanged ? 0 : nil
  }
}

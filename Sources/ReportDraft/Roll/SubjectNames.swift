internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// What a sentence calls the subject of a number, in the spellings that tables use.
enum SubjectNames {
  /// Words behind a name that tables leave out, longest first.
  private static let endings = ["预算总计", "预算合计", "支出预算", "收入预算", "预算数", "预算", "支出", "收入", "总计"]
    .map { Name($0) }

  /// The names by which the sentence of a statement mentions its subject, and those without their
  /// endings; the nearest before the number first.
  static func names(of index: Int, in facts: Facts, _ vocabulary: Vocabulary) -> [Name] {
    let statement = facts.statements[index]
    guard let subject = statement.meaning?.subject,
      let mention = facts.mentions.last(where: {
        $0.passage == statement.passage && $0.subject == subject
          && $0.range.upperBound <= statement.range.lowerBound
      })
    else { return [] }
    if case .functional(let path) = subject {
      return [Name(path.last), Name(path.last + "支出")]
    }
    var name = Name(facts.passages[mention.passage].text.string(mention.range))
    var names = [name]
    while let ending = endings.first(where: { name.count > $0.count + 1 && name.hasSuffix($0) }) {
      name = Name(String(name.string.unicodeScalars.dropLast(ending.count)))
      names.append(name)
    }
    guard case .concept(let id) = subject else { return names }
    let others = vocabulary.names(of: id).map { Name($0) }
    return names + others.filter { !names.contains($0) }
  }

  /// What a subject is called in a message.
  static func text(_ subject: Subject) -> String {
    switch subject {
    case .concept(let id): id
    case .functional(let path): path.last
    case .economic(let name): name
    case .project: "项目"
    case .unnamed: "该项"
    }
  }
}

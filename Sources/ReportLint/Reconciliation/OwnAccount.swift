internal import FiscalNarrative
internal import FiscalText

/// A body's account as one paragraph tells it: 年初结转和结余甲，本年收入乙，本年支出丙，….
struct OwnAccount {
  /// Where the amounts stand: what there was, then what became of it.
  let statements: [Int]
  let amounts: [Interval]

  var balances: Bool {
    let (sources, uses) = (
      amounts.prefix(Self.sources.count), amounts.dropFirst(Self.sources.count)
    )
    return sources.reduce(.zero, +).overlaps(uses.reduce(.zero, +))
  }

  static let sources = ["年初结转和结余", "本年收入合计", "使用非财政拨款结余"]
  static let uses = ["本年支出合计", "结余分配", "年末结转和结余"]

  /// The accounts of which a paragraph tells each amount, and tells it once.
  static func all(in facts: Facts) -> [OwnAccount] {
    let rarest = Subject.concept(uses[1])
    return facts.statements.indices.lazy
      .filter { facts.statements[$0].meaning?.subject == rarest }
      .compactMap { account(in: facts, facts.statements[$0].passage) }
  }

  private static func account(in facts: Facts, _ passage: Int) -> OwnAccount? {
    var statements: [Int] = []
    let told = facts.statements(of: passage)
    for id in sources + uses {
      let levels = told.indices.filter { isLevel(told[$0], of: .concept(id)) }
      guard levels.count == 1 else { return nil }
      statements.append(levels[0])
    }
    return OwnAccount(
      statements: statements, amounts: statements.compactMap { told[$0].quantity.interval })
  }

  private static func isLevel(_ statement: Statement, of subject: Subject) -> Bool {
    guard let meaning = statement.meaning, meaning.subject == subject else { return false }
    return meaning.aspect == .level(.finalAmount) && meaning.year == nil && meaning.fund == nil
      && statement.region == .plain && statement.quantity.amount != nil
  }
}

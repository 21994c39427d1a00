internal import FiscalNarrative
internal import FiscalText

/// What was there, came in and was taken from reserves is what was spent, set aside and is left.
extension CheckBuilder {
  /// Confirms the amounts of each paragraph that tells all of a body's account without its totals.
  mutating func buildBalances() {
    for account in OwnAccount.all(in: facts) where account.balances {
      checks.append(Check(kind: .listed, operands: account.statements, holds: true))
    }
  }
}

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
    var told: [Int: [String: [Int]]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .concept(let id) = meaning.subject,
        meaning.aspect == .level(.finalAmount), meaning.year == nil, meaning.fund == nil,
        statement.region == .plain, statement.quantity.amount != nil
      else { continue }
      told[statement.passage, default: [:]][id, default: []].append(index)
    }
    return told.sorted { $0.key < $1.key }.compactMap { _, amounts in
      let statements = (sources + uses).compactMap { amounts[$0] }
      guard statements.count == sources.count + uses.count,
        statements.allSatisfy({ $0.count == 1 })
      else { return nil }
      return OwnAccount(
        statements: statements.map { $0[0] },
        amounts: statements.compactMap { facts.statements[$0[0]].quantity.interval })
    }
  }
}

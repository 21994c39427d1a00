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

internal import FiscalNarrative
internal import FiscalText

/// Tests relations anew with the right value of a wrong number.
struct Remedy {
  private var builder: CheckBuilder

  /// - Parameter builder: one that has built all checks.
  init(_ builder: CheckBuilder) { self.builder = builder }

  /// A check that fails with each of the values that tables have for a number, too, as it fails
  /// with the first of them; nil if one of them mends it, or that cannot be said.
  mutating func rest(of check: Check, _ statement: Int, _ right: [Check.Source]) -> Check? {
    var rest: Check?
    for source in right {
      // What is printed in a unit of its own cannot be put in the place of an amount.
      guard source.printed == nil, let amount = amount(source, like: statement) else { return nil }
      builder.corrections = [statement: .amount(amount)]
      guard let again = builder.rebuilt(check), !again.holds else { return nil }
      if rest == nil {
        rest = again
        rest?.sources = [source]
      }
    }
    return rest
  }

  private func amount(_ source: Check.Source, like statement: Int) -> Amount? {
    guard let stated = builder.facts.statements[statement].quantity.amount else { return nil }
    return Amount(grains: source.exact, unit: stated.unit, decimals: stated.number.decimals)
  }
}

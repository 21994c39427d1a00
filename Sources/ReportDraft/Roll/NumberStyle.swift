internal import FiscalNarrative
internal import FiscalText

/// How a document prints its numbers.
struct NumberStyle {
  /// Whether amounts of a thousand and more have separators.
  private let isGrouped: Bool
  private static let usualDecimals = 2

  init(_ facts: Facts) {
    var (grouped, plain) = (0, 0)
    for statement in facts.statements {
      guard let number = statement.quantity.amount?.number, number.isLarge else { continue }
      if number.isGrouped { grouped += 1 } else { plain += 1 }
    }
    isGrouped = grouped > plain
  }

  /// An amount in grains of yuan in the unit and with the decimals of another one; with the usual
  /// decimals where those would not tell it exactly.
  func digits(_ grains: Int128, like amount: Amount) -> String? {
    let step = grains % (amount.unit.yuan * Interval.one)
    // What is printed as 0 does not say how other amounts are printed.
    let isTold = isExact(step, amount) && (!amount.number.isZero || grains == 0)
    let decimals = isTold ? amount.number.decimals : max(amount.number.decimals, Self.usualDecimals)
    return Amount(grains: grains, unit: amount.unit, decimals: decimals)?
      .number.text(grouped: isGrouped(like: amount.number))
  }

  private func isExact(_ rest: Int128, _ amount: Amount) -> Bool {
    var unit = amount.unit.yuan * Interval.one
    for _ in 0..<amount.number.decimals { unit /= 10 }
    return rest % unit == 0
  }

  private func isGrouped(like number: PrintedNumber) -> Bool {
    number.isLarge ? number.isGrouped : isGrouped
  }

  /// A ratio as a percentage, without its sign; nil of a zero whole.
  func percentage(_ part: Int128, of whole: Int128, like number: PrintedNumber?) -> String? {
    let decimals = number?.decimals ?? Self.usualDecimals
    guard decimals < Self.usualDecimals else {
      return Rounding.percentage(part, of: whole, decimals: decimals)?
        .text(grouped: number?.isGrouped ?? false)
    }
    guard let fine = Rounding.percentage(part, of: whole, decimals: Self.usualDecimals) else {
      return nil
    }
    let coarse = Rounding.percentage(part, of: whole, decimals: decimals)
    return (coarse?.grains == fine.grains ? coarse : fine)?.text(
      grouped: number?.isGrouped ?? false)
  }
}

extension PrintedNumber {
  /// Whether thousands separators would show.
  fileprivate var isLarge: Bool {
    grains.magnitude >= Int128(1000 * Interval.one).magnitude
  }
}

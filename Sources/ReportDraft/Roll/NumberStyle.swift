internal import FiscalNarrative
internal import FiscalText

/// How a document prints its numbers.
struct NumberStyle {
  /// An amount of zero in the unit, and with the decimals, that most amounts have.
  let usual: Amount
  /// The decimals that most percentages have.
  private let percentageDecimals: Int
  /// Whether amounts, and percentages, are printed without zeros at the end of decimals.
  private let dropsZeros: (amounts: Bool, percentages: Bool)
  /// Whether amounts of a thousand and more have separators.
  private let isGrouped: Bool
  private static let usualDecimals = 2
  /// No printed number has more.
  private static let mostDecimals = 8
  /// How many numbers it takes to tell that a document has a precision of its own.
  private static let leastNumbers = 5

  init(_ facts: Facts) {
    let amounts = facts.statements.compactMap(\.quantity.amount).filter { !$0.number.isZero }
    let large = amounts.map(\.number).filter(\.isLarge)
    isGrouped = large.count(where: \.isGrouped) * 2 > large.count
    let unit = [AmountUnit.yuan, .hundredMillionYuan].first { unit in
      amounts.count { $0.unit == unit } * 2 > amounts.count
    }
    let ofUnit = amounts.filter { $0.unit == unit ?? .tenThousandYuan }.map(\.number)
    usual = Amount(
      PrintedNumber(mantissa: 0, decimals: Self.decimals(ofUnit)), unit ?? .tenThousandYuan)
    // 100% and 0% say nothing of how others are printed.
    let percentages = facts.statements.compactMap(\.quantity.percentage).filter {
      !$0.isZero && $0.grains != Interval.one * 100
    }
    percentageDecimals = Self.decimals(percentages)
    dropsZeros = (
      Self.dropsZeros(ofUnit, usual.number.decimals),
      Self.dropsZeros(percentages, percentageDecimals)
    )
  }

  /// Whether no number ends with a zero, and several are shorter for it.
  private static func dropsZeros(_ numbers: [PrintedNumber], _ usual: Int) -> Bool {
    !numbers.contains(where: \.endsWithZero)
      && numbers.count { $0.decimals < usual } >= leastShort
  }

  private static let leastShort = 3

  /// A percentage without its sign.
  private func printed(_ number: PrintedNumber, like old: PrintedNumber?) -> String {
    (dropsZeros.percentages ? number.withoutZeros : number).text(grouped: old?.isGrouped ?? false)
  }

  /// The decimals of most numbers; the usual ones where they are mixed, or few.
  private static func decimals(_ numbers: [PrintedNumber]) -> Int {
    guard numbers.count >= leastNumbers else { return usualDecimals }
    let common = (0...mostDecimals).first { decimals in
      numbers.count { $0.decimals == decimals } * 5 >= numbers.count * 3
    }
    return common ?? usualDecimals
  }

  /// An amount in grains of yuan in the unit and with the decimals of another one; with those of
  /// most amounts where these would not tell it exactly.
  func digits(_ grains: Int128, like amount: Amount) -> String? {
    let step = grains % (amount.unit.yuan * Interval.one)
    // What is printed as 0 does not say how other amounts are printed.
    let own = amount.number.decimals
    let most = max(own, usual.number.decimals)
    let isTold = isExact(step, amount.unit, own) && (!amount.number.isZero || grains == 0)
    // Where many decimals are the rule, those that are zero may be left out.
    let fewest = max(own, min(most, Self.usualDecimals))
    let decimals =
      isTold ? own : (fewest...most).first { isExact(step, amount.unit, $0) } ?? most
    return Amount(grains: grains, unit: amount.unit, decimals: decimals).map {
      (dropsZeros.amounts ? $0.number.withoutZeros : $0.number)
        .text(grouped: isGrouped(like: amount.number))
    }
  }

  private func isExact(_ rest: Int128, _ amountUnit: AmountUnit, _ decimals: Int) -> Bool {
    var unit = amountUnit.yuan * Interval.one
    for _ in 0..<decimals { unit /= 10 }
    return unit != 0 && rest % unit == 0
  }

  private func isGrouped(like number: PrintedNumber) -> Bool {
    number.isLarge ? number.isGrouped : isGrouped
  }

  /// A ratio as a percentage, without its sign; nil of a zero whole.
  func percentage(_ part: Int128, of whole: Int128, like number: PrintedNumber?) -> String? {
    let decimals = number?.decimals ?? percentageDecimals
    guard decimals < percentageDecimals else {
      return Rounding.percentage(part, of: whole, decimals: decimals).map {
        printed($0, like: number)
      }
    }
    guard let fine = Rounding.percentage(part, of: whole, decimals: percentageDecimals) else {
      return nil
    }
    let coarse = Rounding.percentage(part, of: whole, decimals: decimals)
    return (coarse?.grains == fine.grains ? coarse : fine).map {
      printed($0, like: number)
    }
  }
}

extension PrintedNumber {
  fileprivate var endsWithZero: Bool { decimals > 0 && mantissa % 10 == 0 }

  fileprivate var withoutZeros: PrintedNumber {
    var number = self
    while number.endsWithZero {
      number = PrintedNumber(
        mantissa: number.mantissa / 10, decimals: number.decimals - 1, isGrouped: isGrouped)
    }
    return number
  }

  /// Whether thousands separators would show.
  fileprivate var isLarge: Bool {
    grains.magnitude >= Int128(1000 * Interval.one).magnitude
  }
}

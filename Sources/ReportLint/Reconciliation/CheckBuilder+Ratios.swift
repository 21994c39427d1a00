internal import FiscalNarrative
internal import FiscalText

/// Shares and completion rates, against the two amounts that they are of.
extension CheckBuilder {
  mutating func buildRatio(_ kind: Check.Kind, part: Int, whole: Int, ratio: Int) {
    guard isOfOneKind(part, whole), let partInterval = ratioOperand(part),
      let wholeInterval = ratioOperand(whole),
      let ratioInterval = interval(ratio), let printed = quantity(ratio).percentage
    else { return }
    guard
      let holds = ratioOfNothing(part, whole, ratio)
        ?? Rounding.ratio(partInterval, to: wholeInterval, equals: ratioInterval)
    else { return }
    if !holds, let (index, slip) = ratioSlip(part, whole, printed) {
      checks.append(unitCheck(index, slip))
      return
    }
    let expected = Rounding.percentage(
      middle(partInterval), of: middle(wholeInterval), decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: kind, operands: [whole, part, ratio], holds: holds,
        expected: expected.map {
          $0.text(grouped: printed.isGrouped || $0.mantissa.magnitude >= 1_000_000) + "%"
        },
        arithmetic: "\(text(part)) ÷ \(text(whole))"))
  }

  /// Whether one of two numbers can be a part of the other: no money is a part of a score.
  private func isOfOneKind(_ part: Int, _ whole: Int) -> Bool {
    switch (quantity(part), quantity(whole)) {
    case (.amount, .count), (.count, .amount): false
    case (.count(_, let one), .count(_, let other)): one == other
    default: true
    }
  }

  /// The amount whose unit is wrong, where part and whole give the percentage in one unit: the one
  /// whose unit fewer amounts around it have.
  private func ratioSlip(
    _ part: Int, _ whole: Int, _ percentage: PrintedNumber
  ) -> (index: Int, right: Amount)? {
    // Where the paragraph has as many of both, the rarer one of the report.
    let isPartFirst =
      commonness(part) == commonness(whole)
      ? !isRarer(whole, part) : commonness(part) < commonness(whole)
    let pair = isPartFirst ? [part, whole] : [whole, part]
    for index in pair {
      let other = index == part ? whole : part
      guard let slip = unitSlip(index, beside: other), let rest = ratioOperand(other) else {
        continue
      }
      let operands = index == part ? (slip.interval, rest) : (rest, slip.interval)
      if isNearly(operands.0, of: operands.1, percentage) { return (index, slip) }
    }
    return nil
  }

  /// How many of the numbers around an amount in its paragraph have its unit.
  private func commonness(_ index: Int) -> Int {
    let unit = quantity(index).amount?.unit
    let passage = facts.statements[index].passage
    let around =
      max(0, index - Self.unitReach)..<min(index + Self.unitReach, facts.statements.count)
    return facts.statements[around].count {
      $0.passage == passage && $0.quantity.amount?.unit == unit
    }
  }

  /// How many numbers before and behind an amount tell the paragraph's unit.
  private static let unitReach = 40

  /// Whether a percentage is that of a part of a whole but for the last digits: a unit is wrong by
  /// four orders of magnitude.
  private func isNearly(_ part: Interval, of whole: Interval, _ printed: PrintedNumber) -> Bool {
    guard let right = Rounding.percentage(middle(part), of: middle(whole), decimals: 4) else {
      return false
    }
    let difference = right.grains - printed.grains
    return !printed.isZero && 50 * difference.magnitude <= printed.grains.magnitude
  }

  /// The values of an amount; 0 without decimals is nothing, not something below a half.
  func ratioOperand(_ index: Int) -> Interval? {
    guard let printed = quantity(index).printed, printed.isZero, printed.decimals == 0 else {
      return interval(index)
    }
    return .zero
  }

  /// Whether a ratio of nothing to nothing is one that people print: 0 % or, of a task that needed
  /// nothing, 100 %. Nil for other amounts.
  private func ratioOfNothing(_ part: Int, _ whole: Int, _ ratio: Int) -> Bool? {
    guard quantity(part).printed?.isZero ?? false, quantity(whole).printed?.isZero ?? false,
      let printed = quantity(ratio).percentage
    else { return nil }
    if printed.isZero { return true }
    return printed.grains == 100 * Interval.one ? nil : false
  }

  /// An amount in the unit of the one beside it, where the two differ.
  func unitSlip(_ index: Int, beside other: Int) -> Amount? {
    guard let amount = quantity(index).amount, let right = quantity(other).amount,
      amount.unit != right.unit
    else { return nil }
    return Amount(amount.number, right.unit)
  }

  func unitCheck(_ index: Int, _ right: Amount) -> Check {
    Check(
      kind: .unit, operands: [index], holds: false,
      expected: "\(right.number)\(right.unit.rawValue)")
  }

  func middle(_ interval: Interval) -> Int128 { (interval.lower + interval.upper) / 2 }

  func text(_ index: Int) -> String { quantity(index).printed?.description ?? "" }
}

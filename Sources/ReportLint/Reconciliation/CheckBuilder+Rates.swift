internal import FiscalNarrative
internal import FiscalText

/// Changes, rates of change, and the levels before and behind them.
extension CheckBuilder {
  mutating func buildRate(current: Int, change: Int, rate: Int) {
    guard let level = interval(current), let changed = signed(change),
      let printed = percentage(rate)
    else { return }
    if printed.isZero, quantity(change).printed?.isZero ?? false {
      checks.append(Check(kind: .rate, operands: [current, change, rate], holds: true))
      return
    }
    if let whole = wholes[current], changed.lower > level.upper {
      return buildRate(current: whole, change: change, rate: rate)
    }
    let rateInterval = Quantity.percentage(printed).interval ?? .zero
    if !printed.isZero, ratioOperand(change) == .zero {
      checks.append(
        Check(
          kind: .rate, operands: [current, change, rate], holds: false, expected: "0%",
          arithmetic: "\(text(change)) ÷ \(text(current))"))
      return
    }
    // The rate's sign is that of the change: words that contradict each other are a check of
    // their own.
    let isDown =
      (facts.statements[change].direction == .down) != reversedDifferences.contains(change)
    let signedRate = isDown ? -rateInterval : rateInterval
    let plain =
      Rounding.rate(change: changed, current: level, equals: signedRate)
      ?? isTooLow(signedRate, changed, level)
    if plain != true, let slip = rateSlip(current: current, change: change, signedRate) {
      checks.append(unitCheck(slip.index, slip.right))
      return
    }
    if plain != true, let whole = wholes[current].flatMap({ interval($0) }),
      Rounding.rate(change: changed, current: whole, equals: signedRate) ?? false
    {
      checks.append(
        Check(kind: .rate, operands: [wholes[current] ?? current, change, rate], holds: true))
      return
    }
    if plain != true, isContrary(change, rate),
      Rounding.rate(change: -changed, current: level, equals: -signedRate) ?? false
    {
      var check = Check(kind: .rate, operands: [current, change, rate], holds: true)
      check.isReversed = true
      checks.append(check)
      reversedChanges.insert(change)
      return
    }
    if plain == nil, changed.lower > level.upper, rateInterval.lower > 0,
      facts.statements[current].passage != facts.statements[change].passage
    {
      // Of one paragraph, it is told of increases without a rate too.
      checks.append(
        Check(
          kind: .negativeBase, operands: [current, change], holds: false, arithmetic: text(current))
      )
      return
    }
    guard let holds = plain, holds || quantity(rate).percentage != nil else { return }
    let base = middle(level) - middle(changed)
    let size = middle(changed) < 0 ? -middle(changed) : middle(changed)
    let expected = Rounding.percentage(
      size, of: base, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .rate, operands: [current, change, rate], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(change)) ÷ (\(text(current)) \(isDown ? "＋" : "－") \(text(change)))"))
  }

  /// 比上年下降308.51%: what is spent does not fall by more than all of it. Beside amounts the rate is tested with
  /// these.
  mutating func buildImpossibleDecreases() {
    let tested = Set(checks.flatMap(\.operands))
    for (index, statement) in facts.statements.enumerated()
    where statement.region == .plain && statement.direction == .down && !tested.contains(index) {
      guard case .rate = statement.meaning?.aspect, case .percentage = statement.quantity,
        let rate = statement.quantity.interval, rate.lower > Interval.one
      else { continue }
      checks.append(Check(kind: .negativeBase, operands: [index], holds: false))
    }
  }

  /// The unit with which a rate comes out: of two that differ, the one that is rarer in the report
  /// is the wrong one.
  private func rateSlip(
    current: Int, change: Int, _ rate: Interval
  ) -> (index: Int, right: Amount)? {
    let isDown = facts.statements[change].direction == .down
    func comes(_ change: Interval, _ level: Interval) -> Bool {
      Rounding.rate(change: isDown ? -change : change, current: level, equals: rate) ?? false
    }
    guard let level = interval(current), let changed = interval(change) else { return nil }
    if isRarer(current, change), let right = unitSlip(current, beside: change),
      comes(changed, right.interval)
    {
      return (current, right)
    }
    guard let right = unitSlip(change, beside: current), comes(right.interval, level) else {
      return nil
    }
    return (change, right)
  }

  func isRarer(_ one: Int, _ other: Int) -> Bool {
    guard let unit = quantity(one).amount?.unit, let common = quantity(other).amount?.unit else {
      return false
    }
    return (amounts[unit] ?? 0) < (amounts[common] ?? 0)
  }

  /// 增加2.50万元，下降6.40%: whether the words of a change and of its rate contradict each other.
  private func isContrary(_ change: Int, _ rate: Int) -> Bool {
    guard let one = facts.statements[change].direction, let two = facts.statements[rate].direction
    else { return false }
    return one == .up && two == .down || one == .down && two == .up
  }

  /// False if the least rate that a change can be of the nothing or little before it is more than
  /// the one given.
  private func isTooLow(_ rate: Interval, _ change: Interval, _ level: Interval) -> Bool? {
    let base = level.upper - change.lower
    // What came of nothing has no rate, which another rule says.
    guard change.lower > 0, base > 0, middle(level) > middle(change) else { return nil }
    let least = Rounding.percentage(change.lower, of: base, decimals: 0)
    guard let least, least.grains > 100 * rate.upper + Interval.one else { return nil }
    return false
  }

  /// A percentage, or a number that lacks its sign.
  func percentage(_ index: Int) -> PrintedNumber? {
    let statement = facts.statements[index]
    if case .bare(let number) = statement.quantity, statement.missingUnit == .percent {
      return number
    }
    return statement.quantity.percentage
  }

  /// 比上年的22.85万元增加2.50万元 of 20.35万元: changes that come out in the other direction.
  mutating func findReversedDifferences() {
    for case .difference(let current, let previous, let change) in facts.relations {
      guard let now = interval(current), let before = interval(previous),
        let size = interval(change), size.lower > 0,
        let direction = facts.statements[change].direction, direction != .unchanged,
        case let signed = direction == .down ? -size : size,
        !(now - before).overlaps(signed), (now - before).overlaps(-signed)
      else { continue }
      reversedDifferences.insert(change)
      reversedChanges.insert(change)
    }
  }

  private func reversed(
    _ kind: Check.Kind, _ operands: [Int], of change: Int, expected: String?, arithmetic: String
  ) -> Check {
    var check = Check(
      kind: kind, operands: operands, holds: false, expected: expected, arithmetic: arithmetic)
    check.isReversed = true
    check.suspects = [change]
    return check
  }

  mutating func buildDifference(current: Int, previous: Int, change: Int) {
    guard let now = interval(current), let before = interval(previous),
      let changed = signed(change), let amount = quantity(change).amount
    else { return }
    let holds = (now - before).overlaps(changed)
    if !holds, let (whole, last) = wholesCompared(current, previous),
      let now = interval(whole), let before = interval(last)
    {
      // 甲，其中乙、丙，比上年减少…: behind the parts it is said of the whole.
      if (now - before).overlaps(changed) {
        checks.append(Check(kind: .difference, operands: [whole, last, change], holds: true))
        return
      }
      if isUnnamed(current) {
        return buildDifference(current: whole, previous: last, change: change)
      }
    }
    let size = middle(now) - middle(before)
    if reversedDifferences.contains(change) {
      checks.append(
        reversed(
          .difference, [current, previous, change], of: change,
          expected: self.expected(size, like: amount),
          arithmetic: "\(text(current)) － \(text(previous))"))
      return
    }
    checks.append(
      Check(
        kind: .difference, operands: [current, previous, change], holds: holds,
        expected: self.expected(size < 0 ? -size : size, like: amount),
        arithmetic: "\(text(current)) － \(text(previous))"))
  }

  /// What a comparison behind parts may be of: their whole, and the amount before it, which may be told
  /// with the comparison itself.
  private func wholesCompared(_ current: Int, _ previous: Int) -> (whole: Int, last: Int)? {
    guard let whole = wholes[current] else { return nil }
    let last = wholes[previous] ?? previous
    return whole == last ? nil : (whole, last)
  }

  private func isUnnamed(_ index: Int) -> Bool {
    facts.statements[index].meaning?.subject.isUnnamed ?? true
  }

  mutating func buildGrowth(current: Int, previous: Int, rate: Int) {
    guard let now = interval(current), let before = interval(previous), let given = signed(rate),
      let printed = quantity(rate).percentage
    else { return }
    // growth = now / before − 1, so that now / before must meet the rate plus one.
    let ratio = given + Interval(exactly: Interval.one)
    guard let holds = Rounding.ratio(now, to: before, equals: ratio) else { return }
    if !holds, let (whole, last) = wholesCompared(current, previous), let now = interval(whole),
      let before = interval(last)
    {
      let meets = Rounding.ratio(now, to: before, equals: ratio) ?? false
      if meets || isUnnamed(current) {
        return buildGrowth(current: whole, previous: last, rate: rate)
      }
    }
    let change = middle(now) - middle(before)
    let opposite = Interval(exactly: Interval.one) - given
    if !holds, !given.contains(0), facts.statements[rate].direction != nil,
      Rounding.ratio(now, to: before, equals: opposite) ?? false
    {
      checks.append(
        reversed(
          .growth, [previous, current, rate], of: rate,
          expected: Rounding.percentage(
            change, of: middle(before), decimals: min(max(printed.decimals, 2), 6)
          ).map { "\($0)%" },
          arithmetic: "(\(text(current)) － \(text(previous))) ÷ \(text(previous))"))
      return
    }
    let expected = Rounding.percentage(
      change < 0 ? -change : change, of: middle(before), decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .growth, operands: [previous, current, rate], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "(\(text(current)) － \(text(previous))) ÷ \(text(previous))"))
  }
}

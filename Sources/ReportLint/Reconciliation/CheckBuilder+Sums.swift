internal import FiscalNarrative
internal import FiscalText

/// Sums that the sentence does not spell out: lists of amounts whatever they are called.
///
/// That such a sum comes out confirms its numbers. That it does not is no proof, since a part may
/// be left out or the list be of something else, unless all parts are there or one slip of the pen
/// explains it.
extension CheckBuilder {
  func sum(_ parts: [Int]) -> Interval {
    let isFine = parts.contains { (quantity($0).printed?.decimals ?? 0) > 0 }
    // 0 is nothing and not something below a half; but a change of 0 beside changes without
    // decimals may have gone either way.
    return parts.compactMap {
      isBareZero($0) && (isFine || isLevel(facts.statements[$0].meaning?.aspect))
        ? .zero : signed($0)
    }.reduce(.zero, +)
  }

  private func isBareZero(_ index: Int) -> Bool {
    quantity(index).printed.map { $0.isZero && $0.decimals == 0 } ?? false
  }

  func isSame(_ one: Int, _ other: Int) -> Bool {
    guard let left = interval(one), let right = interval(other) else { return false }
    return Rounding.equal(left, right)
  }

  mutating func addSame(_ one: Int, _ other: Int) {
    checks.append(Check(kind: .sameFact, operands: [one, other], holds: true))
  }

  /// Adds the check of a sum that comes out; whether it does.
  @discardableResult
  mutating func addSum(_ kind: Check.Kind, whole: Int, parts: [Int]) -> Bool {
    guard let total = signed(whole), sum(parts).overlaps(total) else { return false }
    checks.append(
      Check(kind: kind, operands: parts + [whole], holds: true, arithmetic: arithmetic(parts)))
    return true
  }

  func arithmetic(_ parts: [Int]) -> String {
    parts.map { text($0) }.joined(separator: " ＋ ")
  }

  /// 增加50.00万元，减少20.00万元: what the size of the sum comes from.
  func arithmetic(ofChanges parts: [Int]) -> String {
    let isDown = middle(sum(parts)) < 0
    let terms = parts.map { part in
      let isAdded = ((signed(part).map(middle) ?? 0) < 0) == isDown || isBareZero(part)
      return (isAdded ? "＋ " : "－ ") + text(part)
    }.joined(separator: " ")
    return terms.hasPrefix("＋ ") ? String(terms.dropFirst(2)) : terms
  }

  /// Whether the parts of a sum come to less than its whole.
  func isTooLittle(_ check: Check) -> Bool {
    guard let total = check.operands.last.flatMap({ signed($0) }) else { return false }
    return sum(Array(check.operands.dropLast())).upper < total.lower
  }

  /// - Parameter suspects: what a failure that is only probable may be laid to; nil for one that is
  ///   certain.
  mutating func addBroken(
    _ kind: Check.Kind, whole: Int, parts: [Int], suspects: [Int]? = nil
  ) {
    guard let amount = quantity(whole).amount else { return }
    var check = Check(
      kind: kind, operands: parts + [whole], holds: false,
      expected: expected(size(sum(parts)), like: amount),
      arithmetic: kind == .changeParts ? arithmetic(ofChanges: parts) : arithmetic(parts))
    check.isProbable = suspects != nil
    check.suspects = suspects
    checks.append(check)
  }

  func size(_ interval: Interval) -> Int128 {
    middle(interval) < 0 ? -middle(interval) : middle(interval)
  }

  func isEconomic(_ index: Int) -> Bool {
    guard case .economic = facts.statements[index].meaning?.subject else { return false }
    return true
  }
}

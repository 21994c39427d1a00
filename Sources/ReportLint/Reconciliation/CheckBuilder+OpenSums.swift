internal import FiscalNarrative
internal import FiscalText

/// Sums that need not come out, which a slip in one of their numbers would explain.
extension CheckBuilder {
  /// A sum that does not come out, but need not.
  struct OpenSum {
    var kind: Check.Kind
    var whole: Int
    var parts: [Int]
  }

  /// Keeps a sum that need not come out for ``buildSlips()``.
  mutating func addOpenSum(_ kind: Check.Kind = .listed, whole: Int, parts: [Int]) {
    openSums.append(OpenSum(kind: kind, whole: whole, parts: parts))
  }

  /// Adds the checks of sums that one slip in one of their numbers would explain.
  mutating func buildSlips() {
    let failing = checks.filter { !$0.holds }
    for sum in openSums { addSlip(sum.kind, whole: sum.whole, parts: sum.parts, beside: failing) }
  }

  private mutating func addSlip(
    _ kind: Check.Kind, whole: Int, parts: [Int], beside failing: [Check]
  ) {
    guard parts.count > 1, let total = signed(whole), let amount = quantity(whole).amount,
      parts.allSatisfy({ quantity($0).amount?.unit == amount.unit })
    else { return }
    let difference = middle(sum(parts)) - middle(total)
    /// By how much a number must be more for the sum to come out.
    func rise(_ index: Int) -> Int128? {
      guard let change = signed(index) else { return nil }
      let rise = index == whole ? difference : -difference
      return middle(change) < 0 ? -rise : rise
    }
    let suspects = (parts + [whole]).filter { index in
      guard let number = quantity(index).amount, let rise = rise(index) else { return false }
      return DigitSlip.explains(
        number.number, becoming: (number.grains + rise) / number.unit.yuan, slack: parts.count / 2)
        && !isConfirmed(index)
    }
    // A number that another relation contradicts too, and that this sum would mend, is the one.
    let blamed = (parts + [whole]).filter { index in
      guard let told = interval(index), let rise = rise(index) else { return false }
      let right = told + Interval(exactly: rise)
      return failing.contains { check in
        check.operands.contains(index) && implied(index, by: check)?.overlaps(right) ?? false
      }
    }
    guard !(suspects + blamed).isEmpty else { return }
    addBroken(kind, whole: whole, parts: parts, suspects: blamed.isEmpty ? suspects : blamed)
  }

  /// Whether a table or a percentage agrees with a number, in which then is no slip.
  func isConfirmed(_ index: Int) -> Bool {
    checks.contains { check in
      guard check.holds, check.operands.contains(index) else { return false }
      switch check.kind {
      case .table, .completion, .completionByGap, .share, .rate, .growth, .multiple: return true
      default: return false
      }
    }
  }
}

internal import FiscalStandards
internal import FiscalText

/// A table with a wrong unit: all totals that other tables state too are ten thousand times as much
/// there, or as little.
struct UnitSlip {
  /// The index in ``TableIndex/tables``.
  var table: Int
  /// Whether the amounts are too small: they are in ten thousand yuan under the word 元.
  var isTooSmall: Bool
  /// The first relation that shows it.
  var arithmetic: String

  private struct Votes {
    var small = 0
    var large = 0
    var others = 0
    var arithmetic = ""

    var isUnanimous: Bool { others == 0 && min(small, large) == 0 && max(small, large) > 1 }
  }

  private static let factor: Int128 = 10_000

  /// The tables with wrong units, in reading order.
  static func all(_ instances: [IdentityInstance], _ tables: TableIndex) -> [UnitSlip] {
    // Only what is broken can show that units differ.
    guard instances.contains(where: { $0.isBroken && isByFactor($0) }) else { return [] }
    var votes: [Int: Votes] = [:]
    for index in instances.indices where instances[index].relation.comparison == .equal {
      guard let left = instances[index].left, let right = instances[index].right,
        left.operands.count == 1,
        right.operands.count == 1, left.operands[0].table != right.operands[0].table,
        isComparable(left.value), isComparable(right.value)
      else { continue }
      let (one, other) = (left.operands[0].table, right.operands[0].table)
      if left.value.scaled(by: factor).overlaps(right.value) {
        votes[one, default: Votes()].small += 1
        votes[other, default: Votes()].large += 1
      } else if right.value.scaled(by: factor).overlaps(left.value) {
        votes[one, default: Votes()].large += 1
        votes[other, default: Votes()].small += 1
      } else {
        votes[one, default: Votes()].others += 1
        votes[other, default: Votes()].others += 1
        continue
      }
      let words = "\(left.arithmetic) 与 \(right.arithmetic)"
      for table in [one, other] where votes[table]?.arithmetic.isEmpty ?? false {
        votes[table]?.arithmetic = words
      }
    }
    return slips(votes, tables)
  }

  /// Whether one side is exactly so many times the other.
  private static func isByFactor(_ instance: IdentityInstance) -> Bool {
    guard let left = instance.left?.value, let right = instance.right?.value,
      isComparable(left), isComparable(right)
    else { return false }
    return left.scaled(by: factor).overlaps(right) || right.scaled(by: factor).overlaps(left)
  }

  /// Amounts beyond this are none, and must not overflow.
  private static let most: Int128 = 1_000_000_000_000_000_000_000_000_000_000

  private static func isComparable(_ value: Interval) -> Bool {
    !value.contains(0) && value.lower > -most && value.upper < most
  }

  /// Each of two tables contradicts the other: wrong is the one whose unit is not the form's.
  private static func slips(_ votes: [Int: Votes], _ tables: TableIndex) -> [UnitSlip] {
    let suspects = votes.filter(\.value.isUnanimous).sorted { $0.key < $1.key }
    let odd = suspects.filter { tables.tables[$0.key].unit != tables.tables[$0.key].form.unit }
    return (odd.isEmpty ? suspects : odd).map { table, votes in
      UnitSlip(table: table, isTooSmall: votes.small > 0, arithmetic: votes.arithmetic)
    }
  }
}

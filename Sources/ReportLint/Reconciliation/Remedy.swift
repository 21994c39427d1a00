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
      let amounts = amounts(source, like: statement)
      guard !amounts.isEmpty else { return nil }
      for amount in amounts {
        builder.corrections = [statement: .amount(amount)]
        guard let again = builder.rebuilt(check), !again.holds else { return nil }
        if rest == nil {
          rest = again
          rest?.sources = [source]
        }
      }
    }
    return rest
  }

  /// The other amount of a check that fails which is what tables have for a number, where the check
  /// holds once the two change places; nil if there is none.
  mutating func exchange(
    of check: Check, _ statement: Int, _ right: [Check.Source]
  ) -> Int? {
    for source in right {
      for amount in amounts(source, like: statement) {
        for other in check.operands where other != statement {
          let printed = builder.facts.statements[other].quantity.amount
          guard let printed, printed.interval.overlaps(source.interval) else { continue }
          builder.corrections = [
            statement: .amount(amount), other: builder.facts.statements[statement].quantity,
          ]
          if builder.rebuilt(check)?.holds ?? false { return other }
        }
      }
    }
    return nil
  }

  /// Of checks that fail, the most that one value of a number would mend; those of which that
  /// cannot be said are among them.
  func mendable(_ statement: Int, _ failed: [(index: Int, check: Check)]) -> [Int] {
    let implied = failed.map { ($0.index, builder.implied(statement, by: $0.check)) }
    var most: [Int] = []
    for point in implied.compactMap(\.1?.lower) {
      let mended = implied.filter { $0.1?.contains(point) ?? true }.map(\.0)
      if mended.count > most.count { most = mended }
    }
    return most.isEmpty ? failed.map(\.index) : most
  }

  /// What a source gives in the place of a number; a performance sheet gives its money in the unit
  /// of the text or, without saying so, in yuan.
  private func amounts(_ source: Check.Source, like statement: Int) -> [Amount] {
    guard let stated = builder.facts.statements[statement].quantity.amount else { return [] }
    let decimals = max(stated.number.decimals, 2)
    let inYuan = Amount(grains: source.exact, unit: stated.unit, decimals: decimals)
    guard source.printed != nil else { return inYuan.map { [$0] } ?? [] }
    let plain = PrintedNumber(grains: source.exact, decimals: decimals)
    return [plain.map { Amount($0, stated.unit) }, inYuan].compactMap(\.self)
  }
}

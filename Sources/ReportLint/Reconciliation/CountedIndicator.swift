internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// An indicator of a sheet with the numbers of its cells, read once for all counts of the narrative
/// that may be its.
struct CountedIndicator {
  private struct Number {
    var value: PerformanceSheet.Value
    /// What stands behind it, as normal text.
    var rest: [UInt8]
  }

  /// The indicator's name as normal text.
  let name: [UInt8]
  /// The unit that stands in a cell of its own.
  private let unit: [UInt8]
  private let planned: [Number]
  private let done: [Number]
  /// The numbers of its name.
  private let named: [Number]
  /// Whether its target is an upper limit.
  private let isLimit: Bool

  /// Nil for an indicator without a name.
  init?(_ indicator: PerformanceSheet.Indicator) {
    guard let label = indicator.name else { return nil }
    name = NormalText.bytes(of: label.utf8)
    isLimit = indicator.comparison == .atMost
    unit = indicator.unit.map { NormalText.bytes(of: $0.utf8) } ?? []
    planned = indicator.targetText.map(Self.numbers) ?? []
    done = indicator.actualText.map(Self.numbers) ?? []
    named = Self.numbers(label)
  }

  private static func numbers(_ text: TracedText) -> [Number] {
    NumberScanner.tokens(text.utf8).compactMap { token in
      guard token.form == .decimal, token.suffix == .none else { return nil }
      let rest = NormalText.bytes(of: Array(text.utf8[token.range.upperBound...]))
      return Number(
        value: .init(number: token.value, text: text, range: token.digits),
        rest: Array(rest.drop { $0 == 0x20 }))
    }
  }

  /// The counts of a unit that the indicator states; nil if it counts in no such unit.
  func match(unit wanted: [UInt8]) -> IndicatorMatch? {
    let done = Self.values(done, wanted, unit)
    var values = Self.values(planned, wanted, unit) + done
    if values.isEmpty { values = Self.values(named, wanted, []) }
    guard !values.isEmpty else { return nil }
    return IndicatorMatch(
      values: values, reached: done.count == 1 ? done[0] : nil, isLimit: isLimit)
  }

  /// The numbers of a cell that count in a unit, which stands behind them or in a cell of its own.
  private static func values(
    _ numbers: [Number], _ unit: [UInt8], _ cellUnit: [UInt8]
  ) -> [PerformanceSheet.Value] {
    numbers.filter { number in
      number.rest.starts(with: unit) || number.rest.isEmpty && cellUnit.starts(with: unit)
    }.map(\.value)
  }
}

/// An indicator of a sheet that a clause of the narrative names.
struct IndicatorMatch {
  /// The counts of the unit that it states: planned, reached, or else those in its name.
  var values: [PerformanceSheet.Value]
  var reached: PerformanceSheet.Value?
  /// Whether the target is an upper limit.
  var isLimit = false
  /// Whether the clause names it word for word.
  var isExact = false

  /// Whether what was reached falls short of a number, or is so far beyond it that it counts
  /// something else: 100 (per cent) for 8座.
  func misses(_ planned: PrintedNumber) -> Bool {
    guard let reached, !isLimit, planned.mantissa > 0 else { return false }
    let (done, target) = (reached.number.grains, planned.grains)
    return done < target || done == Interval.one * 100 && target * 2 <= done
  }
}

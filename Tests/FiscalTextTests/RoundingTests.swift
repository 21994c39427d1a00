import FiscalText
import Testing

@Suite struct RoundingTests {
  private static let one = Interval.one

  /// A printed number of two decimals between −range and range.
  private func number(_ generator: inout SeededGenerator, _ range: Int64) -> PrintedNumber {
    PrintedNumber(mantissa: Int64.random(in: -range...range, using: &generator), decimals: 2)
  }

  @Test func aPrintedNumberStandsForHalfAUnitOfItsLastDecimalOnBothSides() {
    let interval = PrintedNumber(mantissa: 12345, decimals: 2).interval
    #expect(interval.lower == 123_445_00000)
    #expect(interval.upper == 123_455_00000)
  }

  @Test func sumsAgreeWithExactArithmetic() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let parts = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        number(&generator, 10_000)
      }
      let sum = parts.reduce(Int128(0)) { $0 + $1.grains }
      let total = PrintedNumber(
        mantissa: Int64(sum / 1_000_000) + Int64.random(in: -6...6, using: &generator),
        decimals: 2)
      // n printed parts and the total may each be off by half a unit.
      let difference = (total.grains - sum).magnitude
      let allowed = UInt128(parts.count + 1) * 500_000
      #expect(
        Rounding.sum(parts.map(\.interval), equals: total.interval) == (difference <= allowed))
    }
  }

  /// The least and greatest quotient of two intervals, by their corners.
  private func corners(_ part: Interval, _ whole: Interval) -> (Rational, Rational) {
    let quotients = [part.lower, part.upper].flatMap { top in
      [whole.lower, whole.upper].map { Rational(top) / Rational($0) }
    }
    return (quotients.min()!, quotients.max()!)
  }

  @Test func ratiosAgreeWithTheCornersOfTheirIntervals() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let part = number(&generator, 1_000_000).interval
      let whole = number(&generator, 1_000_000).interval
      let ratio = number(&generator, 200).interval
      let answer = Rounding.ratio(part, to: whole, equals: ratio)
      guard whole.lower > 0 || whole.upper < 0 else {
        #expect(answer == nil, "a whole that may be zero has no ratio")
        continue
      }
      let (least, most) = corners(part, whole)
      let expected =
        least <= Rational(ratio.upper, Self.one) && most >= Rational(ratio.lower, Self.one)
      #expect(answer == expected)
    }
  }

  @Test func ratesAgreeWithTheCornersOfChangeAndLevel() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let change = number(&generator, 100_000).interval
      let current = number(&generator, 200_000).interval
      let rate = number(&generator, 300).interval
      let answer = Rounding.rate(change: change, current: current, equals: rate)
      let bases = [change.lower, change.upper].flatMap { step in
        [current.lower, current.upper].map { (step, $0 - step) }
      }
      guard bases.allSatisfy({ $0.1 > 0 }) else {
        #expect(answer == nil, "a base that may not be positive has no rate")
        continue
      }
      let quotients = bases.map { Rational($0.0) / Rational($0.1) }
      let expected =
        quotients.min()! <= Rational(rate.upper, Self.one)
        && quotients.max()! >= Rational(rate.lower, Self.one)
      #expect(answer == expected)
    }
  }

  @Test func aMeanHoldsThatOfEveryChoiceAndLittleMore() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        number(&generator, 10_000).interval
      }
      let mean = try #require(Rounding.mean(parts))
      let count = Int128(parts.count)
      let (lower, upper) = (
        parts.reduce(Int128(0)) { $0 + $1.lower }, parts.reduce(Int128(0)) { $0 + $1.upper }
      )
      #expect(mean.lower * count <= lower && (mean.lower + 1) * count > lower)
      #expect(mean.upper * count >= upper && (mean.upper - 1) * count < upper)
    }
    #expect(Rounding.mean([]) == nil)
  }

  @Test func percentagesRoundHalvesAwayFromZero() {
    #expect(Rounding.percentage(1, of: 8, decimals: 1)?.description == "12.5")
    #expect(Rounding.percentage(1, of: 800, decimals: 2)?.description == "0.13")
    #expect(Rounding.percentage(-1, of: 800, decimals: 2)?.description == "-0.13")
    #expect(Rounding.percentage(5, of: 0, decimals: 2) == nil)
  }

  @Test func anAmountIsPrintedInAnotherUnitExactly() throws {
    let yuan = Amount(PrintedNumber(mantissa: 107_439_949, decimals: 2), .yuan)
    let amount = try #require(
      Amount(grains: yuan.grains, unit: .tenThousandYuan, decimals: 2))
    #expect(amount.description == "107.44 万元")
    #expect(amount.interval.contains(yuan.grains))
  }
}

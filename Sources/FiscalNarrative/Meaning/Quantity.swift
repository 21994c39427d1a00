public import FiscalText

/// A number as it stands in the narrative.
public enum Quantity: Hashable, Sendable {
  case amount(Amount)
  case percentage(PrintedNumber)
  /// A number with the word that says what is counted: 辆, 批次, 人次, 个 …
  case count(PrintedNumber, String)
  /// A number without unit.
  case bare(PrintedNumber)
  /// 2023年; not a figure.
  case year(Int)
  /// Part of a date, a document number, an ordinal, a code: not a figure.
  case label
  /// Digits that are no number, such as 1,0749.30.
  case malformed

  /// The values that it may stand for, in grains: of yuan for money, of one otherwise; a
  /// percentage is a ratio.
  public var interval: Interval? {
    switch self {
    case .amount(let amount): amount.interval
    case .percentage(let number): number.interval.ratioOfPercent
    // What is counted is counted exactly.
    case .count(let number, _): Interval(exactly: number.grains)
    case .bare(let number): number.interval
    case .year, .label, .malformed: nil
    }
  }

  public var amount: Amount? {
    if case .amount(let amount) = self { return amount }
    return nil
  }

  public var percentage: PrintedNumber? {
    if case .percentage(let number) = self { return number }
    return nil
  }

  public var printed: PrintedNumber? {
    switch self {
    case .amount(let amount): amount.number
    case .percentage(let number), .count(let number, _), .bare(let number): number
    case .year, .label, .malformed: nil
    }
  }
}

extension Interval {
  /// The interval of ratios for an interval of percentages.
  var ratioOfPercent: Interval {
    // Half a unit of the sixth decimal of a percentage is the finest that stays exact.
    Interval(lower: lower / 100, upper: upper / 100)
  }
}

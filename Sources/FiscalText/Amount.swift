/// An amount of money as it was printed: number, decimals and unit. Exact; never a `Double`.
public struct Amount: Hashable, Sendable {
  public var number: PrintedNumber
  public var unit: AmountUnit

  public init(_ number: PrintedNumber, _ unit: AmountUnit) {
    self.number = number
    self.unit = unit
  }

  /// The exact value in grains (10⁻⁸ yuan).
  public var grains: Int128 { number.grains * unit.yuan }

  /// Every amount in yuan that is printed like this one.
  public var interval: Interval { number.interval.scaled(by: unit.yuan) }

  /// The amount nearest to a value in grains of yuan, printed in `unit` with `decimals`.
  public init?(grains: Int128, unit: AmountUnit, decimals: Int, isGrouped: Bool = true) {
    let (scaled, overflow) = grains.multipliedReportingOverflow(by: powersOfTen[decimals])
    let step = unit.yuan * Interval.one
    guard !overflow, let mantissa = Int64(exactly: dividedRounding(scaled, by: step)) else {
      return nil
    }
    self.init(PrintedNumber(mantissa: mantissa, decimals: decimals, isGrouped: isGrouped), unit)
  }
}

extension Amount: CustomStringConvertible {
  public var description: String { "\(number) \(unit.rawValue)" }
}

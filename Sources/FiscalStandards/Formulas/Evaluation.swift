public import FiscalText

/// A formula's value, and the cells that it was made of.
public struct Evaluation: Hashable, Sendable {
  /// In grains: of one yuan for amounts, of one for counts and ratios.
  public var value: Interval
  /// The cells that were read, in the formula's order, empty ones that count as zero included.
  public var operands: [CellReference]
  /// The formula with what the cells print in place of their addresses: `1,511.37 / 4.20`. Empty
  /// for a side of an identity that holds.
  public var arithmetic: String
}

/// A number found in running text.
public struct NumberToken: Hashable, Sendable {
  /// What its digits are.
  public enum Form: Hashable, Sendable {
    /// An integer or decimal number, with or without thousands separators.
    case decimal
    /// Digits grouped as no number is: `1,0749.30`, `10.749,30`. The value is that of the digits
    /// with the last point taken as the decimal one.
    case malformed
    /// Points between groups of digits, as in the date 2023.12.31. The value is the first group.
    case dotted
    /// More digits than an amount has: a code, a telephone or account number. The value is 0.
    case code
  }

  /// The sign printed behind the digits.
  public enum Suffix: Hashable, Sendable { case none, percent, permille }

  /// The bytes of sign and digits, without the suffix.
  public var digits: Range<Int>
  /// The bytes of sign, digits and suffix.
  public var range: Range<Int>
  public var value: PrintedNumber
  public var form: Form
  public var suffix: Suffix
  /// Whether full-width digits (０–９) stand in it.
  public var isFullWidth: Bool
}

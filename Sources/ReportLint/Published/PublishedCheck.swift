internal import FiscalNarrative
internal import FiscalText

/// A number of the narrative tested against what another disclosure printed.
struct PublishedCheck: Sendable {
  /// What the number is.
  enum Kind: Sendable {
    /// The amount itself: 上年决算数, 年初预算数.
    case level
    /// The change from the other document's amount.
    case change
    /// The rate of that change.
    case rate
  }

  var kind: Kind
  /// The number, as an index into the facts' statements.
  var statement: Int
  /// What the other document prints.
  var published: PublishedValue
  /// This year's amount, as printed, where the number is a change or rate.
  var current: String?
  var holds: Bool
  /// What the number should be, as it would be printed.
  var expected: String?
  /// Whether the change goes the other way.
  var isOpposite = false
}

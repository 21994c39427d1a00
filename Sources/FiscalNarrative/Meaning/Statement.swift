/// A number of the narrative with what it means.
public struct Statement: Sendable {
  /// Where in a sentence the number stands.
  public enum Region: Hashable, Sendable {
    case plain
    /// Behind 主要原因 and the like.
    case reason
    /// Behind 主要用于 and the like.
    case purpose
  }

  /// The passage, as an index into ``Facts/passages``.
  public var passage: Int
  /// The bytes of number and unit in the passage's text.
  public var range: Range<Int>
  /// The bytes of the number alone.
  public var digits: Range<Int>
  public var quantity: Quantity
  public var meaning: Meaning?
  /// The direction word that goes with a change or rate, and its bytes in the passage.
  public var direction: Direction?
  public var directionRange: Range<Int>?
  public var region: Region
  /// The bytes of the clause from its subject to the number, for quotes.
  public var clause: Range<Int>
  /// The sentence, counted through the passage.
  public var sentence: Int
  /// Why the number has no meaning, in Chinese; nil if it has one or is no figure.
  public var unboundReason: String?
  /// The unit that should stand behind the number and does not.
  public var missingUnit: MissingUnit?
  /// Whether it is an amount for each of several in the report's own year: 人均120元.
  public var isAverage = false

  /// What a number that is printed without unit lacks.
  public enum MissingUnit: Hashable, Sendable {
    case percent
    case amount
    /// One of the two: 增长5.20.
    case percentOrAmount
  }
}

public import FiscalModel

/// A character of a report that no configured face has. A report with one must not be printed.
public struct MissingCharacter: Sendable {
  public var character: Unicode.Scalar
  /// The text that holds it; ``Report/location(of:_:)`` tells where it stands.
  public var text: TracedText
  /// Its bytes in ``text``.
  public var range: Range<Int>

  public init(character: Unicode.Scalar, text: TracedText, range: Range<Int>) {
    self.character = character
    self.text = text
    self.range = range
  }
}

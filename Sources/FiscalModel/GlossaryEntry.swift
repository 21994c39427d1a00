/// An entry of the glossary (名词解释): a term and what it means.
public struct GlossaryEntry: Sendable {
  /// The whole entry as printed.
  public var text: TracedText
  /// The bytes of the term in ``text``, without number and quotation marks.
  public var term: Range<Int>
  /// The bytes of the explanation in ``text``.
  public var explanation: Range<Int>

  public init(text: TracedText, term: Range<Int>, explanation: Range<Int>) {
    self.text = text
    self.term = term
    self.explanation = explanation
  }
}

public import FiscalModel

/// The very bytes of a report's text that something is about.
///
/// A ``Location`` tells people where to look in a file; where the file has no lines, many texts
/// share one location. A spot tells programs that show the report which of its texts is meant.
public struct Spot: Sendable {
  /// The passage, or a slice of it.
  public var text: TracedText
  /// The bytes in ``text``.
  public var range: Range<Int>

  public init(_ text: TracedText, _ range: Range<Int>? = nil) {
    self.text = text
    self.range = range ?? 0..<text.utf8.count
  }
}

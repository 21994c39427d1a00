/// Something that whoever goes on with a Word file should see: it becomes a comment (批注).
public struct WordRemark: Sendable {
  /// The bytes of the paragraph's text that it is about.
  public var range: Range<Int>
  /// In Chinese.
  public var text: String
  /// Whether the words are to be replaced, and so are set off in yellow.
  public var isBlank: Bool

  public init(range: Range<Int>, text: String, isBlank: Bool = false) {
    self.range = range
    self.text = text
    self.isBlank = isBlank
  }
}

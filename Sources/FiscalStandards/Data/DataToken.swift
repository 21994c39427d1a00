/// A piece of text in a data file.
public struct DataToken: Hashable, Sendable {
  public var text: String
  /// The byte at which it starts in its file.
  public var offset: Int

  public init(_ text: String, offset: Int) {
    self.text = text
    self.offset = offset
  }
}

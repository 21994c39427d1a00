/// A blank that is still to be filled in.
public struct OpenBlank: Sendable {
  /// The code and name of a 科目, the words that an item begins with, or the title of its section.
  public var subject: String
  /// What is to be filled in.
  public var hint: String
  /// The sentence in which it stands.
  public var sentence: String
}

/// Why no PDF could be made.
public struct PDFError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// libharu answered with an error code, or is not the version that this target was written for.
    case library(code: UInt)
    /// A run shows glyph 0 of a face. Nothing may be drawn for a character that no face has.
    case missingGlyph(page: Int)
    /// A run names a face that its font set does not have, or that cannot be embedded.
    case font
    /// The laid-out document contradicts itself, such as an element that is its own ancestor.
    case document
    /// An attachment or an annotation cannot be written.
    case option
  }

  public var kind: Kind
  /// What is wrong, in Chinese.
  public var message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }
}

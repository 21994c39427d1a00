/// A font program that holds only the glyphs of a document.
public struct FontSubset: Sendable {
  public enum Format: Sendable {
    /// TrueType outlines; codes are glyph indices of the program.
    case trueType
    /// A bare CFF table; codes are its character identifiers (CIDs).
    case compact
  }

  public var format: Format
  public var program: [UInt8]
  /// The code that shows each glyph that was asked for, in the order of asking.
  public var codes: [UInt16]
  /// The width of each, in thousandths of the em.
  public var widths: [Int]
}

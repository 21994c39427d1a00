/// Why a font file or the font manifest cannot be used.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// The file is absent or cannot be opened.
    case unreadable
    /// The file is no font, or the collection has no such face.
    case damaged
    /// The font's own licence bits (OS/2 fsType) forbid to embed or to subset it.
    case embeddingForbidden
    /// A line of the manifest does not follow its syntax.
    case manifest(line: Int, column: Int)
  }

  public var kind: Kind
  /// The file that the error is about.
  public var path: String
  /// What is wrong, in Chinese.
  public var message: String

  public init(_ kind: Kind, path: String, message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  public var description: String {
    if case .manifest(let line, let column) = kind {
      return "\(path):\(line):\(column)：\(message)"
    }
    return "\(path)：\(message)"
  }
}

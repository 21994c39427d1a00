public import FiscalText

/// Which faces a role is set in, in order of preference: the file `Fonts/manifest.txt`.
///
/// A line is a face. Its seven fields stand between bars: role, weight, characters, names, kind,
/// source, licence. What follows `#` at the start of a line is a comment.
public struct FontManifest: Hashable, Sendable {
  /// The characters that a face is used for.
  public struct Scope: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 汉字: ideographs and full-width signs.
    public static let han = Scope(rawValue: 1)
    /// 标点: quotes, dashes, ellipses and the middle dot, which Latin fonts draw narrow.
    public static let punctuation = Scope(rawValue: 2)
    /// 西文: letters, digits and half-width signs.
    public static let latin = Scope(rawValue: 4)
    public static let all: Scope = [.han, .punctuation, .latin]
  }

  /// How a face comes to the machine.
  public enum Kind: String, Hashable, Sendable {
    /// A licensed face that the department owns. Never shipped.
    case owned = "自备"
    /// A free face that is used where it is installed.
    case optional = "可选"
    /// A free face that set-up installs, so that pages are the same everywhere.
    case standard = "默认"
  }

  public enum Weight: String, Hashable, Sendable {
    case regular = "常规"
    case bold = "加粗"
    case any = "全部"
  }

  /// One line of the file.
  public struct Entry: Hashable, Sendable {
    /// nil for a face that every role falls back on.
    public var role: FontRole?
    public var weight: Weight
    public var scope: Scope
    /// File names or names of the font, any of which will do.
    public var names: [FontName]
    public var kind: Kind
    /// The package or owner that it comes from.
    public var source: String
    public var licence: String
    /// 1-based.
    public var line: Int
  }

  public var entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// Reads the text of a manifest.
  ///
  /// - Throws: ``FontError`` of kind `manifest` with line and column, counted in code points.
  public init(_ source: SourceText) throws(FontError) {
    var reader = FontManifestReader(path: source.path)
    entries = try reader.entries(of: String(decoding: source.bytes, as: UTF8.self))
  }
}

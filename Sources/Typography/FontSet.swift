internal import FiscalText

/// The faces of a document: each role's chain, and the glyphs of its text.
///
/// Faces are opened when the first character needs them. Copies share them.
public struct FontSet: TextShaper {
  /// Which faces of the manifest count.
  public enum Preference: Sendable {
    /// Licensed and optional faces first, where they are at hand.
    case official
    /// Only the free faces that set-up installs, so that pages are the same everywhere.
    case free
  }

  let library: FontLibrary
  private let chains: FaceChains

  /// - Parameters:
  ///   - folder: where faces of one's own lie, looked into before the system's folders.
  ///   - systemFolders: nil for the usual ones.
  public init(
    manifest: FontManifest, folder: String? = nil, systemFolders: [String]? = nil,
    preference: Preference = .official
  ) {
    library = FontLibrary(
      manifest: manifest, folder: folder, systemFolders: systemFolders, preference: preference)
    chains = FaceChains(library: library)
  }

  /// Reads `manifest.txt` of a folder and uses the faces beside it.
  ///
  /// - Throws: ``FontError`` when the manifest is absent or a line of it is wrong.
  public init(folder: String, preference: Preference = .official) throws(FontError) {
    let path = "\(folder)/manifest.txt"
    guard let file = FontFileReader(path: path) else {
      throw FontError(.unreadable, path: path, message: "打不开字体清单")
    }
    let text = SourceText(path: path, bytes: file.table(at: 0, count: 1 << 18).bytes)
    self.init(manifest: try FontManifest(text), folder: folder, preference: preference)
  }

  public mutating func shape(
    _ text: [UInt8], role: FontRole, isBold: Bool, size: Double
  ) -> ShapedText {
    var shaper = LineShaper(
      text: text, size: size, chain: chains.chain(role: role, isBold: isBold), library: library)
    return shaper.shape()
  }

  /// Opens the faces that most texts need, for some roles.
  ///
  /// - Parameter roles: each with whether it is bold.
  public mutating func open(_ roles: [(role: FontRole, isBold: Bool)]) {
    for (role, isBold) in roles {
      _ = shape(Self.commonCharacters, role: role, isBold: isBold, size: 1)
    }
  }

  private static let commonCharacters = [UInt8]("一般公共预算收入，（）0123456789.%".utf8)

  public func extents(role: FontRole, size: Double) -> (ascent: Double, descent: Double) {
    guard let first = chains.chain(role: role, isBold: false).first else {
      return (0.88 * size, 0.12 * size)
    }
    let face = library.faces[first]
    let box = face.face.emBox
    return (
      Double(box.ascent) * size / face.unitsPerEm, Double(box.descent) * size / face.unitsPerEm
    )
  }

  /// Faces that are on the machine but may not or can not be used, with the reason.
  public var refused: [FontError] { library.refused }
}

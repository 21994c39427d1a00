internal import FiscalModel

/// Reads Word documents: .docx itself, .doc, .wps and saved web pages through LibreOffice where it
/// is installed.
struct DocxReader: FormatReader {
  struct Options: Sendable {
    var revisions = WordRevisions.accepted
    /// Whether text that is formatted as hidden is read too.
    var includesHidden = false
  }

  var options = Options()

  /// Whether a file is for this reader, by its first bytes and, as all Office files begin alike,
  /// its name.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    let kind = OfficeFileKind(prefix, name: name)
    return kind == .wordPackage || kind == .oldWord || kind == .webPage
  }

  /// The document as pieces in reading order.
  ///
  /// - Parameter source: the index of the file among the report's sources, for places.
  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    try read(bytes: package(Files.read(path), path), path: path, source: source)
  }

  private func package(_ bytes: [UInt8], _ path: String) throws(ReadError) -> [UInt8] {
    switch OfficeFileKind(bytes, name: path) {
    case .oldWord, .webPage:
      return try OldFormatConverter(path: path, target: "docx").convert(bytes)
    default: return bytes
    }
  }

  /// The same for a .docx file that is held in memory.
  func read(bytes: [UInt8], path: String, source: Int) throws(ReadError) -> [RawBlock] {
    var package = try OfficePackage(path: path, bytes: bytes)
    let parts = try WordParts(&package)
    return WordBodyReader(parts: parts, source: source, options: options).read()
  }
}

/// The paragraphs of cells that were shaped lately: tables say the same names and noughts over and
/// over.
struct ShapedCells {
  struct Key: Hashable {
    var text: [UInt8]
    var style: TextStyle
  }

  private var paragraphs: [Key: ShapedParagraph] = [:]

  /// Longer texts, in bytes, hardly come twice.
  private static let longest = 90
  /// So many that memory does not grow with the document.
  private static let limit = 4096

  subscript(key: Key) -> ShapedParagraph? {
    get { key.text.count > Self.longest ? nil : paragraphs[key] }
    set {
      guard key.text.count <= Self.longest else { return }
      if paragraphs.count >= Self.limit { paragraphs.removeAll(keepingCapacity: true) }
      paragraphs[key] = newValue
    }
  }
}

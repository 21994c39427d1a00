internal import FiscalModel

/// A heading or table title that the contents list and the bookmarks point to.
struct ContentsEntry {
  var title: TracedText
  /// 0 for parts.
  var level: Int
  var anchor: Int
  var isTable: Bool

  /// The title on one line.
  var plainTitle: String {
    let bytes = CleanText(title.utf8).bytes.map { $0 == 0x0A ? 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

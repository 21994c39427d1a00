internal import ReportLayout

/// Writes the bookmarks (ISO 32000-1, 12.3.3).
enum OutlineWriter {
  static func write(
    _ document: PagedDocument, pages: [HaruDocument.Object], into haru: borrowing HaruDocument
  ) throws(PDFError) {
    if document.bookmarks.isEmpty { return }
    var path: [(level: Int, object: HaruDocument.Object)] = []
    for bookmark in document.bookmarks {
      while let last = path.last, last.level >= bookmark.level { path.removeLast() }
      guard document.anchors.indices.contains(bookmark.anchor) else {
        throw PDFError(.document, "书签“\(bookmark.title)”没有去处")
      }
      let destination = try LinkWriter.destination(
        of: document.anchors[bookmark.anchor], in: document, pages: pages)
      let object = try haru.bookmark(
        bookmark.title, under: path.last?.object, isOpen: bookmark.level == 0,
        destination: destination)
      path.append((bookmark.level, object))
    }
    try haru.set(haru.catalog, "PageMode", .name("UseOutlines"))
  }
}

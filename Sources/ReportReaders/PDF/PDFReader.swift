internal import FiscalModel
internal import FiscalText
internal import Glibc

/// Reads PDF files: every glyph and ruling line as `mutool trace` reports them, put together to
/// lines and tables.
struct PDFReader: FormatReader {
  var process = TraceProcess()

  /// Whether a file begins as PDF files do. The mark may stand behind some other bytes.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    prefix.firstOffset(of: [UInt8]("%PDF-".utf8), to: min(prefix.count, 1024)) != nil
  }

  /// Reads a file.
  ///
  /// - Parameter source: the index of the file among the report's sources, for ``Place``.
  /// - Throws: ``ReadError`` if mutool is missing, or the file is damaged, encrypted, or has no
  ///   text that can be read. A page without such text among others becomes a picture that says so.
  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    // Says better than mutool does that a file is not there or must not be read.
    _ = try Files.prefix(path, count: 1)
    let pages = try trace(path).map { $0.legible() }
    guard pages.contains(where: { page in page.glyphs.contains { !$0.isSpace } }) else {
      throw ReadError(path: path, message: Self.message(pages))
    }
    return DocumentBuilder(source: source).blocks(pages)
  }

  /// What to say of a file of which no page could be read.
  private static func message(_ pages: [PageContent]) -> String {
    let advice = "请换用由 Word、Excel 直接导出的 PDF，或先做文字识别。"
    guard pages.contains(where: { $0.unreadReason == PageContent.lacksCharacters }) else {
      return "共 \(pages.count) 页，没有可以读取的文字，可能是扫描件。\(advice)"
    }
    return "共 \(pages.count) 页，文字读不出来：\(PageContent.lacksCharacters)。\(advice)"
  }

  private func trace(_ path: String) throws(ReadError) -> [PageContent] {
    var scanner = TraceScanner()
    let outcome = process.run(path: path) { chunk in
      scanner.scan(chunk)
      return !scanner.isOverLimit
    }
    let failure = TraceFailure.message(
      outcome, pageCount: scanner.pages.count, hasEnd: Self.hasEndMark(path))
    if let message = failure {
      throw ReadError(path: path, message: message)
    }
    return scanner.pages
  }

  /// Whether `%%EOF` stands near the end of a file; true for a file that cannot be looked at.
  private static func hasEndMark(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    var tail = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &tail, tail.count, max(0, size - off_t(tail.count)))
    guard count > 0 else { return true }
    return tail.firstOffset(of: [UInt8]("%%EOF".utf8), to: count) != nil
  }
}

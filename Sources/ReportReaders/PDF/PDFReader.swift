internal import FiscalModel
internal import FiscalText

/// Reads PDF files: every glyph and ruling line as `mutool trace` reports them, put together to
/// lines and tables.
struct PDFReader {
  var process = TraceProcess()

  /// Whether a file begins as PDF files do. The mark may stand behind some other bytes.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    prefix.firstOffset(of: [UInt8]("%PDF-".utf8), to: min(prefix.count, 1024)) != nil
  }

  /// Reads a file.
  ///
  /// - Parameter source: the index of the file among the report's sources, for ``Place``.
  /// - Throws: ``ReadError`` if mutool is missing, or the file is damaged, encrypted, or has no
  ///   text at all.
  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    let pages = try trace(path)
    guard pages.contains(where: { page in page.glyphs.contains { !$0.isSpace } }) else {
      throw ReadError(
        path: path,
        message: "共 \(pages.count) 页，没有可以读取的文字，可能是扫描件。请换用由 Word、Excel 导出的 PDF，"
          + "或先做文字识别。")
    }
    return DocumentBuilder(source: source).blocks(pages)
  }

  private func trace(_ path: String) throws(ReadError) -> [PageContent] {
    var scanner = TraceScanner()
    let outcome = process.run(path: path) { chunk in
      scanner.scan(chunk)
      return !scanner.isOverLimit
    }
    if let message = TraceFailure.message(outcome, pageCount: scanner.pages.count) {
      throw ReadError(path: path, message: message)
    }
    return scanner.pages
  }
}

internal import Compression
internal import FiscalText
internal import ReportLayout
internal import Typography

/// The fonts of a document: which glyphs of which faces it shows, and by which codes.
struct EmbeddedFonts {
  /// A face as it stands in the file.
  struct Face {
    var use = FaceUse()
    /// The number of its first font among the resources; its variants follow.
    var firstFont = 0
    /// Codes and widths in thousandths of the em, by glyph index.
    var codes: [UInt16] = []
    var widths: [Int32] = []
  }

  private(set) var faces: [Face] = []
  private(set) var texts = GlyphTexts()

  /// Goes through all pages to see what must be embedded.
  init(of document: PagedDocument) throws(PDFError) {
    for (page, frame) in document.frames.enumerated() {
      for case .glyphs(let run, _, _) in frame.items { try add(run, page: page) }
    }
  }

  private mutating func add(_ run: GlyphRun, page: Int) throws(PDFError) {
    guard (0..<1024).contains(run.face) else { throw PDFError(.font, "没有编号为 \(run.face) 的字体") }
    while faces.count <= run.face { faces.append(Face()) }
    let keys = texts.keys(of: run)
    for (glyph, key) in zip(run.glyphs, keys) {
      guard (1...0xFFFF).contains(glyph.id) else {
        let text = String(decoding: run.text, as: UTF8.self)
        throw PDFError(.missingGlyph(page: page), "第 \(page + 1) 页的“\(text)”里有字体没有的字")
      }
      faces[run.face].use.add(glyph: glyph.id, text: key)
    }
  }

  /// Cuts the faces down to the glyphs in use.
  ///
  /// - Returns: the writer of each face that is in use, in their order.
  mutating func cut(from fonts: FontSet, threads: Threads) throws(PDFError) -> [FontWriter] {
    let used = faces.indices.filter { !faces[$0].use.glyphs.isEmpty }
    let glyphs = used.map { faces[$0].use.glyphs }
    // Each thread has a face for itself, and the library does not change.
    nonisolated(unsafe) let library = fonts
    let cuts = threads.map(used.count) { index in
      Result<FontSubset, FontError> { () throws(FontError) in
        try library.subset(face: used[index], glyphs: glyphs[index])
      }
    }
    var writers: [FontWriter] = []
    var fontCount = 0
    for (index, face) in used.enumerated() {
      guard let metrics = fonts.metrics(ofFace: face) else {
        throw PDFError(.font, "没有编号为 \(face) 的字体")
      }
      let subset: FontSubset
      do throws(FontError) {
        subset = try cuts[index].get()
      } catch {
        throw PDFError(.font, error.description)
      }
      faces[face].firstFont = fontCount
      fontCount += faces[face].use.variantCount
      keepCodes(of: subset, glyphs: glyphs[index], face: face)
      writers.append(
        FontWriter(
          subset: subset, metrics: metrics, use: faces[face].use, glyphs: glyphs[index],
          texts: texts))
    }
    return writers
  }

  private mutating func keepCodes(of subset: FontSubset, glyphs: [UInt32], face: Int) {
    let size = Int(glyphs.last ?? 0) + 1
    var codes = [UInt16](repeating: 0, count: size)
    var widths = [Int32](repeating: 0, count: size)
    for (index, glyph) in glyphs.enumerated() {
      codes[Int(glyph)] = subset.codes[index]
      widths[Int(glyph)] = Int32(clamping: subset.widths[index])
    }
    faces[face].codes = codes
    faces[face].widths = widths
  }

  /// The keys of a run that was seen before.
  mutating func keys(of run: GlyphRun) -> [GlyphTexts.Key] { texts.keys(of: run) }
}

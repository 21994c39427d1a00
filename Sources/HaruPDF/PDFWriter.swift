internal import Compression
public import ReportLayout
public import Typography

/// Writes a laid-out document as PDF: PDF 1.7, tagged, with embedded fonts; by default PDF/A-2a
/// (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
public enum PDFWriter {
  /// The bytes of the file. The same document, faces and options give the same bytes.
  ///
  /// - Parameter fonts: the set that the runs of the document were shaped with.
  /// - Throws: ``PDFError`` when a run shows a character without glyph, when a face cannot be
  ///   embedded, or when the document contradicts itself.
  public static func write(
    _ document: PagedDocument, fonts: inout FontSet, options: PDFOptions = PDFOptions()
  ) throws(PDFError) -> [UInt8] {
    guard !document.frames.isEmpty else { throw PDFError(.document, "文档一页也没有") }
    fonts.releaseMemory()
    var haru = try HaruDocument()
    let deflater = Deflater(level: options.compressionLevel)
    let pages = try writePages(of: document, fonts: fonts, options: options, into: &haru)
    try OutlineWriter.write(document, pages: pages, into: haru)
    let metadata = MetadataWriter(document: document, options: options)
    let information = try metadata.writeInformation(into: haru)
    try writeCatalogue(
      of: document, metadata: metadata, options: options, into: haru, deflater: deflater)
    try AttachmentWriter(attachments: options.attachments, date: options.date)
      .write(into: haru, deflater: deflater)
    return try ObjectStreamWriter.file(
      of: haru, information: information, level: options.compressionLevel,
      threads: options.threads)
  }

  /// Writes fonts, pages with their annotations, and the structure tree.
  private static func writePages(
    of document: PagedDocument, fonts: FontSet, options: PDFOptions,
    into haru: inout HaruDocument
  ) throws(PDFError) -> [HaruDocument.Object] {
    var embedded = try EmbeddedFonts(of: document)
    let writers = try embedded.cut(from: fonts, threads: options.threads)
    var tags = try TagTree(of: document)
    let drawn = DrawnDocument(
      document, fonts: embedded, writers: writers, tags: tags.owners, options: options)
    var fontResources: [(String, HaruValue)] = []
    for (writer, streams) in zip(writers, drawn.fonts) {
      for font in try writer.write(streams, into: haru) {
        fontResources.append(("F\(fontResources.count)", .object(font)))
      }
    }
    let resources = try haru.object(["Font": .dictionary(fontResources)])
    // All pages first: links point forwards.
    var pages: [HaruDocument.Object] = []
    for frame in document.frames {
      pages.append(
        try haru.page(width: frame.width, height: frame.height, resources: resources))
    }
    var annotations = try writeContents(
      drawn.pages, of: document, pages: pages, tags: &tags, into: haru)
    tags.finish()
    let marks = try AnnotationWriter(frames: document.frames, date: options.date)
      .write(options.annotations, into: haru)
    for (index, mark) in marks.enumerated() {
      let key = pages.count + tags.links.count + index
      try haru.set(mark.object, "StructParent", .integer(key))
      annotations[mark.page].append(mark.object)
    }
    for (page, objects) in zip(pages, annotations) where !objects.isEmpty {
      try haru.set(page, "Annots", .array(objects.map(HaruValue.object)))
    }
    var structure = try StructureWriter(
      tags: tags, pages: pages, heights: document.frames.map(\.height), marks: marks,
      document: haru)
    try structure.write(into: &haru)
    return pages
  }

  /// - Returns: the links of each page.
  private static func writeContents(
    _ drawn: [DrawnDocument.Page], of document: PagedDocument, pages: [HaruDocument.Object],
    tags: inout TagTree, into haru: borrowing HaruDocument
  ) throws(PDFError) -> [[HaruDocument.Object]] {
    let links = LinkWriter(document: document, pages: pages)
    var annotations: [[HaruDocument.Object]] = []
    for (page, drawn) in drawn.enumerated() {
      let (content, contents) = try drawn.get()
      try haru.setContent(content, of: pages[page])
      tags.add(contents, page: page)
      try haru.set(pages[page], "StructParents", .integer(page))
      try haru.set(pages[page], "Tabs", .name("S"))
      annotations.append(try links.write(page: page, tags: &tags, into: haru))
    }
    return annotations
  }

  private static func writeCatalogue(
    of document: PagedDocument, metadata: MetadataWriter, options: PDFOptions,
    into haru: borrowing HaruDocument, deflater: borrowing Deflater
  ) throws(PDFError) {
    let catalog = haru.catalog
    try haru.set(catalog, "Lang", .bytes(Array(options.language.utf8)))
    try haru.set(catalog, "MarkInfo", .dictionary([("Marked", .boolean(true))]))
    try haru.set(
      catalog, "ViewerPreferences", .dictionary([("DisplayDocTitle", .boolean(true))]))
    try haru.set(catalog, "PageLabels", PageLabels.value(for: document.frames))
    // Left plain, so that programs that know nothing of PDF can find it.
    let packet = try haru.stream(
      metadata.packet, isDeflated: false, ["Type": .name("Metadata"), "Subtype": .name("XML")])
    try haru.set(catalog, "Metadata", .object(packet))
    let profile = try haru.stream(
      deflater.compress(ColourProfile.sRGB), isDeflated: true, ["N": .integer(3)])
    let intent = HaruValue.dictionary([
      ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFA1")),
      ("OutputConditionIdentifier", .bytes(Array("sRGB".utf8))),
      ("Info", .bytes(Array("sRGB IEC61966-2.1".utf8))), ("DestOutputProfile", .object(profile)),
    ])
    try haru.set(catalog, "OutputIntents", .array([intent]))
  }
}

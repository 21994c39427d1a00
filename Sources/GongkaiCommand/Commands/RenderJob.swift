internal import FiscalModel
internal import FiscalStandards
internal import HaruPDF
internal import ReportLayout
internal import Typography

/// Prints one document as a PDF file.
struct RenderJob: Sendable {
  /// A document and where its PDF goes; nil for standard output.
  struct Task: Sendable {
    var document: Document
    var output: String?
  }

  /// What became of a document.
  enum Outcome: Sendable {
    /// Written to a file of so many pages.
    case written(path: String, pages: Int, notes: [String])
    /// To be written to standard output.
    case bytes([UInt8], notes: [String])
    case failed(message: String)
  }

  /// What is wanted beyond the pages themselves.
  struct Wishes: Sendable {
    var date: PDFDate?
    var attachesData = false
    var watermark: String?
    /// The only pages wanted; nil for all. 0-based.
    var pages: [Range<Int>]?
    /// Those of a restricted copy; nil for a free one.
    var passwords: Passwords?
  }

  /// How many missing characters are told.
  private static let toldCharacters = 10

  private let reader: DocumentReader
  private let style: PageStyle
  private let fonts: FontSource
  private let wishes: Wishes

  init(_ invocation: Invocation, style: PageStyle, wishes: Wishes) throws {
    reader = try DocumentReader(invocation)
    fonts = try invocation.fontSource()
    self.style = style
    self.wishes = wishes
  }

  @Sendable func outcome(_ task: Task) -> Outcome {
    do {
      return try print(task)
    } catch {
      return .failed(message: "\(error)")
    }
  }

  private func print(_ task: Task) throws -> Outcome {
    let bound = try reader.read(task.document)
    var typesetter = ReportTypesetter(style: style, shaper: try fonts.fontSet())
    var document = typesetter.typeset(bound.report)
    guard typesetter.missing.isEmpty else {
      throw CommandError(message(of: typesetter.missing, in: bound.report))
    }
    if let pages = wishes.pages { document = try excerpt(document, pages) }
    if let words = wishes.watermark {
      let missing = typesetter.stamp(words, on: &document)
      if let first = missing.first { throw CommandError("所有字体都没有水印里的“\(first)”") }
    }
    var fontSet = typesetter.shaper
    var bytes = try PDFWriter.write(document, fonts: &fontSet, options: options(bound.report))
    if let passwords = wishes.passwords {
      bytes = try RestrictedCopy.bytes(of: bytes, passwords)
    }
    guard let output = task.output else { return .bytes(bytes, notes: bound.notes) }
    let inputs = bound.report.sources.map(\.path) + task.document.paths
    try OutputFile(path: output).write(bytes, sparing: inputs)
    return .written(path: output, pages: document.frames.count, notes: bound.notes)
  }

  private func excerpt(
    _ document: PagedDocument, _ pages: [Range<Int>]
  ) throws(CommandError) -> PagedDocument {
    let excerpt = document.excerpt(pages: pages)
    guard !excerpt.frames.isEmpty else {
      throw CommandError("--pages 指的页都没有，全文共 \(document.frames.count) 页")
    }
    return excerpt
  }

  private func options(_ report: Report) -> PDFOptions {
    var options = PDFOptions()
    options.date = wishes.date
    if wishes.attachesData { options.attachments = DataAttachments.make(of: report) }
    // Archives take neither what is locked nor what is torn out.
    if wishes.passwords != nil || wishes.pages != nil { options.profile = .plain }
    return options
  }

  /// Every place at which a character has no glyph, the first ones in full.
  private func message(of missing: [MissingCharacter], in report: Report) -> String {
    let lines = missing.prefix(Self.toldCharacters).map { item in
      let code = String(item.character.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
      let place = report.location(of: item.text, item.range).words
      return "\(place)：所有字体都没有“\(item.character)”（U+\(padded)）"
    }
    let rest = missing.count - lines.count
    let more = rest > 0 ? ["还有 \(rest) 处缺字"] : []
    let advice = "没有写出 PDF；请在 Fonts/ 里放入有这些字的字体，或改字（gongkai fonts 列出所用字体）"
    return (lines + more + [advice]).joined(separator: "\n")
  }
}

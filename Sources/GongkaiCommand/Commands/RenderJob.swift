internal import FiscalModel
internal import FiscalText
internal import HaruPDF
internal import ReportLayout

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

  private let reader: DocumentReader
  private let printer: PagePrinter
  private let wishes: Wishes
  private let threads: Threads

  /// - Parameter isParallel: whether several processors may work on one document.
  init(
    _ invocation: Invocation, style: PageStyle, wishes: Wishes, isParallel: Bool
  ) throws {
    threads = Threads(isParallel: isParallel)
    var reader = try DocumentReader(invocation)
    reader.threads = threads
    self.reader = reader
    printer = PagePrinter(style: style, fonts: try invocation.fontSource())
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
    // While the report is read, the faces are opened.
    let (read, faces) = threads.both {
      Result { try reader.read(task.document) }
    } _: {
      Result { try printer.faces() }
    }
    let bound = try read.get()
    let printed = try printer.print(
      bound.report, faces: try faces.get(), options: options(bound.report)
    ) {
      (typesetter, document) throws(CommandError) in
      if let pages = wishes.pages { document = try excerpt(document, pages) }
      guard let words = wishes.watermark else { return }
      let missing = typesetter.stamp(words, on: &document)
      if let first = missing.first { throw CommandError("所有字体都没有水印里的“\(first)”") }
    }
    var bytes = printed.bytes
    if let passwords = wishes.passwords {
      bytes = try RestrictedCopy.bytes(of: bytes, passwords)
    }
    guard let output = task.output else { return .bytes(bytes, notes: bound.notes) }
    let inputs = bound.report.sources.map(\.path) + task.document.paths
    try OutputFile(path: output).write(bytes, sparing: inputs)
    return .written(path: output, pages: printed.pages, notes: bound.notes)
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
    options.threads = threads
    options.date = wishes.date
    if wishes.attachesData { options.attachments = DataAttachments.make(of: report) }
    // Archives take neither what is locked nor what is torn out.
    if wishes.passwords != nil || wishes.pages != nil { options.profile = .plain }
    return options
  }
}

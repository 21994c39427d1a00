internal import FiscalModel
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

  private let reader: DocumentReader
  private let printer: PagePrinter
  private let date: PDFDate?

  init(_ invocation: Invocation, style: PageStyle, date: PDFDate?) throws {
    reader = try DocumentReader(invocation)
    printer = PagePrinter(style: style, fonts: try invocation.fontSource())
    self.date = date
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
    var options = PDFOptions()
    options.date = date
    let printed = try printer.print(bound.report, options: options)
    guard let output = task.output else { return .bytes(printed.bytes, notes: bound.notes) }
    let inputs = bound.report.sources.map(\.path) + task.document.paths
    try OutputFile(path: output).write(printed.bytes, sparing: inputs)
    return .written(path: output, pages: printed.pages, notes: bound.notes)
  }
}

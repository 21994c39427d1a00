internal import FiscalModel
internal import HaruPDF
internal import ReportLint
internal import ReportReview

/// What is made of one document for the files of reviewers, while documents are worked on side
/// by side.
struct DocumentReview: Sendable {
  var part: ReviewPart?
  var summary: DocumentSummary
  /// The bytes of the sign-off sheet.
  var signOff: [UInt8]?
  /// The bytes of the copy with marks.
  var annotated: [UInt8]?

  /// - Parameter number: which document it is, from 0.
  init(
    _ options: ReviewOptions, result: LintResult, report: Report, document: Document, number: Int
  ) throws {
    summary = DocumentSummary(result, digest: nil)
    if let file = options.annotate {
      annotated = try Annotator(
        result: result, report: report, printer: options.copyPrinter, date: options.date
      ).annotate(as: file.path)
    }
    guard options.needsProofs else { return }
    let files = try Self.digests(of: report)
    if options.report != nil {
      let digest = files.count == 1 ? files.first?.digest : nil
      part = ReviewPart(result, report: report, number: number, digest: digest)
    }
    if let file = options.signOff, let printer = options.sheetPrinter {
      signOff = try Self.sheet(
        SignOffSheet(result, files: files), file, printer, date: options.date)
    }
  }

  /// The files of a document with their digests.
  private static func digests(of report: Report) throws -> [(path: String, digest: String)] {
    try report.sources.filter { FileSystem.isFile($0.path) }.map { source in
      (source.path, SHA256.hexadecimal(of: try FileSystem.read(source.path)))
    }
  }

  private static func sheet(
    _ sheet: SignOffSheet, _ file: OutputFile, _ printer: PagePrinter, date: PDFDate?
  ) throws -> [UInt8] {
    guard file.path.lowercased().hasSuffix(".pdf") else { return SignOffHTML.bytes(sheet) }
    var sheet = sheet
    sheet.unprintable = try printer.unprintable(in: sheet.report)
    var options = PDFOptions()
    options.date = date
    return try printer.print(
      sheet.report, title: SignOffSheet.title, options: options
    ).bytes
  }
}

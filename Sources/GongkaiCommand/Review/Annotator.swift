internal import FiscalModel
internal import HaruPDF
internal import ReportLint
internal import ReportReaders
internal import ReportReview

/// Makes a copy of one of a document's files with the findings marked in it.
struct Annotator {
  let result: LintResult
  let report: Report
  /// Prints what is no PDF, and the notes in the margins of a PDF.
  let printer: PagePrinter?
  let date: PDFDate?

  /// - Parameter output: its ending says what kind of file is wanted.
  func annotate(as output: String) throws -> [UInt8] {
    let ending = Self.ending(of: output)
    guard let file = report.sources.firstIndex(where: { Self.ending(of: $0.path) == ending })
    else {
      if let printer { return try printed(ReviewNote.notes(result), printer) }
      throw CommandError("\(result.path)：没有 .\(ending) 文件可以批注")
    }
    let path = report.sources[file].path
    let notes = ReviewNote.notes(result)
    switch ending {
    case "pdf":
      return try PDFAnnotator(path: path, original: FileSystem.read(path), printer: printer)
        .annotate(
          PDFMarks(notes, file: file, path: path))
    case "xlsx": return try workbook(path, notes)
    default: return try word(path, notes)
    }
  }

  /// A printed copy of a document that is no PDF, marked.
  private func printed(_ notes: [ReviewNote], _ printer: PagePrinter) throws -> [UInt8] {
    var options = PDFOptions()
    options.date = date
    let printed = try printer.print(report, options: options)
    let places = PrintedPlaces(printed.document, report: report)
    return try PDFAnnotator(path: result.path, original: printed.bytes, printer: printer).annotate(
      PDFMarks(notes, places: places))
  }

  private func word(_ path: String, _ notes: [ReviewNote]) throws -> [UInt8] {
    let bytes = try FileSystem.read(path)
    let parts = try PackageParts.read(WordComments.parts, of: bytes, path: path)
    guard
      let copy = WordComments.annotate(bytes, parts: parts, notes: notes, path: path)
    else { throw CommandError("\(path)：Word 文件的结构特殊，无法写入批注") }
    return copy
  }

  private func workbook(_ path: String, _ notes: [ReviewNote]) throws -> [UInt8] {
    let bytes = try FileSystem.read(path)
    let copy = try WorkbookComments.annotate(bytes, notes: notes, path: path) { name in
      try PackageParts.read([name], of: bytes, path: path)[name]
    }
    guard let copy else { throw CommandError("\(path)：Excel 文件的结构特殊，无法写入批注") }
    return copy
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }
}

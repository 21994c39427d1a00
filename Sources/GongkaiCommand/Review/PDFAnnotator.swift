internal import FiscalModel
internal import Glibc
internal import HaruPDF
internal import ReportLayout
internal import ReportReview

/// Makes a copy of a PDF with marks on its pages, through `mutool`, which the reader uses too.
struct PDFAnnotator {
  /// The file, for messages.
  let path: String
  let original: [UInt8]

  /// Prints what stands in the margins.
  let printer: PagePrinter?

  /// The bytes of the copy.
  ///
  /// - Throws: a ``CommandError`` that says why there is none.
  func annotate(_ marks: PDFMarks) throws -> [UInt8] {
    guard !marks.isEmpty else { return original }
    let folder = try Self.temporaryFolder()
    defer { Self.remove(folder) }
    try AtomicFile.write(original, to: "\(folder)/input.pdf")
    try AtomicFile.write(marks.json(), to: "\(folder)/marks.json")
    if let printer { try addNotes(marks, printer, in: folder) }
    return try run(PDFMarks.script, in: folder)
  }

  /// Prints notes for the margins that have room, and adds their places to the file of marks.
  private func addNotes(_ marks: PDFMarks, _ printer: PagePrinter, in folder: String) throws {
    let margins = PageMargin.margins(try run(PageMargin.script, in: folder))
    let notes = MarginNotes(marks, margins: margins)
    let files = notes.sheets.indices.map { "\(folder)/notes\($0).pdf" }
    var printed: [PagedDocument?] = []
    for (index, sheet) in notes.sheets.enumerated() {
      guard !sheet.report.parts.isEmpty else {
        printed.append(nil)
        continue
      }
      let setter = PagePrinter(style: notes.style(of: index), fonts: printer.fonts)
      // A message that quotes a character without glyph is no reason to mark nothing.
      let copy = try? setter.print(sheet.report, options: PDFOptions()) { _, document in
        document.untag()
      }
      if let copy { try AtomicFile.write(copy.bytes, to: files[index]) }
      printed.append(copy?.document)
    }
    try AtomicFile.write(
      marks.json(places: notes.places(printed), sheets: files), to: "\(folder)/marks.json")
  }

  /// Runs a script on the file and its marks, and returns what it wrote.
  private func run(_ script: String, in folder: String) throws -> [UInt8] {
    let files = ["script.js", "input.pdf", "marks.json", "output"].map { "\(folder)/\($0)" }
    try AtomicFile.write([UInt8](script.utf8), to: files[0])
    switch ChildProcess(program: "mutool").run(["run"] + files) {
    case .ended(0): break
    case .ended(3): throw CommandError("\(path)：PDF 加了密码，请去掉密码后再批注")
    case .missing: throw CommandError("批注 PDF 需要 mutool（Debian 的 mupdf-tools）")
    case .timedOut: throw CommandError("\(path)：批注 PDF 用时过长，没有完成")
    case .ended: throw CommandError("\(path)：PDF 损坏或不完整，无法批注")
    }
    return try FileSystem.read(files[3])
  }

  private static func temporaryFolder() throws -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(base)/gongkai-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandError("\(base)：无法新建临时文件夹：\(systemReason())")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func remove(_ folder: String) {
    for name in (try? FileSystem.names(folder)) ?? [] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}

extension PagedDocument {
  /// Makes all that is drawn decoration: a note's look is no part of a document's tag tree.
  fileprivate mutating func untag() {
    elements = Array(elements.prefix(1))
    for page in frames.indices {
      for index in frames[page].items.indices {
        if case .beginContent = frames[page].items[index] {
          frames[page].items[index] = .beginArtifact
        }
      }
    }
  }
}

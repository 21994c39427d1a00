internal import FiscalModel
internal import Glibc
internal import ReportReview

/// Makes a copy of a PDF with marks on its pages, through `mutool`, which the reader uses too.
struct PDFAnnotator {
  /// The file, for messages.
  let path: String
  let original: [UInt8]

  /// The bytes of the copy.
  ///
  /// - Throws: a ``CommandError`` that says why there is none.
  func annotate(_ marks: PDFMarks) throws -> [UInt8] {
    guard let json = marks.json else { return original }
    let folder = try Self.temporaryFolder()
    defer { Self.remove(folder) }
    let files = ["script.js", "marks.json", "copy.pdf", "input.pdf"].map { "\(folder)/\($0)" }
    try AtomicFile.write([UInt8](PDFMarks.script.utf8), to: files[0])
    try AtomicFile.write(json, to: files[1])
    try AtomicFile.write(original, to: files[3])
    switch ChildProcess(program: "mutool").run(["run", files[0], files[3], files[1], files[2]]) {
    case .ended(0): break
    case .ended(3): throw CommandError("\(path)：PDF 加了密码，请去掉密码后再批注")
    case .missing: throw CommandError("批注 PDF 需要 mutool（Debian 的 mupdf-tools）")
    case .timedOut: throw CommandError("\(path)：批注 PDF 用时过长，没有完成")
    case .ended: throw CommandError("\(path)：PDF 损坏或不完整，无法批注")
    }
    return try FileSystem.read(files[2])
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

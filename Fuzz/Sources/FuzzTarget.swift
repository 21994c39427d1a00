internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import Glibc
internal import ReportLint
internal import TestSupport

@testable import ReportReaders

/// What a fuzzer can feed with bytes. Whatever they are, reading ends in a report or in a
/// ``ReadError``, and checking in findings: a trap, a hang or memory without end is a finding of the
/// fuzzer's.
enum FuzzTarget: String, CaseIterable {
  /// The text scanner and all that follows it, to the source format and back.
  case text
  /// A `disclosure.md`.
  case markdown
  /// A .csv file, and a table file of the source format.
  case csv
  /// A zip archive and the XML in it.
  case zip
  /// A Word and an Excel file whose parts are the input; see ``FuzzPackage``.
  case docx, xlsx
  /// The output of `mutool trace`.
  case trace
  /// A text, bound to its layout, its flattened tables put back into columns, and checked.
  case lint

  /// Whether inputs are texts, to be changed by lines too.
  var isOfLines: Bool { self == .text || self == .lint }

  func run(_ bytes: [UInt8]) {
    do throws(ReadError) {
      try read(bytes)
    } catch {
      precondition(!error.message.isEmpty)
    }
  }

  private func read(_ bytes: [UInt8]) throws(ReadError) {
    switch self {
    case .text: try readText(bytes)
    case .markdown:
      let text = try Self.text(bytes, path: "disclosure.md")
      use(try SourceReader.report(text, options: ReadOptions()))
    case .csv: try readTables(bytes)
    case .zip: try readArchive(bytes)
    case .docx:
      let package = FuzzPackage.archive(bytes)
      assemble(try DocxReader().read(bytes: package, path: "a.docx", source: 0))
    case .xlsx:
      let package = FuzzPackage.archive(bytes)
      assemble(try XlsxReader().read(bytes: package, path: "a.xlsx", source: 0))
    case .trace:
      var scanner = TraceScanner()
      let half = bytes.count / 2
      scanner.scan(bytes[..<half])
      scanner.scan(bytes[half...])
      assemble(DocumentBuilder(source: 0).blocks(scanner.pages))
    case .lint: try lint(bytes)
    }
  }

  private static let layouts: LayoutLibrary = {
    let path = getenv("GONGKAI_LAYOUTS").map { String(cString: $0) } ?? "Layouts"
    do {
      return try LayoutLibrary(path: path)
    } catch {
      fatalError("\(error)")
    }
  }()

  private func lint(_ bytes: [UInt8]) throws(ReadError) {
    let path = "a.txt"
    Self.write(bytes, to: path)
    let report = try ReportReader(options: ReadOptions(library: Self.layouts)).read(paths: [path])
    do throws(LayoutError) {
      let layout = try ReportBinder(Self.layouts).layout(for: report)
      _ = try Linter().lint(report, layout: layout, path: path)
    } catch {
      fatalError("\(error)")
    }
    use(report)
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
    defer { fclose(file) }
    precondition(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  private static func text(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceText {
    SourceText(path: path, bytes: try TextDecoding.utf8(bytes, path: path))
  }

  private func readText(_ bytes: [UInt8]) throws(ReadError) {
    assemble(TextReader.blocks(of: try Self.text(bytes, path: "a.txt"), source: 0))
  }

  private func readTables(_ bytes: [UInt8]) throws(ReadError) {
    let text = try Self.text(bytes, path: "表.csv")
    do throws(ReadError) {
      let table = try TableFile.table(text, source: 0, id: "公开01", form: nil, entity: nil)
      _ = TableFileWriter.file(table)
    } catch {
      precondition(error.place != nil)
    }
    assemble(try CSVReader().read(bytes: bytes, path: "a.csv", source: 0))
  }

  private func readArchive(_ bytes: [UInt8]) throws(ReadError) {
    var archive = try ZipArchive(path: "a.zip", bytes: bytes)
    for name in ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "a"] {
      guard let part = try archive.read(name) else { continue }
      _ = try XMLTree(path: "a.zip", part: name, bytes: part)
    }
  }

  private func assemble(_ blocks: [RawBlock]) {
    use(Assembler.report(of: blocks, sources: [ReportSource(path: "a")]))
  }

  /// What `import` does with a report.
  private func use(_ report: Report) {
    _ = ReportJSON.bytes(report)
    _ = SourceWriter.files(report)
  }
}

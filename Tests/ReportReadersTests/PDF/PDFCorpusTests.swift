import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// Compares what is read from real disclosures with keys that were read off pictures of the pages.
@Suite(
  "PDF corpus",
  .enabled(if: PDFFixture.hasCorpus, "the corpus is not beside the checkout (../shared)"))
struct PDFCorpusTests {
  /// A cell by its place and its text without spaces.
  private struct KeyCell: Hashable {
    let row: Int
    let column: Int
    let text: String
  }

  @Test(
    "At least 99.5 % of the cells stand in their row and column, and none beyond",
    arguments: [
      "H02-14-1", "H02-15-1", "H02-17-1", "H08-12-1", "H08-13-1", "H08-21-1", "H18-7-1",
      "H18-11-1", "H18-12-1", "H18-20-1", "H18-20-2",
    ])
  func cells(name: String) throws {
    let parts = name.split(separator: "-").map(String.init)
    let path = try #require(PDFFixture.corpus(parts[0]))
    let page = try #require(Int(parts[1]))
    let number = try #require(Int(parts[2]))
    let tables = try PDFReader().read(path: path, source: 0).pages[page - 1].tables
    let table = try #require(tables.count >= number ? tables[number - 1] : nil)
    let key = try Self.cells(of: Self.key(name))
    let found = Self.cells(of: table.grid)
    #expect(!key.isEmpty)
    #expect(Double(key.intersection(found).count) >= 0.995 * Double(key.count))
    #expect(found.subtracting(key).isEmpty)
  }

  private static func key(_ name: String) throws -> [[String]] {
    let bytes = try Files.read(PDFFixture.path("keys/\(name).tsv"))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func cells(of rows: [[String]]) -> Set<KeyCell> {
    var cells = Set<KeyCell>()
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let dense = String(text.filter { !$0.isWhitespace })
        if !dense.isEmpty { cells.insert(KeyCell(row: row, column: column, text: dense)) }
      }
    }
    return cells
  }

  @Test(
    "Every amount of a page's table is read as a number",
    arguments: ["H02", "H05", "H08", "H10", "H11", "H18", "H26", "H27"])
  func numbers(name: String) throws {
    let path = try #require(PDFFixture.corpus(name))
    let cells = try PDFReader().read(path: path, source: 0).tables.flatMap { $0.rows.joined() }
    let torn = cells.filter { cell in
      let bytes = cell.text.utf8
      let isAmount = !bytes.isEmpty && bytes.allSatisfy { Self.amountBytes.contains($0) }
      return isAmount && bytes.contains { (0x30...0x39).contains($0) } && cell.number == .text
    }
    #expect(torn.map(\.text.string).filter { !Self.isDate($0) }.isEmpty)
  }

  private static let amountBytes = Set("0123456789,.- ".utf8)

  private static func isDate(_ text: String) -> Bool {
    text.split(separator: "-").count == 3
  }

  @Test(
    "Every character that pdftotext prints is read, but for page numbers and running heads",
    .enabled(if: Pdftotext.isAvailable, "pdftotext is not installed (poppler-utils)"),
    arguments: ["H02", "H05", "H08", "H10", "H11", "H18", "H26", "H27"])
  func characters(name: String) throws {
    let path = try #require(PDFFixture.corpus(name))
    let blocks = try PDFReader().read(path: path, source: 0)
    let cells = blocks.tables.flatMap { $0.rows.joined().map(\.text.string) }
    let found = Self.pairs(blocks.texts + cells)
    let lines = try Pdftotext.lines(path)
    let printed = Self.pairs(lines)
    #expect(printed.count > 500)
    let lost = printed.subtracting(found)
    #expect(lost.isEmpty, "lost: \(lost.sorted().prefix(20))")
    let invented = Set(found.joined()).subtracting(lines.joined())
    #expect(invented.isEmpty)
  }

  /// The pairs of ideographs that stand beside each other in a line.
  private static func pairs(_ lines: [String]) -> Set<String> {
    var pairs = Set<String>()
    for line in lines {
      let scalars = Array(line.unicodeScalars)
      for (first, second) in zip(scalars, scalars.dropFirst())
      where isIdeograph(first) && isIdeograph(second) {
        pairs.insert("\(first)\(second)")
      }
    }
    return pairs
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  @Test("Nothing of the running text is uncertain or lost", arguments: ["H02", "H18", "H26"])
  func certainty(name: String) throws {
    let path = try #require(PDFFixture.corpus(name))
    let blocks = try PDFReader().read(path: path, source: 0)
    #expect(!blocks.texts.contains { $0.contains("\u{FFFD}") })
    #expect(blocks.texts.joined().utf8.count > 10_000)
  }
}

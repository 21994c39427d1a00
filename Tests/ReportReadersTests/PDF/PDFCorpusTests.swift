import FiscalModel
import FiscalText
import Foundation
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

  @Test(
    "Whole tables come over their pages with the paths of their heads",
    arguments: [
      ("H02", "收入支出决算总表"), ("H02", "收入决算表"), ("H02", "支出决算表"), ("H02", "财政拨款收入支出决算总表"),
      ("H02", "一般公共预算财政拨款基本支出决算表"), ("H02", "财政拨款“三公”经费支出决算表"), ("H08", "收入预算总表"),
      ("H08", "财政拨款收支预算总表"), ("H08", "一般公共预算支出功能分类预算表"),
      ("H08", "一般公共预算基本支出部门预算经济分类预算表"), ("H08", "“三公”经费和机关运行经费预算表"), ("H18", "收支预算总表"),
      ("H18", "收入预算总表"), ("H18", "财政拨款收支预算总表"), ("H18", "财政拨款基本支出预算表"),
      ("H18", "一般公共预算机关运行经费支出预算表"), ("H18", "“三公”经费、会议费、培训费支出预算表"), ("H18", "政府采购预算表"),
    ])
  func wholeTable(file: String, title: String) throws {
    let path = try #require(PDFFixture.corpus(file))
    let tables = try ReportReader().read(paths: [path]).tables.filter {
      $0.title.map { Self.name(of: $0.string) } == title
    }
    #expect(tables.count == 1)
    let table = try #require(tables.first)
    let key = try Self.key("whole/\(file)-\(title)")
    #expect(table.columns.map { Self.dense($0.name) } == key.first)
    let rows = table.rows.map { row in
      table.columns.indices.map { column in
        row.cells.first { $0.column == column }.map { Self.dense($0.text.string) } ?? ""
      }
    }
    #expect(rows == Array(key.dropFirst()))
  }

  /// A title without the year that some begin with.
  private static func name(of title: String) -> String {
    let dense = Self.dense(title)
    guard let year = dense.firstIndex(of: "年"), dense[..<year].allSatisfy(\.isNumber) else {
      return dense
    }
    let rest = dense[dense.index(after: year)...]
    return String(rest.hasPrefix("部门") ? rest.dropFirst(2) : rest)
  }

  private static func dense(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
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
    "Exactly the characters that pdftotext prints are read, but for the page numbers",
    .enabled(if: Pdftotext.isAvailable, "pdftotext is not installed (poppler-utils)"),
    arguments: [
      "H02", "H05", "H08", "H10", "H11", "H18", "H26_budget_2017_jiangsu_narrative",
      "H26_budget_2017_jiangsu_tables", "H27_budget_2018_jiangsu_narrative",
      "H27_budget_2018_jiangsu_tables",
    ])
  func characters(name: String) throws {
    let path = try #require(PDFFixture.corpus(name))
    let blocks = try PDFReader().read(path: path, source: 0)
    let cells = blocks.tables.flatMap { $0.rows.joined().map(\.text.string) }
    let found = Self.counts(blocks.texts + cells)
    var pages = try Pdftotext.pages(path).map(Self.withoutPageNumber)
    if name == "H08" {
      // Pages 3 and 4 each draw the lines around the break whole and clip what is the other's,
      // which pdftotext does not heed.
      let both = Set(pages[2])
      pages[3].removeAll { both.contains($0) }
    }
    let printed = Self.counts(pages.flatMap(\.self))
    #expect(printed.values.reduce(0, +) > 500)
    #expect(Self.excess(of: printed, over: found) == [:], "lost")
    #expect(Self.excess(of: found, over: printed) == [:], "invented")
  }

  /// The lines of a page but for one of digits and dashes at its start or end.
  private static func withoutPageNumber(_ lines: [String]) -> [String] {
    if let last = lines.last, isPageNumber(last) { return lines.dropLast() }
    if let first = lines.first, isPageNumber(first) { return Array(lines.dropFirst()) }
    return lines
  }

  private static func isPageNumber(_ line: String) -> Bool {
    let digits = dense(line).filter { !"-—－–".contains($0) }
    return !digits.isEmpty && digits.count <= 3 && digits.allSatisfy(\.isNumber)
  }

  /// How often each character stands in some lines, whichever form of it a font has.
  private static func counts(_ lines: [String]) -> [Character: Int] {
    var counts: [Character: Int] = [:]
    for character in lines.joined().precomposedStringWithCompatibilityMapping
    where !character.isWhitespace {
      counts[character, default: 0] += 1
    }
    return counts
  }

  private static func excess(
    of counts: [Character: Int], over other: [Character: Int]
  ) -> [Character: Int] {
    counts.reduce(into: [:]) { excess, entry in
      let more = entry.value - other[entry.key, default: 0]
      if more > 0 { excess[entry.key] = more }
    }
  }

  @Test("Nothing of the running text is uncertain or lost", arguments: ["H02", "H18", "H26"])
  func certainty(name: String) throws {
    let path = try #require(PDFFixture.corpus(name))
    let blocks = try PDFReader().read(path: path, source: 0)
    #expect(!blocks.texts.contains { $0.contains("\u{FFFD}") })
    #expect(blocks.texts.joined().utf8.count > 10_000)
  }
}

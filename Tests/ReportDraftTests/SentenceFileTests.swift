import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import ReportDraft

struct SentenceFileTests {
  private static let layouts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Layouts").path

  private func layout() throws -> Layout {
    try LayoutLibrary(path: Self.layouts).layout("final-accounts")
  }

  private func read(_ text: String) throws {
    let file = try DataFile(source: SourceText(path: "sentences.txt", bytes: [UInt8](text.utf8)))
    var book = try SentenceBook(try layout())
    try SentenceFileReader(file, layout: try layout()).read(into: &book)
  }

  @Test(arguments: [
    ("[乙 narrative]", 1, 2),
    ("[节 narrative.unknown]\n段：甲", 1, 4),
    ("[节 narrative.totals]\n句：甲", 2, 1),
    ("[节 narrative.totals]\n接：甲", 2, 1),
    ("[节 narrative.totals]\n段 如果：甲", 2, 3),
    ("[节 narrative.totals]\n段 若：公开01!收入/总计", 2, 5),
    ("[节 narrative.totals]\n段：收入{公开01!收入/总计", 2, 5),
    ("[节 narrative.totals]\n段：收入{公开99!合计.合计}", 2, 6),
    ("[节 narrative.totals]\n段：收入{公开05!合计 +}", 2, 15),
    ("[节 narrative.totals]\n段：占{公开05!合计.合计 %}", 2, 5),
    ("[节 narrative.totals]\n段：{公开05!合计.合计 * 公开05!合计.合计}", 2, 4),
    ("[节 narrative.totals]\n段：{比较 公开05!合计.合计；公开05!合计.合计；大于/小于}", 2, 29),
    ("[节 narrative.totals]\n段 逐行：公开05!目.合计 | 甲", 2, 6),
    ("[写法]\n小数：两位", 2, 4),
    ("[写法]\n小数：9", 2, 4),
  ])
  func `what is wrong is told with line and column`(text: String, line: Int, column: Int) {
    let error = #expect(throws: LayoutError.self) { try read(text) }
    #expect(error?.position == TextPosition(line: line, column: column), "\(error as Any)")
  }

  @Test func `a layout without sentences says so`() throws {
    let own = Layout(name: "own", title: "本单位", kind: .budget)
    let error = #expect(throws: LayoutError.self) { try SentenceBook(own) }
    #expect(error?.path == "own/sentences.txt")
  }

  @Test(arguments: [("2", "12.35万元"), ("1", "12.3万元"), ("照表", "12.345678万元")])
  func `a layout says how many decimals amounts have`(word: String, printed: String) throws {
    let file = try DataFile(
      source: SourceText(path: "sentences.txt", bytes: [UInt8]("[写法]\n小数：\(word)".utf8)))
    var book = try SentenceBook(try layout())
    try SentenceFileReader(file, layout: try layout()).read(into: &book)
    let tables = DraftTables(
      TableIndex(Report(), layout: try layout()), unit: book.unit, decimals: book.decimals)
    let value = DraftTables.Value(
      grains: Int128(12_345_678) * Interval.one / 100, unit: .yuan, decimals: 2)
    #expect(try tables.amount(value) == printed)
  }

  @Test func `a list of which the tables tell no part is a blank`() throws {
    let file = try DataFile(
      source: SourceText(
        path: "sentences.txt",
        bytes: [UInt8](
          "[节 narrative.totals]\n段：支出包括：\n项 若：公开01!支出/总计.决算数 | 甲\n接：完。".utf8)))
    var book = try SentenceBook(try layout())
    try SentenceFileReader(file, layout: try layout()).read(into: &book)
    let printer = SentencePrinter(
      book: book, tables: DraftTables(TableIndex(Report(), layout: try layout())),
      words: .init(entity: "某局", year: 2024))
    let section = try #require(book.sections.first { $0.role == "narrative.totals" })
    let templates = section.entries.compactMap { entry in
      if case .paragraph(let paragraph) = entry { paragraph } else { nil }
    }
    #expect(printer.paragraphs(templates, terms: []) == ["支出包括：【请填写：各项的名称和金额】。完。"])
  }

  @Test func `a section of an inheriting file replaces its parent's in its place`() throws {
    var book = try SentenceBook(try layout())
    let roles = book.sections.map(\.role)
    let file = try DataFile(
      source: SourceText(
        path: "sentences.txt", bytes: [UInt8]("[节 narrative.totals]\n段：甲".utf8)))
    try SentenceFileReader(file, layout: try layout()).read(into: &book)
    #expect(book.sections.map(\.role) == roles)
    #expect(book.sections.first { $0.role == "narrative.totals" }?.entries.count == 1)
  }
}

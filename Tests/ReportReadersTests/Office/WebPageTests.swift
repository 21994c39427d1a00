import Glibc
import Testing

@testable import ReportReaders

@Suite("Web pages")
struct WebPageTests {
  private static let page = """
    <!DOCTYPE HTML>
    <html><body BACKGROUND="http://127.0.0.1:9/a.png"><IMG src="http://127.0.0.1:9/b.png">
    <h1>云汀市民政局2024年度部门决算</h1><p>2024年度收、支总计均为100.00万元。</p>
    <table border="1"><tr><td>项目</td><td>决算数</td></tr>
    <tr><td>本年收入合计</td><td>100.00</td></tr></table></body></html>
    """

  @Test(
    "are told by their content",
    arguments: [
      (page, "公开.html", true), (page, "公开.txt", true), (page, "公开.doc", true),
      ("\u{FEFF}<html><p>文</p></html>", "a", true), ("1 < 2，<html>是一种格式", "a.txt", false),
      ("# 云汀市民政局<br>", "a.md", false), ("<note>文</note>", "a.xml", false),
    ])
  func told(_ text: String, _ name: String, _ isPage: Bool) {
    #expect((OfficeFileKind(Array(text.utf8), name: name) == .webPage) == isPage)
  }

  @Test("named as workbooks go the way of workbooks")
  func workbook() {
    #expect(OfficeFileKind(Array(Self.page.utf8), name: "决算表.xls") == .oldSheet)
  }

  @Test("load nothing, and say how they are encoded")
  func selfContained() {
    let text = String(decoding: WebPage.selfContained(Array(Self.page.utf8)), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}<!DOCTYPE"))
    #expect(!text.lowercased().contains("<img") && !text.lowercased().contains("background="))
    let marked = Array("<html><meta charset=gbk><p>文</p></html>".utf8)
    #expect(WebPage.selfContained(marked) == marked)
  }

  @Test(
    "are read through LibreOffice, their tables as tables", .enabled(if: OfficeFixture.hasConverter)
  )
  func read() throws {
    let folder = try TemporaryFolder(for: "公开.html")
    let path = "\(folder.path)/page.html"
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    let bytes = Array(Self.page.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    let dump = OfficeFixture.dump(try DocxReader().read(path: path, source: 0))
    #expect(dump.contains { $0.contains("2024年度收、支总计均为100.00万元。") })
    #expect(dump.contains("| 0:本年收入合计 | 1:100.00"))
    #expect(!dump.contains { $0.contains("<") })
  }

  @Test("as workbooks load nothing either", .enabled(if: OfficeFixture.hasConverter))
  func workbookIsConverted() throws {
    let converted = try OldFormatConverter(path: "决算表.xls", target: "xlsx").convert(
      Array(Self.page.utf8))
    let dump = OfficeFixture.dump(
      try XlsxReader().read(bytes: converted, path: "决算表.xls", source: 0))
    #expect(dump.contains { $0.contains("本年收入合计") && $0.contains("100") })
  }
}

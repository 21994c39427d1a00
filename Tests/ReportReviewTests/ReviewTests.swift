import FiscalModel
import FiscalText
import ReportLint
import TestSupport
import Testing

@testable import OfficeOutput
@testable import ReportReview

struct ReviewTests {
  @Test func `digests are those of the standard`() {
    #expect(
      SHA256.hexadecimal(of: [UInt8]("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.hexadecimal(of: long)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(CRC32.checksum([UInt8]("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@x", "'@x"), ("+1", "'+1"), ("-1,234.56", "\"-1,234.56\""),
    ("-cmd", "'-cmd"), ("a\"b", "\"a\"\"b\""), ("a\nb", "a b"), ("\u{202E}", "\u{FFFD}"),
    (" =1", "' =1"),
  ])
  func `no field of a CSV is a formula`(field: String, written: String) {
    var csv = CSVText()
    csv.row([field])
    #expect(csv.takeBytes() == [0xEF, 0xBB, 0xBF] + [UInt8]("\(written)\r\n".utf8))
  }

  @Test func `HTML and XML hold text as text`() {
    let hostile = "<a href='x'>&\"\u{1}\u{85}\u{202E}\u{2066}é字</a>"
    var html = HTMLText()
    html.text(hostile)
    #expect(
      String(decoding: html.takeBytes(), as: UTF8.self)
        == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}é字&lt;/a&gt;")
    #expect(
      String(decoding: XMLText.escaped("]]>&<\u{8}\u{FFFE}"), as: UTF8.self)
        == "]]&gt;&amp;&lt;\u{FFFD}\u{FFFD}")
  }

  @Test func `a spot is found in its text, and in the text that it is a slice of`() {
    let text = TracedText("合计 12.00 元", place: .paragraph(source: 0, number: 7))
    let other = TracedText("合计 12.00 元", place: .paragraph(source: 0, number: 8))
    let file = TracedText("一二三", place: .text(source: 0, offset: 30))
    let index = TextIndex([text, other, file])
    #expect(index.stretch(Spot(other, 7..<12)) == .init(text: 1, range: 7..<12))
    #expect(index.stretch(Spot(other.slice(7..<12))) == .init(text: 1, range: 7..<12))
    #expect(index.stretch(Spot(file.slice(3..<9), 3..<6)) == .init(text: 2, range: 6..<9))
    #expect(index.stretch(Spot(TracedText("五", place: .text(source: 1, offset: 0)))) == nil)
    #expect(index.stretch(nil) == nil)
  }

  @Test func `an archive keeps what is not replaced`() throws {
    var writer = ZipWriter()
    writer.add("a", [1, 2, 3])
    writer.add("b", [4])
    let directory = try #require(ZipDirectory(writer.finish()))
    let copy = try #require(ZipDirectory(directory.replacing(["b": [5, 6], "c": [7]])))
    let contents = copy.entries.map {
      (String(decoding: $0.name, as: UTF8.self), Array(copy.bytes[$0.packed]))
    }
    #expect(contents.map(\.0) == ["a", "b", "c"])
    #expect(contents.map(\.1) == [[1, 2, 3], [5, 6], [7]])
    #expect(ZipDirectory([UInt8](repeating: 0, count: 100)) == nil)
  }

  @Test func `a comment goes around the runs that hold the quote`() throws {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let body =
      #"<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>收入</w:t></w:r><w:r><w:t>12.</w:t></w:r>"#
      + #"<w:r><w:t>00元</w:t></w:r></w:p>"#
    let document =
      #"<?xml version="1.0"?><w:document xmlns:w="\#(main)"><w:body><w:p/>\#(body)</w:body></w:document>"#
    let types = #"<Types xmlns="t"/>"#
    var writer = ZipWriter()
    writer.add("word/document.xml", [UInt8](document.utf8))
    writer.add("[Content_Types].xml", [UInt8](types.utf8))
    writer.add("word/media/x", [9, 9])
    let text = TracedText("收入12.00元", place: .paragraph(source: 0, number: 2))
    let note = ReviewNote(
      number: 1, severity: .error, location: .paragraph(path: "a.docx", number: 2),
      quote: "12.00元", spot: Spot(text, 6..<14), message: "不符", text: "1．错误 <&>")
    let copy = try #require(
      WordComments.annotate(
        writer.finish(),
        parts: [
          "word/document.xml": [UInt8](document.utf8), "[Content_Types].xml": [UInt8](types.utf8),
        ], notes: [note], path: "a.docx"))
    let directory = try #require(ZipDirectory(copy))
    let parts: [String: String] = Dictionary(
      uniqueKeysWithValues: directory.entries.map {
        (
          String(decoding: $0.name, as: UTF8.self),
          String(
            decoding: $0.header.method == 8
              ? Inflater.inflated(copy[$0.packed]) : Array(copy[$0.packed]), as: UTF8.self)
        )
      })
    let marked = try #require(parts["word/document.xml"])
    #expect(marked.contains(#"收入</w:t></w:r><w:commentRangeStart"#))
    #expect(marked.contains(#"00元</w:t></w:r><w:commentRangeEnd"#))
    #expect(parts["word/comments.xml"]?.contains("1．错误 &lt;&amp;&gt;") == true)
    #expect(parts["[Content_Types].xml"]?.hasSuffix("</Types>") == true)
    #expect(parts["word/_rels/document.xml.rels"]?.contains("Target=\"comments.xml\"") == true)
    #expect(parts["word/media/x"] == "\u{9}\u{9}")
  }
}

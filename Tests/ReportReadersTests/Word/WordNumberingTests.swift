import Testing

@testable import ReportReaders

@Suite("Automatic numbers")
struct WordNumberingTests {
  @Test(
    "Ordinals print in the formats of Word",
    arguments: [
      (12, "chineseCounting", "十二"), (105, "chineseCountingThousand", "一百零五"),
      (10, "japaneseCounting", "十"), (3, "ideographTraditional", "丙"),
      (11, "ideographTraditional", "11"),
      (12, "ideographZodiac", "亥"), (20, "decimalEnclosedCircle", "⑳"),
      (21, "decimalEnclosedCircle", "21"), (2, "decimalEnclosedParen", "⑵"),
      (2, "decimalEnclosedFullstop", "⒉"), (10, "ideographEnclosedCircle", "㊉"),
      (12, "decimalFullWidth", "１２"), (7, "decimalZero", "07"), (28, "upperLetter", "BB"),
      (3, "lowerLetter", "c"), (1994, "upperRoman", "MCMXCIV"), (4, "lowerRoman", "iv"),
      (12, "chineseLegalSimplified", "壹拾贰"), (20, "ideographDigital", "二〇"), (5, "decimal", "5"),
      (5, "somethingNew", "5"), (5, "none", ""), (0, "decimal", "0"),
      (123_456, "chineseCounting", "123456"),
    ])
  func formats(value: Int, format: String, expected: String) {
    #expect(WordNumberFormat.text(value, format: format) == expected)
  }

  private static func level(
    _ index: Int, _ format: String, _ text: String, _ extra: String = ""
  ) -> String {
    "<w:lvl w:ilvl='\(index)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>"
      + "<w:lvlText w:val='\(text)'/>\(extra)</w:lvl>"
  }

  private static let list =
    "<w:abstractNum w:abstractNumId='1'>"
    + level(0, "japaneseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>") + level(3, "bullet", "\u{F06C}")
    + "</w:abstractNum>"

  /// Numbers the paragraphs of (list, level) pairs.
  private func numbers(_ numbering: String, _ items: [(String, Int)], styles: String? = nil)
    throws(ReadError) -> [String]
  {
    let body = items.map { list, level in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr></w:pPr>"
        + "<w:r><w:t>甲</w:t></w:r></w:p>"
    }
    return try lines(numbering, body.joined(), styles: styles)
  }

  private func lines(
    _ numbering: String, _ body: String, styles: String? = nil
  ) throws(ReadError) -> [String] {
    var parts = [
      ("numbering", "<w:numbering \(OfficeFixture.wordNamespaces)>\(numbering)</w:numbering>")
    ]
    if let styles {
      parts.append(("styles", "<w:styles \(OfficeFixture.wordNamespaces)>\(styles)</w:styles>"))
    }
    let bytes = OfficeFixture.word(body, parts: parts)
    return OfficeFixture.dump(try DocxReader().read(bytes: bytes, path: "a.docx", source: 0))
  }

  private func num(_ id: String, _ definition: String = "1", _ extra: String = "") -> String {
    "<w:num w:numId='\(id)'><w:abstractNumId w:val='\(definition)'/>\(extra)</w:num>"
  }

  @Test("Deeper levels start again behind a higher one, higher numbers are shown in them")
  func levels() throws {
    let items = [0, 1, 1, 0, 1, 2, 2, 3].map { ("5", $0) }
    #expect(
      try numbers(Self.list + num("5"), items) == [
        "一、甲", "（一）甲", "（二）甲", "二、甲", "（一）甲", "2.1.1 甲", "2.1.2 甲", "甲",
      ])
  }

  @Test("Lists of one definition count on together; one with a start of its own starts there")
  func overrides() throws {
    let start = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    let items = [("5", 0), ("6", 0), ("7", 0), ("7", 0), ("5", 0)]
    #expect(
      try numbers(Self.list + num("5") + num("6") + num("7", "1", start), items) == [
        "一、甲", "二、甲", "一、甲", "二、甲", "三、甲",
      ])
  }

  @Test("A level can forbid its restart")
  func noRestart() throws {
    let list =
      "<w:abstractNum w:abstractNumId='1'>" + Self.level(0, "decimal", "%1、")
      + Self.level(1, "decimal", "%2．", "<w:lvlRestart w:val='0'/>") + "</w:abstractNum>"
    let items = [0, 1, 0, 1].map { ("5", $0) }
    #expect(try numbers(list + num("5"), items) == ["1、甲", "1．甲", "2、甲", "2．甲"])
  }

  @Test("List 0 and unknown lists, levels and definitions number nothing")
  func unknown() throws {
    let items = [("0", 0), ("99", 0), ("5", 8), ("5", 77), ("5", -1), ("6", 0)]
    #expect(
      try numbers(Self.list + num("5") + num("6", "404"), items)
        == Array(repeating: "甲", count: 6))
  }

  @Test("A style numbers its paragraphs at the level that the list links to it")
  func styles() throws {
    let list =
      "<w:abstractNum w:abstractNumId='1'>"
      + Self.level(0, "decimal", "%1、", "<w:pStyle w:val='h1'/>")
      + Self.level(1, "decimal", "（%2）", "<w:pStyle w:val='h2'/>") + "</w:abstractNum>"
    let styles = """
      <w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>
      """
    let body = ["h1", "h2", "h2", "h1"].map {
      "<w:p><w:pPr><w:pStyle w:val='\($0)'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    }
    #expect(
      try lines(list + num("5"), body.joined(), styles: styles)
        == ["1、甲", "（1）甲", "（2）甲", "2、甲"])
  }

  @Test("A definition that points to a list style is followed once, also in a circle")
  func links() throws {
    let linked = """
      <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="S"/></w:abstractNum>\
      <w:abstractNum w:abstractNumId="3"><w:styleLink w:val="S"/>\(Self.level(0, "decimal", "%1）"))\
      </w:abstractNum><w:abstractNum w:abstractNumId="4"><w:styleLink w:val="T"/>\
      <w:numStyleLink w:val="T"/></w:abstractNum>
      """
    let items = [("5", 0), ("6", 0)]
    #expect(try numbers(linked + num("5", "2") + num("6", "4"), items) == ["1）甲", "甲"])
  }
}

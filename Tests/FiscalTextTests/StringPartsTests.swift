import FiscalText
import Testing

@Suite("Parts of strings")
struct StringPartsTests {
  @Test(
    "A part is found wherever it stands",
    arguments: [
      ("决算公开表", "决算", true), ("决算公开表", "公开表", true), ("决算公开表", "开决", false), ("", "表", false),
      ("表", "", true), ("", "", true), ("aab", "ab", true),
    ])
  func contains(text: String, part: String, isThere: Bool) {
    #expect(text.contains(part) == isThere)
    #expect(text[...].contains(part) == isThere)
  }

  @Test(
    "Every place of a part is replaced, none twice",
    arguments: [
      ("{年}年与{年}年", "{年}", "2024", "2024年与2024年"), ("万万万", "万万", "亿", "亿万"),
      ("a/b", "/", "//", "a//b"), ("无", "有", "无", "无"), ("无", "", "有", "无"), ("“表”", "表", "", "“”"),
    ])
  func replacing(text: String, part: String, other: String, result: String) {
    #expect(text.replacing(part, with: other) == result)
  }
}

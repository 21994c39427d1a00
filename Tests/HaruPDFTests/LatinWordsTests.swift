import Testing
import Typography

@testable import HaruPDF

@Suite struct LatinWordsTests {
  /// The Latin words of a text whose characters are a glyph each.
  private func words(_ text: String) -> [String] {
    var glyphs: [GlyphRun.Glyph] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      glyphs.append(.init(id: 1, advance: 10, cluster: offset))
      offset += String(scalar).utf8.count
    }
    let run = GlyphRun(face: 0, size: 10, glyphs: glyphs, text: Array(text.utf8))
    let parts = LatinWords.parts(of: run) ?? []
    #expect(parts.isEmpty || parts.flatMap { Array($0.glyphs) } == Array(glyphs.indices))
    return parts.filter(\.isLatin).map { part in
      String(String.UnicodeScalarView(Array(text.unicodeScalars)[part.glyphs]))
    }
  }

  @Test func wordsAndAbbreviationsAreFound() {
    #expect(words("建设OA系统和Wi-Fi网络") == ["OA", "Wi-Fi"])
    #expect(words("采用 Swift Package Manager 构建。") == ["Swift Package Manager"])
    #expect(words("PDF/A-2a格式") == ["PDF/A-2a"])
  }

  @Test func numbersAndSingleLettersAreNone() {
    #expect(words("增加1,203.58万元，占98.61%").isEmpty)
    #expect(words("A4纸，a级，甲、乙").isEmpty)
    #expect(words("").isEmpty)
  }
}

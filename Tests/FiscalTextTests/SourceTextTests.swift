import FiscalText
import Testing

@Suite struct SourceTextTests {
  private let text = SourceText(path: "a.txt", bytes: [UInt8]("收入\r\n合计 1.5\n\n末行".utf8))

  @Test func columnsCountCodePoints() {
    #expect(text.position(at: 3) == TextPosition(line: 1, column: 2))
    #expect(text.position(at: 8 + 7) == TextPosition(line: 2, column: 4))
  }

  @Test func linesAreWithoutTheirEnds() {
    let lines = (1...4).map { text.lineRange($0) }.map {
      String(decoding: text.bytes[$0], as: UTF8.self)
    }
    #expect(lines == ["收入", "合计 1.5", "", "末行"])
  }

  @Test func theWidthOfATextIsThatOfATerminal() {
    #expect(terminalWidth("收入 1.5") == 8)
    #expect(terminalWidth("“三公”") == 8)
    #expect(terminalWidth("·e\u{301}") == 3)
  }
}

import FiscalStandards
import FiscalText
import Testing

@Suite struct DataFileTests {
  @Test func readsHeadsEntriesAndComments() throws {
    let file = try data(
      """
      # 说明
      [表 公开01]
      标题：甲 | 乙｜丙
      列 决算数: 金额
      注：
      """)
    #expect(file.sections.count == 1)
    #expect(file.sections[0].keyword.text == "表")
    #expect(file.sections[0].argument?.text == "公开01")
    let entries = file.sections[0].entries
    #expect(entries.map(\.key.text) == ["标题", "列", "注"])
    #expect(entries[0].values.map(\.text) == ["甲", "乙", "丙"])
    #expect(entries[1].argument?.text == "决算数")
    #expect(entries[1].values.map(\.text) == ["金额"])
    #expect(entries[2].values.isEmpty)
  }

  @Test(arguments: [
    ("[表 公开01]\n标题 甲", 2, 1),
    ("标题：甲", 1, 1),
    ("[表 公开01", 1, 8),
    ("[]", 1, 1),
    ("[表 甲]\n标题：甲 | | 乙", 2, 8),
    ("[表 甲]\n：乙", 2, 1),
  ])
  func saysWhereALineIsWrong(text: String, line: Int, column: Int) {
    let error = #expect(throws: LayoutError.self) { try data(text) }
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test func saysWhereAFileIsNoUTF8() {
    let bytes = [UInt8]("[表 甲]\n标题：".utf8) + [0xB1, 0xED]
    let error = #expect(throws: LayoutError.self) {
      try DataFile(source: SourceText(path: "试验.txt", bytes: bytes))
    }
    #expect(error?.position == TextPosition(line: 2, column: 4))
  }
}

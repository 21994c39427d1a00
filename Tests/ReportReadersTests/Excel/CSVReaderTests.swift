import Testing

@testable import ReportReaders

@Suite("Comma-separated values")
struct CSVReaderTests {
  private func dump(_ text: String) throws(ReadError) -> [String] {
    OfficeFixture.dump(
      try CSVReader().read(bytes: Array(text.utf8), path: "表/收入决算表.csv", source: 0))
  }

  @Test("Quotes hold commas, quotes and line ends; line ends may be of any kind")
  func fields() throws {
    #expect(
      try dump("项目,\"金额,元\"\r\n\"甲\"\"乙\"\"\",\"1,234.50\"\n\"丙\n丁\",\n,5") == [
        "收入决算表", "| 0:项目 | 1:金额,元", "| 0:甲\"乙\" | 1:1,234.50", "| 0:丙丁", "| 1:5",
      ])
  }

  @Test("Tabs and semicolons part fields where most lines have them; amounts keep their commas")
  func separators() throws {
    for mark in ["\t", ";"] {
      let lines = ["项目,金额", "甲,\"1,234.50\"", "乙,1"].map { line in
        line.replacing(",", with: mark, maxReplacements: 1)
      }
      #expect(
        try dump(lines.joined(separator: "\n")) == [
          "收入决算表", "| 0:项目 | 1:金额", "| 0:甲 | 1:1,234.50", "| 0:乙 | 1:1",
        ])
    }
    #expect(try dump("项目,说明\n甲,先到;后到\n乙,1").last == "| 0:乙 | 1:1")
  }

  @Test("GB 18030 is read")
  func chineseEncoding() throws {
    // 项目,金额
    let bytes: [UInt8] = [0xCF, 0xEE, 0xC4, 0xBF, 0x2C, 0xBD, 0xF0, 0xB6, 0xEE]
    let blocks = try CSVReader().read(bytes: bytes, path: "a.csv", source: 0)
    #expect(OfficeFixture.dump(blocks) == ["| 0:项目 | 1:金额"])
  }

  @Test(
    "A quotation mark in the wrong place is an error with its line",
    arguments: [
      ("甲,乙\n\"丙,丁\n", "第 2 行第 1 列", "引号没有配对，这个单元格没有结束"),
      ("甲\n乙\n\"丙\"丁", "第 3 行第 4 列", "引号后面应是逗号或行末"),
    ])
  func broken(text: String, place: String, message: String) {
    #expect { try dump(text) } throws: { error in
      (error as? ReadError)?.place == place && (error as? ReadError)?.message == message
    }
  }

  @Test("Only .csv and .tsv files are taken")
  func canRead() {
    #expect(CSVReader.canRead([], name: "A.CSV") && !CSVReader.canRead([], name: "csv.txt"))
    #expect(CSVReader.canRead([], name: "a.tsv") && !CSVReader.canRead([], name: ".csv"))
  }
}

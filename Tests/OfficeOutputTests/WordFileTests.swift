import FiscalModel
import FiscalText
import Testing

@testable import OfficeOutput

struct WordFileTests {
  @Test func `the same report gives the same bytes`() {
    var report = Report()
    report.parts = [Section(heading: "第一部分 概况")]
    let bytes = WordFile.bytes(report)
    #expect(bytes == WordFile.bytes(report))
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }
}

import Testing

@testable import ReportReaders

@Suite("Page numbers")
struct PageNumberShapeTests {
  @Test(
    "Page numbers are known in all their shapes",
    arguments: [
      ("15", 15), ("-15-", 15), ("—3—", 3), ("－８－", 8), ("第7页", 7), ("第7页共30页", 7), ("7/30", 7),
      ("·12·", 12),
    ])
  func shapes(text: String, number: Int) {
    #expect(PageNumberShape([UInt8](text.utf8))?.number == number)
  }

  @Test(
    "Other text is no page number",
    arguments: ["", "2024年", "12.50", "1,024", "-", "—15", "第页", "15%", "99999", "一"])
  func others(text: String) {
    #expect(PageNumberShape([UInt8](text.utf8)) == nil)
  }
}

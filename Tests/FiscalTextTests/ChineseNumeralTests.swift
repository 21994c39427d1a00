import FiscalText
import Testing

@Suite struct ChineseNumeralTests {
  @Test func whatIsPrintedIsReadBack() {
    for value in 0...9_999 {
      let text = ChineseNumeral.text(value)
      let scanned = ChineseNumeral.scan([UInt8](text.utf8), at: 0)
      #expect(scanned?.value == value, "\(text)")
      #expect(scanned?.end == text.utf8.count, "\(text)")
    }
  }

  @Test(arguments: [
    ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("一百零三", 103), ("两", 2), ("二〇二三", 2023),
  ])
  func usualFormsAreRead(_ text: String, _ value: Int) {
    #expect(ChineseNumeral.scan([UInt8](text.utf8), at: 0)?.value == value)
  }

  @Test func otherTextIsNone() {
    #expect(ChineseNumeral.scan([UInt8]("收入".utf8), at: 0) == nil)
  }
}

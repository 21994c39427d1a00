import FiscalText
import TestSupport
import Testing

@Suite("UTF-8 validity")
struct UTF8ValidityTests {
  @Test("agrees with the standard library on random bytes around the bounds of table 3-7")
  func agreesWithTheStandardLibrary() {
    let bounds: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xE4, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        bounds.randomElement(using: &random) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((UTF8Validity.firstInvalidByte(bytes) == nil) == isValid, "\(bytes)")
    }
  }

  @Test(
    "names the first byte of the first broken sequence",
    arguments: [
      ([0xE4, 0xB8, 0xAD, 0xE4, 0xB8], 3), ([0x41, 0xED, 0xA0, 0x80], 1), ([0xC0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)])
  func namesTheBrokenSequence(_ bytes: [UInt8], _ offset: Int) {
    #expect(UTF8Validity.firstInvalidByte(bytes) == offset)
  }
}

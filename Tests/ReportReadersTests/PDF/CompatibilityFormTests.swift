import Testing

@testable import ReportReaders

@Suite("Compatibility forms")
struct CompatibilityFormTests {
  private func resolve(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      for resolved in CompatibilityForm.resolve(scalar.value) { appendUTF8(resolved, to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Radicals become the ideographs that they are printed for")
  func radicals() {
    #expect(resolve("⽉⼊⽀⽬⼈⽔⾏") == "月入支目人水行")
    #expect(resolve("⻓⻚⻋⻅⻔⺠⻘⻩") == "长页车见门民青黄")
    #expect(resolve("⼾⾭⿈") == "户青黄")
  }

  @Test("Compatibility ideographs and ligatures are taken apart")
  func ideographs() {
    #expect(resolve("\u{F9F4}\u{F978}") == "\u{6797}\u{5169}")
    #expect(resolve("ﬁﬂﬀ") == "fiflff")
  }

  @Test("Full-width forms stay, hyphens in disguise and odd spaces do not")
  func punctuation() {
    #expect(resolve("（１２％）") == "（１２％）")
    #expect(resolve("\u{AD}12\u{2011}\u{2010}") == "-12--")
    #expect(resolve("a\u{A0}b\u{200B}c\u{FEFF}") == "a bc")
  }

  @Test("Every table covers its block")
  func completeness() {
    for scalar in UInt32(0x2E80)...0xFAFF where Unicode.Scalar(scalar) != nil {
      #expect(CompatibilityForm.resolve(scalar).count <= 1)
    }
    #expect(CompatibilityForm.resolve(0xFAD9).count == 1)
    #expect(CompatibilityForm.resolve(0x2FD5) == [0x9FA0])
  }
}

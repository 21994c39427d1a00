import FiscalText
import Testing

@Suite struct NumberScannerTests {
  private func tokens(_ text: String) -> [NumberToken] {
    var scanner = NumberScanner([UInt8](text.utf8))
    var tokens: [NumberToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private func only(_ text: String) throws -> NumberToken {
    let tokens = tokens(text)
    try #require(tokens.count == 1, "\(text): \(tokens.count) numbers")
    return tokens[0]
  }

  @Test(arguments: [
    ("10,749.30", "10,749.30"), ("0", "0"), ("3500", "3500"), ("5.5", "5.5"),
    ("1,234,567.89", "1,234,567.89"),
  ])
  func aDecimalNumberIsReadAsPrinted(_ text: String, _ expected: String) throws {
    let token = try only("收入\(text)万元")
    #expect(token.form == .decimal)
    #expect(token.value.description == expected)
  }

  @Test func aFullWidthCommaPartsThousandsOrClauses() throws {
    let token = try only("收入1，799.35万元")
    #expect(token.value.description == "1,799.35")
    #expect(token.isFullWidth)
    #expect(tokens("收、支各120，300万元").count == 2)
    #expect(tokens("接待12，300元").map(\.value.description) == ["12,300"])
    #expect(tokens("编制12，300人").count == 2)
    #expect(tokens("增加2.5，300万元").count == 2)
    #expect(tokens("2023，500万元").count == 2)
  }

  @Test(arguments: ["1,0749.30", "10.749,30", "1,23"])
  func digitsGroupedAsNoNumberIsAreMalformed(_ text: String) throws {
    #expect(try only(text).form == .malformed)
  }

  @Test func aDateIsNoAmount() throws {
    #expect(try only("2023.12.31").form == .dotted)
  }

  @Test func aPercentSignBelongsToTheNumber() throws {
    let token = try only("占99.95%。")
    #expect(token.suffix == .percent)
    #expect(token.range.count == token.digits.count + 1)
  }

  @Test func fullWidthDigitsAreReadAndNoted() throws {
    let token = try only("１２３")
    #expect(token.value.description == "123")
    #expect(token.isFullWidth)
  }

  @Test func everyNumberOfASentenceIsFoundOnce() {
    let values = tokens("1.公务接待费3.36万元，累计4批次、140人，支出1.71万元。").map(\.value.description)
    #expect(values == ["1", "3.36", "4", "140", "1.71"])
  }

  @Test func moreDigitsThanAnAmountHasMakeACode() throws {
    #expect(try only("12345678901234567890").form == .code)
  }

  /// What stands behind the range is not looked at: a comma, and the next group of thousands.
  @Test func rangesThatEndBeforeAnotherWideCommaAreReadToTheirEnd() {
    let bytes = [UInt8]("1，234，567万元".utf8)
    for end in [1, 4, 7, 10, 13] {
      let found = NumberScanner.tokens(bytes, in: 0..<end)
      #expect(found.allSatisfy { $0.range.upperBound <= end })
    }
  }

  @Test func noInputMakesItFailOrRunOn() {
    var generator = SeededGenerator(seed: 4)
    let alphabet: [String] = ["1", "0", ",", ".", "%", "-", "，", "万", "元", "（", "１", "．", " "]
    for _ in 0..<3_000 {
      let text = (0..<12).map { _ in alphabet.randomElement(using: &generator)! }.joined()
      let bytes = text.utf8.count
      var last = 0
      for token in tokens(text) {
        #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes, "\(text)")
        last = token.range.upperBound
      }
      // Nor does a part of it.
      let part = text.prefix(text.count / 2).utf8.count
      let found = NumberScanner.tokens([UInt8](text.utf8), in: 0..<part)
      #expect(found.allSatisfy { $0.range.upperBound <= part }, "\(text)")
    }
  }
}

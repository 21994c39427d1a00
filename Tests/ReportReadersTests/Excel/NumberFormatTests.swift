import Testing

@testable import ReportReaders

@Suite("Number formats")
struct NumberFormatTests {
  private static func printed(_ value: String, _ code: String) -> String? {
    DecimalValue(value).map { NumberFormat(code).text($0) }
  }

  @Test(
    "Numbers print as Excel shows them",
    arguments: [
      ("1234.5", "0.00", "1234.50"), ("1234567.891", "#,##0.00", "1,234,567.89"),
      ("-1234567.891", "#,##0.00", "-1,234,567.89"), ("0", "#,##0.00", "0.00"),
      ("999.995", "#,##0.00", "1,000.00"), ("0.005", "0.00", "0.01"), ("-0.004", "0.00", "0.00"),
      ("1234.5599999999999", "0.00", "1234.56"), ("2.675", "0.00", "2.68"),
      ("0.5", "#.##", ".5"), ("5", "0.#", "5."), ("0", "#", ""), ("12", "000", "012"),
      ("0.98255", "0.00%", "98.26%"), ("1.5", "0%", "150%"),
      ("-5", "0.00_);(0.00)", "(5.00)"), ("5", "0.00_);(0.00)", "5.00"),
      ("-5", "#,##0.00;[Red]-#,##0.00", "-5.00"), ("0", "0.00;-0.00;", ""),
      ("0", "0.00;-0.00;\"-\"", "-"), ("3", ";;;", ""),
      ("1234.5", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1,234.50"),
      ("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"),
      ("12345678", "#,##0,", "12,346"), ("1234567", "0!.0,\"万\"", "123.5万"),
      ("56789", "0\"元\"", "56789元"), ("-7", "¥#,##0", "-¥7"), ("7", "[$¥-804]#,##0.0", "¥7.0"),
      ("150", "[>=100]0\"大\";0\"小\"", "150大"), ("50", "[>=100]0\"大\";0\"小\"", "50小"),
      ("12345", "0.00E+00", "1.23E+04"), ("0.00999999", "0.0E+00", "1.0E-02"),
      ("208", "@", "208"), ("2013201", "0", "2013201"), ("1", "00\\-00", "00-01"),
      ("12345678901", "#,##0", "12,345,678,901"), ("1E+20", "0", "100000000000000000000"),
    ])
  func numbers(value: String, code: String, expected: String) {
    #expect(Self.printed(value, code) == expected)
  }

  @Test(
    "General keeps every digit of an amount and drops the noise of binary arithmetic",
    arguments: [
      ("1234567890.12", "1234567890.12"), ("0.67000000000007276", "0.67"), ("3", "3"),
      ("0.1", "0.1"), ("-0.30000000000000004", "-0.3"), ("100000.12999999999", "100000.13"),
      ("1.2E-7", "0.00000012"), ("123456789012", "123456789012"), ("0", "0"), ("-0", "0"),
    ])
  func general(value: String, expected: String) {
    #expect(Self.printed(value, "General") == expected)
  }

  @Test(
    "Days and times print as dates",
    arguments: [
      ("45369", "yyyy/m/d", "2024/3/18"), ("45369", "yyyy\"年\"m\"月\"d\"日\"", "2024年3月18日"),
      ("45657.75", "yyyy-mm-dd hh:mm", "2024-12-31 18:00"), ("1", "yyyy-mm-dd", "1900-01-01"),
      ("59", "m/d", "2/28"), ("60", "m/d", "2/29"), ("61", "m/d", "3/1"),
      ("45369.5", "上午/下午h\"时\"mm\"分\"", "下午12时00分"), ("45369", "aaaa", "星期一"),
      ("1.5", "[h]:mm", "36:00"), ("45369", "yy.m", "24.3"), ("-1", "yyyy", ""),
      ("3000000", "yyyy", ""), ("0.999999999", "h:mm:ss", "0:00:00"),
    ])
  func dates(value: String, code: String, expected: String) {
    #expect(Self.printed(value, code) == expected)
  }

  @Test("Dates of 1904 workbooks start four years and a day later")
  func dates1904() throws {
    let value = try #require(DecimalValue("43907"))
    #expect(NumberFormat("yyyy-mm-dd aaa").text(value, uses1904: true) == "2024-03-18 一")
  }

  @Test("Text is printed as it is, or by the text section")
  func text() {
    #expect(NumberFormat("0.00").text("合计") == "合计")
    #expect(NumberFormat("0;0;0;\"（\"@\"）\"").text("合计") == "（合计）")
    #expect(NumberFormat(";;;").text("合计") == "")
  }

  @Test(
    "What is no number is not taken for one",
    arguments: ["", "-", ".", "1.2.3", "1e", "0x10", "1,234", "NaN", "1e999", "1E+1000000", "１"])
  func noNumbers(text: String) {
    #expect(DecimalValue(text) == nil)
  }

  @Test("No format code can break the printing")
  func anyCode() {
    var generator = SeededGenerator(seed: 20_240_318)
    let alphabet = Array("0#?.,%E+-;@\"\\_*[]()ymdhsaAMP/$<>=1 年General")
    let values = ["0", "-1.5", "1234567.891", "1E+300", "45369.5", "-0.0001"].compactMap(
      DecimalValue.init)
    for _ in 0..<20_000 {
      let code = String(
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let format = NumberFormat(code)
      for value in values { #expect(format.text(value).utf8.count < 2000) }
    }
  }
}

import FiscalModel
import FiscalText
import Foundation
import ReportLint
import ReportReview
import Testing

struct FullReporterTests {
  @Test func `a finding is shown with its line, carets, arithmetic, proof and advice`() {
    let expected = """
      决算/说明.txt:2:36 错误[NN17] 完成预算的百分比与数字不符
        |
      2 | 支出决算为1,511.37万元，年初预算为8.61万元，完成年初预算的359.85%。
        |                                                           ^^^^^^^
        = 现为 359.85%，可能应为 35,985.00%
        = 计算：1511.37 / 4.20
        = 依据：支出决算数“1,511.37”（第 2 行）
        = 建议：核对年初预算数。

      决算/说明.txt：1 个错误
      3 个数字：1 相符，1 矛盾，1 未核对，0 不适用

      """
    #expect(SampleResult.print(FullReporter()) == expected)
  }

  @Test func `carets under Chinese characters are two columns wide`() {
    var result = SampleResult.result
    result.findings[0].location = SampleResult.location(line: 1, column: 3, length: 4)
    let text = SampleResult.print(FullReporter())
    let moved = SampleResult.print(FullReporter(), [result])
    #expect(moved.contains("1 | 一、支出情况\n  |     ^^^^^^^^\n"))
    #expect(!text.contains("1 | 一、支出情况"))
  }

  @Test func `a long line is cut around the place, and the carets still stand under it`() throws {
    let filler = String(repeating: "甲", count: 400)
    var result = SampleResult.result
    let source = SampleResult.source("\(filler)12.5%\(filler)")
    result.sources[0].text = source
    result.findings[0].location = SampleResult.location(line: 1, column: 401, length: 5)
    let lines = SampleResult.print(FullReporter(), [result]).split(separator: "\n")
    let excerpt = try #require(lines.first { $0.hasPrefix("1 | ") })
    let carets = try #require(lines.first { $0.contains("^") })
    #expect(excerpt.hasPrefix("1 | …甲") && excerpt.hasSuffix("甲…"))
    let start = try #require(excerpt.range(of: "12.5%")).lowerBound
    #expect(terminalWidth(String(excerpt[..<start])) == carets.prefix { $0 != "^" }.count)
    #expect(terminalWidth(String(excerpt)) < 110)
  }

  @Test func `a place over several lines is marked on each`() {
    var result = SampleResult.result
    result.findings[0].location = .text(
      path: SampleResult.path, start: TextPosition(line: 1, column: 5),
      end: TextPosition(line: 2, column: 3))
    let text = SampleResult.print(FullReporter(), [result])
    #expect(text.contains("1 | 一、支出情况\n  |         ^^^^\n2 | 支出决算为"))
    #expect(text.contains("\n  | ^^^^\n  ="))
  }

  @Test func `a place outside of the text is shown without failing`() {
    for position in [(0, 0), (1, 99), (99, 1), (2, 0)] {
      var result = SampleResult.result
      result.findings[0].location = .text(
        path: SampleResult.path, start: TextPosition(line: position.0, column: position.1),
        end: TextPosition(line: position.0, column: position.1))
      #expect(SampleResult.print(FullReporter(), [result]).contains("错误[NN17]"))
    }
  }

  @Test func `a document's control characters never reach the terminal`() {
    var result = SampleResult.result
    result.sources[0].text = SampleResult.source("\u{1B}[31m红\u{9B}x\u{202E}")
    result.findings[0].location = SampleResult.location(line: 1, column: 6, length: 1)
    result.findings[0].message = "\u{1B}]0;改名\u{7}"
    result.findings[0].quote = "\u{8}"
    let text = SampleResult.print(FullReporter(), [result])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `a place in a PDF is told by its page, with the quote as excerpt`() {
    var result = SampleResult.result
    result.findings[0].location = .page(
      path: "a.pdf", number: 3, box: Box(x: 1, y: 2, width: 3, height: 4))
    let text = SampleResult.print(FullReporter(), [result])
    #expect(text.hasPrefix("a.pdf：第 3 页 错误[NN17] 完成预算的百分比与数字不符\n  |\n  | 359.85%\n"))
  }

  @Test func `colours are written only when they are wanted`() {
    #expect(!SampleResult.print(FullReporter()).contains("\u{1B}"))
    #expect(SampleResult.print(FullReporter(isColoured: true)).contains("\u{1B}[1;31m错误"))
  }

  @Test func `several documents end with a count of all`() {
    var clean = SampleResult.result
    clean.findings = []
    let text = SampleResult.print(FullReporter(), [clean, SampleResult.result])
    #expect(text.contains("决算/说明.txt：没有发现问题\n"))
    #expect(text.hasSuffix("\n共 2 份文档，1 份有问题：1 个错误\n"))
  }

  @Test func `on request every number is listed with its state`() {
    let text = SampleResult.print(FullReporter(listsNumbers: true))
    #expect(text.contains("决算/说明.txt:2:6 相符 1,511.37万元 支出决算\n"))
    #expect(text.contains("决算/说明.txt:2:22 未核对 8.61万元 （没有预算表）\n"))
  }
}

import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// Texts that no department writes, but that anyone may give the tool: each number of one paragraph
/// must be held against those near to it, not against all.
@Suite("Work on one paragraph stays bounded")
struct LongParagraphTests {
  static let sentences: [String: @Sendable (Int) -> String] = [
    "lists with shares": { number in
      "收入合计\(number + 10).37万元，其中：甲项收入\(number + 3).11万元，占\(number % 90 + 1).5%；"
        + "乙项收入\(number + 2).23万元，占\(number % 80 + 2).7%。"
    },
    "changes and rates": { number in
      "第\(number)项支出\(number + 20).15万元，比上年增加\(number % 7).02万元，增长\(number % 9).3%，"
        + "年初预算\(number + 19).00万元，完成年初预算的\(number % 50 + 60)%。"
    },
    "counts of things": { number in
      "第\(number)组购置设备\(number + 4)台（套），其中：甲类\(number % 11)台，乙类\(number % 13)台，"
        + "共\(number % 17 + 3)个单位。"
    },
    "one list of all": { number in "第\(number)项收入\(number + 1).25万元，" },
  ]

  @Test(.timeLimit(.minutes(1)), arguments: sentences.keys.sorted())
  func isLintedWithinAMinute(_ kind: String) throws {
    let sentence = try #require(Self.sentences[kind])
    let paragraph = (0..<300).map(sentence).joined()
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(
      RuleExample("", "# 第二部分 说明\n## 一、收入支出决算总体情况说明\n总计\(paragraph)"))
    defer { disclosure.remove() }
    #expect(try !disclosure.result(layouts).numbers.isEmpty)
  }
}

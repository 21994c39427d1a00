import Testing

@testable import ReportLayout

/// Where lines end (CLREQ, 3.1.3). Each case goes wrong without the rule that it is named after:
/// at level 无 or by the bare count of characters the line would end elsewhere.
@Suite struct LineBreakerTests {
  @Test(arguments: ["，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "」", "】", "〕", "·"])
  func aStopOrClosingMarkDoesNotStartALine(_ mark: String) {
    let text = "一二三四五六" + mark + "七八九十"
    #expect(LineFixture(text, level: .none).lines(6, mode: .ragged)[1].hasPrefix(mark))
    #expect(!LineFixture(text).lines(6, mode: .ragged)[1].hasPrefix(mark))
  }

  @Test(arguments: ["（", "《", "“", "「", "【", "〔"])
  func anOpeningMarkDoesNotEndALine(_ mark: String) {
    let text = "一二三四五" + mark + "六七八九十"
    #expect(LineFixture(text, level: .none).lines(6, mode: .ragged)[0].hasSuffix(mark))
    #expect(!LineFixture(text).lines(6, mode: .ragged)[0].hasSuffix(mark))
  }

  @Test func dashesAndEllipsesStayWhole() {
    for mark in ["——", "……"] {
      for count in 3...6 {
        let lines = LineFixture(String(repeating: "字", count: count) + mark + "后面的文字").lines(6)
        #expect(lines.contains { $0.contains(mark) }, "\(lines)")
      }
    }
  }

  @Test func dashesDoNotStartALineAtTheStrictLevel() {
    let text = "一二三四五六——七八九十一二"
    #expect(LineFixture(text).lines(6, mode: .ragged)[1].hasPrefix("——"))
    #expect(!LineFixture(text, level: .strict).lines(6, mode: .ragged)[1].hasPrefix("——"))
  }

  @Test func aSolidusDoesNotEndALineAtTheNationalLevel() {
    let text = "一二三四五／六七八九十"
    #expect(LineFixture(text).lines(6, mode: .ragged)[0].hasSuffix("／"))
    #expect(!LineFixture(text, level: .national).lines(6, mode: .ragged)[0].hasSuffix("／"))
  }

  @Test(arguments: [
    "1,234.56万元", "89.33%", "-12.30万元", "±0.1", "¥1200", "2024年", "12月", "100平方米",
    "1,234.56 万元", "5.2个百分点", "0.3‰", "≥95,000人次", "≤3%",
  ])
  func aNumberStaysWithItsSignsAndItsUnit(_ number: String) {
    for lead in 1...12 {
      let text = String(repeating: "字", count: lead) + number + "后面还有几个字"
      let lines = LineFixture(text).lines(12)
      #expect(lines.contains { $0.contains(number) }, "\(lines)")
    }
  }

  @Test func aLevelStaysBesideItsName() {
    for lead in 1...10 {
      let text = String(repeating: "字", count: lead) + "住房改革支出（款）住房公积金（项）支出决算"
      for line in LineFixture(text).lines(9) {
        #expect(!line.hasPrefix("（"), "\(line)")
        #expect(!line.hasPrefix("款") && !line.hasPrefix("项"), "\(line)")
      }
    }
  }

  @Test func aLatinWordStaysWhole() {
    for lead in 1...8 {
      let text = String(repeating: "字", count: lead) + "Gongkai后面还有几个字"
      #expect(LineFixture(text).lines(9).contains { $0.contains("Gongkai") })
    }
  }

  @Test func aRangeWithAnUnbrokenHyphenKeepsItsNumbers() {
    for lead in 1...8 {
      let lines = LineFixture(String(repeating: "字", count: lead) + "3%～5%的后面还有字").lines(8)
      #expect(lines.contains { $0.contains("3%～") }, "\(lines)")
      #expect(lines.contains { $0.contains("5%") }, "\(lines)")
    }
  }

  @Test func noLineOfOneCharacterIsLeftAtTheEnd() {
    let clause = "全市档案馆开展专题编研工作，"
    for extra in 0..<28 {
      let text = String(repeating: clause, count: 6) + String(repeating: "馆", count: extra) + "。"
      let last = LineFixture(text).lines(28, indent: 2).last ?? ""
      #expect(last.count > 2, "\(extra): \(last)")
    }
  }

  @Test func theWholeParagraphDecidesAndNotTheFirstLine() {
    // Taken line by line, the number would be pushed down and leave a hole of four characters.
    let text = "甲乙丙丁，戊己庚辛，壬癸子丑1234567890万元寅卯辰巳午未申酉"
    let fixture = LineFixture(text)
    for range in fixture.ranges(12).dropLast() {
      let measure = LineMeasure(fixture.paragraph, range)
      #expect(120 - measure.width < 45, "\(fixture.lines(12))")
    }
  }

  @Test func aHyphenInsideANumberEndsNoLine() {
    for width in stride(from: 8.0, to: 16, by: 0.5) {
      let lines = LineFixture("地块编号为W-07和W06-08，期限为2024-2025年度，共计两年").lines(width)
      #expect(lines.dropLast().allSatisfy { !$0.hasSuffix("-") }, "\(lines)")
    }
  }

  @Test func whatIsWiderThanTheLineIsBrokenAnywhere() {
    let lines = LineFixture("ABCDEFGHIJKLMNOPQRSTUVWXYZ").lines(5)
    #expect(lines.joined() == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    #expect(lines.allSatisfy { $0.count <= 10 })
    #expect(LineFixture("字字字").lines(0.5).count == 3)
  }

  @Test func aLineFeedEndsALine() {
    #expect(LineFixture("一二\n三四五\n六").lines(8) == ["一二\n", "三四五\n", "六"])
  }

  @Test func theFirstLineIsShorterByItsIndent() {
    #expect(LineFixture("一二三四五六七八九十").lines(6, indent: 2).first == "一二三四")
  }

  @Test func everyClusterIsOnExactlyOneLine() {
    let text = "“三公”经费（含A4纸）支出——共1,234.56万元，占12.30%；（一）其他……《目录》。"
    for width in 1...30 {
      let fixture = LineFixture(text)
      #expect(
        fixture.ranges(Double(width)).flatMap { $0 } == Array(fixture.paragraph.clusters.indices))
      #expect(fixture.lines(Double(width)).joined() == text)
    }
  }

  @Test func titlesAreBrokenIntoLinesOfWholeWords() {
    let fixture = LineFixture("云汀市档案馆二〇二四年度部门决算公开")
    let widths = LineBreaker.balancedLines(of: fixture.paragraph, width: 160).map(\.count)
    #expect(widths == [12, 6])
  }

  @Test func aCentredLineIsCentredWithoutTheBlankOfItsMarks() {
    let line = LineFixture("（总则）。").set(20, justified: false)
    // Five squares, less the blank before the bracket, that between the marks, and the last one.
    #expect(abs(line.width - 35) < 0.01)
  }

  // Cases that other typesetters get wrong.

  @Test(arguments: ["（123）。", "（2024）、", "〔2021〕36号，", "“A4”；"])
  func aMarkBehindBracketedDigitsDoesNotStartALine(_ piece: String) {
    for lead in 1...12 {
      let text = String(repeating: "字", count: lead) + piece + "后面还有几个字可以换行"
      for line in LineFixture(text).lines(9) {
        #expect(!"。、，；）”〕".contains(line.first ?? "字"), "\(line)")
      }
    }
  }
}

import Testing
import Typography

@testable import ReportLayout

/// How lines are spaced (CLREQ, 3.1.6 and 3.2).
@Suite struct LineSetterTests {
  @Test func aMarkAtTheEndOfALineIsHalfASquare() {
    #expect(LineFixture("一二。").advances(9, justified: false) == [1, 1, 0.5])
    #expect(LineFixture("一二）").advances(9, justified: false) == [1, 1, 0.5])
  }

  @Test func aBracketAtTheStartOfALineLosesItsBlank() {
    let fixture = LineFixture("（一二")
    #expect(fixture.advances(9, justified: false) == [0.5, 1, 1])
    // The glyph is drawn half a square to the left: its ink is in its right half.
    #expect(fixture.places(9, justified: false) == [-0.5, 0.5, 1.5])
  }

  @Test func adjacentMarksAreSqueezed() {
    // Closing and closing, closing and opening: half a square less each.
    #expect(LineFixture("一）。二").advances(9, justified: false) == [1, 0.5, 1, 1])
    #expect(LineFixture("一，“二").advances(9, justified: false) == [1, 0.5, 1, 1])
    #expect(LineFixture("一（“二").advances(9, justified: false) == [1, 1, 0.5, 1])
    #expect(LineFixture("一”）。二").advances(9, justified: false) == [1, 0.5, 0.5, 1, 1])
    #expect(LineFixture("一（）二").advances(9, justified: false) == [1, 1, 1, 1])
  }

  @Test func narrowMarksAreNotSqueezedFurther() {
    #expect(LineFixture("一).二").advances(9, justified: false) == [1, 0.5, 0.5, 1])
  }

  @Test func hanAndLatinAreAQuarterApart() {
    #expect(LineFixture("共12人").advances(9, justified: false) == [1.25, 0.5, 0.75, 1])
    #expect(LineFixture("占5%的").advances(9, justified: false) == [1.25, 0.5, 0.75, 1])
  }

  @Test func theSpaceBehindTheNumberOfAnItemIsNotStretched() {
    let item = LineFixture("12. 一二三四五六七八九十").advances(14)
    #expect(item[3] == LineFixture("12. 一").advances(9, justified: false)[3])
    // Any other space between words takes what the line lacks.
    let other = LineFixture("甲乙 一二三四五六七八九十").advances(13)
    #expect(other[2] > item[3])
  }

  @Test func marksAndLatinAreNotApart() {
    #expect(LineFixture("，12（3）").advances(9, justified: false) == [1, 0.5, 0.5, 1, 0.5, 0.5])
  }

  @Test func aTypedSpaceBetweenHanAndLatinIsThatQuarter() {
    #expect(LineFixture("共 12 人").advances(9, justified: false) == [1, 0.25, 0.5, 0.5, 0.25, 1])
  }

  @Test func latinAtAnEndOfALineHasNoSpaceBesideIt() {
    #expect(LineFixture("共12").advances(9, justified: false).last == 0.5)
    #expect(LineFixture("12人").set(9, justified: false).width == 22.5)
  }

  // MARK: - Filling lines

  @Test func bracketsShrinkBeforeCommasAndCommasBeforeStops() {
    // Natural width 8, less half for the stop at the end: one half is to be lost.
    let marks = LineFixture("一》二，三？四五")
    #expect(marks.advances(7.75) == [1, 0.75, 1, 1, 1, 1, 1, 1])
    #expect(marks.advances(7.25) == [1, 0.5, 1, 0.75, 1, 1, 1, 1])
    #expect(marks.advances(6.75) == [1, 0.5, 1, 0.5, 1, 0.75, 1, 1])
  }

  @Test func interpunctsShrinkBeforeBrackets() {
    #expect(LineFixture("一·二》三").advances(4.75) == [1, 0.75, 1, 1, 1])
  }

  @Test func wordSpacesShrinkFirst() {
    #expect(LineFixture("ab cd》二").advances(4.4)[2] == 0.4)
    #expect(LineFixture("ab cd》二").advances(4.4)[5] == 1)
  }

  @Test func latinSpacesShrinkAfterCommasDownToAnEighth() {
    // 一，2三四: half a square from the comma, then an eighth from the space behind 2.
    #expect(LineFixture("一，2三四").advances(4.125) == [1, 0.5, 0.625, 1, 1])
  }

  @Test func latinSpacesStretchBeforeHanGapsUpToHalfASquare() {
    #expect(LineFixture("一2三四").advances(4.2) == [1.35, 0.85, 1, 1])
    #expect(LineFixture("一2三四").advances(4.65) == [1.55, 1.05, 1.05, 1])
  }

  @Test func wordSpacesStretchFirst() {
    #expect(LineFixture("a b二三", latinSpace: 0).advances(3.5) == [0.5, 0.5, 0.5, 1, 1])
  }

  @Test func hanGapsStretchEqually() {
    #expect(LineFixture("一二三四").advances(4.6) == [1.2, 1.2, 1.2, 1])
  }

  @Test func numbersAndDashesAreNotStretched() {
    #expect(LineFixture("一12.5%", latinSpace: 0).advances(3.6) == [1.1, 0.5, 0.5, 0.5, 0.5, 0.5])
    #expect(LineFixture("一——二").advances(4.6) == [1.3, 1, 1.3, 1])
    #expect(LineFixture("一～二三").advances(4.4) == [1, 1, 1.4, 1])
  }

  @Test func aLineThatWouldFallApartStaysShort() {
    #expect(LineFixture("一二").advances(9) == [1, 1])
  }

  @Test func textComesOutAsItWentIn() {
    let text = "“三公”经费（含A4纸）支出——共1,234.56万元，占12.30%；𠮷、〇……《目录》。"
    let run = LineFixture(text).set(60, justified: false).parts.map(\.run.text).joined()
    #expect(String(decoding: run, as: UTF8.self) == text)
  }

  // Cases that other typesetters get wrong.

  @Test func aBracketAtTheStartOfAParagraphStandsAtTheIndent() {
    let fixture = LineFixture("（一）贯彻执行")
    #expect(fixture.places(9, justified: false).first == -0.5)
    #expect(fixture.advances(9, justified: false).first == 0.5)
  }

  @Test func numbersOfItemsLookAlikeOnFullLines() {
    // The comma gives way, not the brackets of the number.
    #expect(LineFixture("（一）甲，乙丙丁").advances(7.1).prefix(3) == [0.5, 1, 1])
  }

  @Test func aSqueezedPairOfMarksStaysSqueezedOnAStretchedLine() {
    let advances = LineFixture("一二）。三四五六").advances(7.85)
    // The pair shares one and a half squares and its part of the line's white space.
    #expect(advances[2] < 0.7 && advances[3] < 1.2, "\(advances)")
  }

  @Test func aMarkBesideLatinIsNotPushedAwayFromIt() {
    #expect(LineFixture("甲A，B乙").advances(9, justified: false) == [1.25, 0.5, 1, 0.75, 1])
  }
}

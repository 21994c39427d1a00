import FiscalModel
import FiscalNarrative
import Testing

@testable import ReportLint

@Suite("Wordings of confusions.txt are found where they are wrong")
struct SlipTests {
  private func found(_ wrong: String, _ right: String, _ exceptions: [String], in line: String)
    -> (quote: String, correction: String)?
  {
    guard let slip = Slip(wrong: wrong, right: right, exceptions: exceptions) else { return nil }
    let text = DocumentText([Passage(kind: .paragraph, text: TracedText(line))])
    for match in PhraseSet(scalars: [slip.anchor]).matches(in: text) {
      if let range = slip.range(text, anchor: match.range) {
        return (text.string(range), slip.correction(text, range))
      }
    }
    return nil
  }

  @Test("A right word that holds the wording is left alone, wherever it begins")
  func exceptions() {
    #expect(found("己", "已", ["自己", "己任"], in: "以此为己任，靠自己") == nil)
    #expect(found("己", "已", ["自己", "己任"], in: "资金己拨付")?.quote == "己")
  }

  @Test("A gap does not reach beyond its clause, and is taken over by the correction")
  func gap() {
    let slip = found("比…相比", "与…相比", [], in: "比上年 决算相比增加")
    #expect(slip?.quote == "比上年决算相比")
    #expect(slip?.correction == "与上年决算相比")
    #expect(found("比…相比", "与…相比", [], in: "比上年增加，与预算相比减少") == nil)
  }

  @Test("A digit stands for any digit and is kept")
  func digits() {
    #expect(found("9日之9", "9日至9", [], in: "1月1日之12月")?.correction == "1日至1")
    #expect(found("9日之9", "9日至9", [], in: "当日之前") == nil)
  }
}

@Suite("Text of a report as code points")
struct DocumentTextTests {
  @Test("White space is dropped, and every code point knows its bytes")
  func places() {
    let text = DocumentText([
      Passage(kind: .paragraph, text: "甲 乙"), Passage(kind: .cell, text: "𠮷丙"),
    ])
    #expect(text.string(text.range(of: 0)) == "甲乙")
    #expect(text.bytes(0..<2) == 0..<7)
    #expect(text.hasSpace(before: 1))
    #expect(text.passage(at: 3) == 1)
    #expect(text.bytes(4..<5) == 4..<7)
    #expect(text.prose == [0])
  }

  @Test("More pairs than there was room for at first are all counted")
  func manyPairs() {
    // Every pair of neighbours is another one.
    let scalars = (0..<20_000).map { UInt32(0x4E00 + $0) }
    let counts = BigramCounts(scalars + [0x0A] + scalars)
    #expect(counts.count(0x4E00, 0x4E01) == 2)
    #expect(counts.count(scalars[19_998], scalars[19_999]) == 2)
    #expect(counts.count(0x4E01, 0x4E00) == 0)
  }

  @Test("A code point behind white space is known, but for those that begin a passage")
  func gaps() {
    let text = DocumentText([
      Passage(kind: .paragraph, text: "服 务　工作"), Passage(kind: .cell, text: "甲"),
    ])
    #expect(text.gaps == [1, 2])
  }

  @Test("Of phrases that begin alike the longest one is found, wherever its range allows it")
  func phrases() {
    let text = DocumentText([Passage(kind: .paragraph, text: "财政拨款支出，财政部门，财政")])
    let set = PhraseSet(["财政", "财政拨款", "财政局", "部门"])
    let found = set.matches(in: text).map { text.string($0.range) }
    #expect(found == ["财政拨款", "财政", "部门", "财政"])
    #expect(set.isFound(in: text, 7..<11))
    #expect(!PhraseSet(["财政局", "拨付"]).isFound(in: text, 0..<14))
  }

  @Test("Signs are what is no ideograph, letter or digit, but for those within numbers")
  func signs() {
    let text = DocumentText([
      Passage(kind: .paragraph, text: "甲：1,234.50元,乙A"), Passage(kind: .cell, text: "2. ％９"),
    ])
    let signs = text.signs().map { text.string($0..<($0 + 1)) }
    #expect(signs == ["：", ",", ".", "％", "９"])
    #expect(text.signs(in: text.range(of: 1)).count == 3)
  }

  @Test("Pairs of ideographs are counted within passages only")
  func bigrams() {
    let text = DocumentText([
      Passage(kind: .paragraph, text: "预算，预算"), Passage(kind: .paragraph, text: "算预"),
    ])
    let counts = text.bigrams
    #expect(counts.count(0x9884, 0x7B97) == 2)
    #expect(counts.count(0x7B97, 0x9884) == 1)
    #expect(counts.count(0x7B97, 0x7B97) == 0)
    #expect(counts.canMeet(0x9884, 0x7B97))
    #expect(!counts.canMeet(0x7B97, 0x7B97))
    #expect(counts.canMeet(0x7B97, 0xFF0C), "only ideographs are counted")
  }
}

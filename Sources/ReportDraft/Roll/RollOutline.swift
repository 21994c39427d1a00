internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The passages of last year's text with what becomes of them: changed, struck, or followed by new
/// ones; and their numbers, which close up.
struct RollOutline {
  struct Line {
    var text: [UInt8]
    /// Whether anything was changed.
    var isChanged = false
    var isStruck = false
    /// New paragraphs behind it.
    var added: [[UInt8]] = []
  }

  var lines: [Line]
  private let passages: [Passage]

  init(_ passages: [Passage]) {
    self.passages = passages
    lines = passages.map { Line(text: $0.text.utf8) }
  }

  private struct Run {
    /// The last number of the old text, and of the new one.
    var old: Int
    var new: Int
  }

  /// Numbers the items of lists anew in which one was struck or added.
  mutating func renumber() {
    var runs: [HeadingNumber.Style: Run] = [:]
    for index in lines.indices {
      guard let number = number(of: passages[index]) else { continue }
      for style in HeadingNumber.Style.allCases where style > number.style { runs[style] = nil }
      var run = Run(old: number.value, new: number.value - 1)
      if let open = runs[number.style], number.value == open.old + 1 { run.new = open.new }
      run.old = number.value
      if !lines[index].isStruck {
        run.new += 1
        if run.new != number.value { renumber(&lines[index].text, number.style, run.new) }
      }
      for place in lines[index].added.indices {
        run.new += 1
        renumber(&lines[index].added[place], number.style, run.new)
      }
      runs[number.style] = run
    }
  }

  private func number(of passage: Passage) -> HeadingNumber? {
    switch passage.kind {
    case .paragraph, .heading: passage.number
    case .glossaryEntry: HeadingNumber.scan(passage.text.utf8)
    default: nil
    }
  }

  /// Puts a number in the place of the one at the head of a text.
  private func renumber(_ text: inout [UInt8], _ style: HeadingNumber.Style, _ value: Int) {
    guard let number = HeadingNumber.scan(text), number.style == style,
      (1...9999).contains(value)
    else { return }
    let old = Self.numeral(number.value, style)
    let new = Self.numeral(value, style)
    guard
      let start = text.firstOffset(
        of: old, from: number.range.lowerBound, to: number.range.upperBound)
    else { return }
    text.replaceSubrange(start..<(start + old.count), with: new)
  }

  private static func numeral(_ value: Int, _ style: HeadingNumber.Style) -> [UInt8] {
    switch style {
    case .part, .chinese, .bracketedChinese: Array(ChineseNumeral.text(value).utf8)
    case .arabic, .bracketedArabic: Array(String(value).utf8)
    case .circled:
      Array(String(codePoints: [UInt32(0x245F + min(max(value, 1), 20))]).utf8)
    }
  }
}

internal import FiscalText

/// A year of four digits in a text: 2023年, 2023年度.
struct YearMention {
  var year: Int
  /// Digits and word.
  var range: Range<Int>
  /// Whether the word is 年度.
  var isFiscal: Bool

  private static let yearWord: UInt32 = 0x5E74
  private static let fiscalWord: UInt32 = 0x5EA6

  /// All years of a text, in order.
  ///
  /// - Complexity: O(k) for k times 年 in the text.
  static func all(in text: DocumentText, _ range: Range<Int>? = nil) -> [YearMention] {
    var found: [YearMention] = []
    let range = range ?? text.scalars.indices
    guard range.count > 4 else { return [] }
    for index in text.places(of: yearWord, in: (range.lowerBound + 4)..<range.upperBound) {
      guard let year = year(text, before: index) else { continue }
      let isFiscal = text.scalar(index + 1) == fiscalWord && index + 1 < range.upperBound
      found.append(
        YearMention(
          year: year, range: (index - 4)..<(index + (isFiscal ? 2 : 1)), isFiscal: isFiscal))
    }
    return found
  }

  private static func year(_ text: DocumentText, before index: Int) -> Int? {
    var year = 0
    for place in (index - 4)..<index {
      let scalar = text.scalars[place]
      guard isDigit(scalar) else { return nil }
      year = year * 10 + Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30)
    }
    // More digits make a number, a dash a period of years.
    let before = text.scalar(index - 5)
    guard !isDigit(before), before != 0x2E, before != 0x2D, (1990...2099).contains(year) else {
      return nil
    }
    return year
  }
}

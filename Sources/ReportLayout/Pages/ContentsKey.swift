internal import FiscalModel
internal import FiscalText

/// The words by which an entry of a contents list finds its heading.
struct ContentsKey {
  /// The title without blanks and marks.
  let whole: [UInt32]
  /// The title without its number too.
  let words: [UInt32]
  let style: HeadingNumber.Style?
  private let value: Int?

  init(_ title: TracedText) {
    let bytes = title.utf8
    let number = HeadingNumber.scan(bytes)
    var start = number?.range.upperBound ?? 0
    if start == 0 {
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      if digits > 0, bytes.hasBytes(Self.wideStop, at: digits) {
        start = digits + Self.wideStop.count
      }
    }
    whole = Self.words(bytes, from: 0)
    words = Self.words(bytes, from: start)
    (style, value) = (number?.style, number?.value)
  }

  /// Whether a heading, whose number is the same or that has none, ends as this title does: titles
  /// leave out the name of the body or the year.
  func isLike(_ heading: ContentsKey) -> Bool {
    let isNumbered = heading.style != nil && style != nil
    if isNumbered, heading.value != value || heading.style != style { return false }
    let common = zip(words.reversed(), heading.words.reversed()).prefix { $0 == $1 }.count
    return common >= 4 && common * 5 >= words.count * 3
  }

  /// Numbers such as 4．, which GB/T 15834 does not know.
  private static let wideStop = [UInt8]("．".utf8)

  private static func words(_ bytes: [UInt8], from start: Int) -> [UInt32] {
    var words: [UInt32] = []
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      switch CharacterClass(scalar) {
      case .han, .digit, .latin: words.append(scalar)
      default: break
      }
      offset += length
    }
    return words
  }
}

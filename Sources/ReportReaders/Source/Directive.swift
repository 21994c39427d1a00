internal import FiscalModel
internal import FiscalText

/// A paragraph that is nothing but `{{表 …}}`, `{{图 …}}` or `{{目录 …}}`.
struct Directive {
  enum Kind { case table, figure, contents }

  let kind: Kind
  /// What stands behind the word, without spaces at the ends.
  let argument: String
  /// The same, as bytes of the paragraph.
  let argumentRange: Range<Int>

  init?(_ text: TracedText) {
    let bytes = text.utf8
    guard Self.firstOpening(text) == 0, bytes.suffix(2).elementsEqual(Self.closing),
      bytes.firstOffset(of: Self.closing) == bytes.count - 2
    else { return nil }
    let inner = TextFields.trimmed(bytes, 2..<(bytes.count - 2))
    for (word, kind) in Self.words where bytes.hasBytes(word, at: inner.lowerBound) {
      let rest = inner.lowerBound + word.count
      guard rest < inner.upperBound, isSpace(decodeScalar(bytes, at: rest).scalar) else {
        continue
      }
      self.kind = kind
      argumentRange = TextFields.trimmed(bytes, rest..<inner.upperBound)
      argument = text.string(argumentRange)
      return
    }
    return nil
  }

  /// The first `{{` from an offset on that is none with backslashes before its braces.
  static func firstOpening(_ text: TracedText, from start: Int = 0) -> Int? {
    var search = start
    while let offset = text.utf8.firstOffset(of: opening, from: search) {
      if text.places(offset..<(offset + opening.count)).count == 1 { return offset }
      search = offset + 1
    }
    return nil
  }

  static let opening = [UInt8]("{{".utf8)
  static let closing = [UInt8]("}}".utf8)
  private static let words: [([UInt8], Kind)] = [
    ([UInt8]("表".utf8), .table), ([UInt8]("图".utf8), .figure),
    ([UInt8](ContentsDirective.word.utf8), .contents),
  ]
}

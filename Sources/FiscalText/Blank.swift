/// A place in a text that a person has to fill in: `【请填写：主要原因】`.
public struct Blank: Hashable, Sendable {
  /// The bytes of the blank, brackets included.
  public var range: Range<Int>
  /// What is to be filled in.
  public var hint: String

  private static let opening = [UInt8]("【请填写".utf8)
  private static let closing = [UInt8]("】".utf8)
  private static let colon = [UInt8]("：".utf8)

  /// The blanks of a text in order.
  ///
  /// - Complexity: O(n) in its length.
  public static func all(in text: [UInt8]) -> [Blank] {
    var blanks: [Blank] = []
    var start = 0
    while let open = text.firstOffset(of: opening, from: start),
      let close = text.firstOffset(of: closing, from: open)
    {
      var words = open + opening.count
      if text.hasBytes(colon, at: words) { words += colon.count }
      let end = close + closing.count
      blanks.append(
        Blank(
          range: open..<end, hint: String(decoding: text[words..<close], as: UTF8.self)))
      start = end
    }
    return blanks
  }
}

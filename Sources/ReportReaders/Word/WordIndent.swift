/// How far a paragraph's first line is indented (`w:ind`). Characters win over lengths, as in
/// Word.
struct WordIndent {
  /// In hundredths of a character.
  var left: Double?
  var firstLine: Double?
  /// In twentieths of a point.
  var leftLength: Double?
  var firstLineLength: Double?

  init() {}

  init(_ node: XMLNode) {
    func number(_ names: String...) -> Double? {
      names.lazy.compactMap { node[$0] }.first.flatMap { Double($0) }
    }
    left = number("leftChars", "startChars")
    firstLine = number("firstLineChars") ?? number("hangingChars").map { -$0 }
    leftLength = number("left", "start")
    firstLineLength = number("firstLine") ?? number("hanging").map { -$0 }
  }

  func over(_ base: WordIndent) -> WordIndent {
    var result = base
    result.left = left ?? base.left
    result.firstLine = firstLine ?? base.firstLine
    result.leftLength = leftLength ?? base.leftLength
    result.firstLineLength = firstLineLength ?? base.firstLineLength
    return result
  }

  /// The distance of the first character from the left edge, in characters of a size in points;
  /// nil where nothing is stated.
  func characters(fontSize: Double) -> Double? {
    func distance(_ hundredths: Double?, _ twips: Double?) -> Double? {
      if let hundredths, hundredths != 0 { return hundredths / 100 }
      return twips.map { $0 / 20 / fontSize }
    }
    let start = distance(left, leftLength)
    let first = distance(firstLine, firstLineLength)
    guard start != nil || first != nil, fontSize > 0 else { return nil }
    return (start ?? 0) + (first ?? 0)
  }
}

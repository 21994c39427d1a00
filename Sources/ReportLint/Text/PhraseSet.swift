/// Phrases that are looked for together.
///
/// - Complexity: a search visits, for each phrase, the places of its rarest code point; what starts
///   with two ideographs that stand nowhere side by side is not looked for.
struct PhraseSet: Sendable {
  let phrases: [[UInt32]]

  init(_ words: [String]) { self.init(scalars: words.map(\.scalarValues)) }

  init(scalars phrases: [[UInt32]]) { self.phrases = phrases }

  struct Match {
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
    var range: Range<Int>
  }

  /// All matches in a range, which may overlap; at each start the longest one, of equals the first.
  func matches(in text: DocumentText, _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    for (index, phrase) in phrases.enumerated() {
      guard let anchor = Anchor(phrase, text, range) else { continue }
      text.visitPlaces(of: anchor.scalar, in: anchor.places) { place in
        let start = place - anchor.offset
        if text.has(phrase, at: start) {
          found.append(Match(phrase: index, range: start..<(start + phrase.count)))
        }
      }
    }
    guard found.count > 1 else { return found }
    found.sort { one, other in
      let (start, otherStart) = (one.range.lowerBound, other.range.lowerBound)
      if start != otherStart { return start < otherStart }
      let (end, otherEnd) = (one.range.upperBound, other.range.upperBound)
      return end == otherEnd ? one.phrase < other.phrase : end > otherEnd
    }
    var last = -1
    found.removeAll { match in
      defer { last = match.range.lowerBound }
      return match.range.lowerBound == last
    }
    return found
  }

  func isFound(in text: DocumentText, _ range: Range<Int>) -> Bool {
    phrases.contains { phrase in
      guard let anchor = Anchor(phrase, text, range) else { return false }
      return text.hasPlace(of: anchor.scalar, in: anchor.places) { place in
        text.has(phrase, at: place - anchor.offset)
      }
    }
  }

  /// Which code point of a phrase a search visits: the one that stands at the fewest places.
  private struct Anchor {
    var scalar: UInt32
    /// Its index in the phrase.
    var offset: Int
    /// Where it may stand; nil for anywhere.
    var places: Range<Int>?

    /// Nil if the phrase cannot stand in the range of the text.
    init?(_ phrase: [UInt32], _ text: DocumentText, _ range: Range<Int>?) {
      guard !phrase.isEmpty, phrase.count == 1 || text.bigrams.canMeet(phrase[0], phrase[1]) else {
        return nil
      }
      (scalar, offset) = (phrase[0], 0)
      var fewest = Int.max
      for (index, other) in phrase.enumerated() {
        let places = text.mostPlaces(of: other)
        if places < fewest { (scalar, offset, fewest) = (other, index, places) }
      }
      guard fewest > 0 else { return nil }
      guard let range else { return }
      guard range.count >= phrase.count else { return nil }
      places = (range.lowerBound + offset)..<(range.upperBound - phrase.count + offset + 1)
    }
  }
}

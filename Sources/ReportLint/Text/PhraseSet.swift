/// Phrases that are looked for together.
///
/// - Complexity: a search visits, for each phrase, the places of its rarest code point; what starts
///   with two ideographs that stand nowhere side by side is not looked for.
struct PhraseSet: Sendable {
  let phrases: [[UInt32]]
  /// How the phrases begin: most of them stand nowhere, for which a look at this is enough.
  private let starts: [Start]

  init(_ words: [String]) { self.init(scalars: words.map(\.scalarValues)) }

  init(scalars phrases: [[UInt32]]) {
    self.phrases = phrases
    starts = phrases.map(Start.init)
  }

  struct Match {
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
    var range: Range<Int>
  }

  /// All matches in a range, which may overlap; at each start the longest one, of equals the first.
  func matches(in text: DocumentText, _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    let (bigrams, places) = (text.bigrams, text.index)
    for index in starts.indices where starts[index].mayStand(bigrams) {
      guard let anchor = Anchor(phrases[index], places, range) else { continue }
      text.visitPlaces(of: anchor.scalar, in: anchor.places) { place in
        let start = place - anchor.offset
        if text.has(phrases[index], at: start) {
          found.append(Match(phrase: index, range: start..<(start + phrases[index].count)))
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
    let (bigrams, places) = (text.bigrams, text.index)
    return starts.indices.contains { index in
      guard starts[index].mayStand(bigrams), let anchor = Anchor(phrases[index], places, range)
      else { return false }
      return text.hasPlace(of: anchor.scalar, in: anchor.places) { place in
        text.has(phrases[index], at: place - anchor.offset)
      }
    }
  }

  /// The first two code points of a phrase.
  private struct Start: Sendable {
    let first: UInt32
    /// 0 in a phrase of one.
    let second: UInt32

    init(_ phrase: [UInt32]) {
      first = phrase.first ?? 0
      second = phrase.count > 1 ? phrase[1] : 0
    }

    @inline(__always)
    func mayStand(_ bigrams: BigramCounts) -> Bool {
      second == 0 ? first != 0 : bigrams.canMeet(first, second)
    }
  }

  /// Which code point of a phrase a search visits: the one that stands at the fewest places.
  private struct Anchor {
    var scalar: UInt32
    /// Its index in the phrase.
    var offset: Int
    /// Where it may stand; nil for anywhere.
    var places: Range<Int>?

    /// Nil if the phrase, which is not empty, cannot stand in the range of the text.
    init?(_ phrase: [UInt32], _ index: ScalarIndex, _ range: Range<Int>?) {
      (scalar, offset) = (phrase[0], 0)
      var fewest = Int.max
      for place in phrase.indices {
        let count = index.candidates(phrase[place])
        if count < fewest { (scalar, offset, fewest) = (phrase[place], place, count) }
      }
      guard fewest > 0 else { return nil }
      guard let range else { return }
      guard range.count >= phrase.count else { return nil }
      places = (range.lowerBound + offset)..<(range.upperBound - phrase.count + offset + 1)
    }
  }
}

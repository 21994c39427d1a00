/// Phrases that are looked for together.
///
/// - Complexity: a search visits the places of the code points with which the phrases start, and
///   compares there only the phrases that start so; what starts with two ideographs that stand
///   nowhere side by side is not looked for.
struct PhraseSet: Sendable {
  /// How a phrase begins.
  private struct Start: Sendable {
    var first: UInt32
    /// The second code point; a line feed, which stands in no phrase, if there is none.
    var second: UInt32
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
  }

  let phrases: [[UInt32]]
  /// By first code point; those with the same one longest first, and of equals in their order.
  private let starts: [Start]

  init(_ words: [String]) { self.init(scalars: words.map(\.scalarValues)) }

  init(scalars phrases: [[UInt32]]) {
    var starts: [Start] = []
    starts.reserveCapacity(phrases.count)
    for phrase in phrases.indices where !phrases[phrase].isEmpty {
      let scalars = phrases[phrase]
      let second = scalars.count > 1 ? scalars[1] : DocumentText.lineFeed
      starts.append(Start(first: scalars[0], second: second, phrase: phrase))
    }
    starts.sort { one, other in
      if one.first != other.first { return one.first < other.first }
      let (length, otherLength) = (phrases[one.phrase].count, phrases[other.phrase].count)
      return length == otherLength ? one.phrase < other.phrase : length > otherLength
    }
    (self.phrases, self.starts) = (phrases, starts)
  }

  struct Match {
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
    var range: Range<Int>
  }

  /// All matches in a range, which may overlap; at each start the longest one.
  func matches(in text: DocumentText, _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    var group = 0..<0
    while let next = nextGroup(behind: group.upperBound, text) {
      group = next
      text.visitPlaces(of: starts[group.lowerBound].first, in: range) { place in
        if let match = match(group, text, at: place, range) { found.append(match) }
      }
    }
    guard found.count > 1 else { return found }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func isFound(in text: DocumentText, _ range: Range<Int>) -> Bool {
    var group = 0..<0
    while let next = nextGroup(behind: group.upperBound, text) {
      group = next
      let isFound = text.hasPlace(of: starts[group.lowerBound].first, in: range) { place in
        match(group, text, at: place, range) != nil
      }
      if isFound { return true }
    }
    return false
  }

  /// The next phrases in ``starts`` that begin with one code point, of which at least one can stand
  /// in a text.
  private func nextGroup(behind index: Int, _ text: DocumentText) -> Range<Int>? {
    var index = index
    while index < starts.count {
      let first = index
      var canStand = false
      while index < starts.count, starts[index].first == starts[first].first {
        canStand = canStand || text.bigrams.canMeet(starts[index].first, starts[index].second)
        index += 1
      }
      if canStand { return first..<index }
    }
    return nil
  }

  /// The longest phrase of a group that starts at an index, if it ends in a range.
  private func match(
    _ group: Range<Int>, _ text: DocumentText, at index: Int, _ range: Range<Int>?
  ) -> Match? {
    for start in group where text.has(phrases[starts[start].phrase], at: index) {
      let phrase = starts[start].phrase
      let match = Match(phrase: phrase, range: index..<(index + phrases[phrase].count))
      return match.range.upperBound <= range?.upperBound ?? .max ? match : nil
    }
    return nil
  }
}

/// Phrases that are looked for together.
///
/// - Complexity: a search visits the places of the code points with which the phrases start, and
///   compares there only the phrases that start so.
struct PhraseSet: Sendable {
  /// The phrases that start with one code point, as indices into ``phrases``, longest first.
  private struct Group {
    var first: UInt32
    var members: [Int]
  }

  let phrases: [[UInt32]]
  private var groups: [Group] = []

  init(_ words: [String]) {
    phrases = words.map(\.scalarValues)
    var numbers: [UInt32: Int] = [:]
    // Of equal phrases the first one is found.
    let order = phrases.indices.sorted {
      (phrases[$1].count, $0) < (phrases[$0].count, $1)
    }
    for phrase in order {
      guard let first = phrases[phrase].first else { continue }
      if let number = numbers[first] {
        groups[number].members.append(phrase)
      } else {
        numbers[first] = groups.count
        groups.append(Group(first: first, members: [phrase]))
      }
    }
  }

  struct Match {
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
    var range: Range<Int>
  }

  /// All matches in a range, which may overlap; at each start the longest one.
  func matches(in text: DocumentText, _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    for group in groups.indices {
      text.visitPlaces(of: groups[group].first, in: range) { place in
        if let match = match(groups[group], text, at: place, range) { found.append(match) }
      }
    }
    guard found.count > 1 else { return found }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func isFound(in text: DocumentText, _ range: Range<Int>) -> Bool {
    groups.contains { group in
      text.places(of: group.first, in: range).contains {
        match(group, text, at: $0, range) != nil
      }
    }
  }

  /// The longest phrase of a group that starts at an index, if it ends in a range.
  private func match(
    _ group: Group, _ text: DocumentText, at index: Int, _ range: Range<Int>?
  ) -> Match? {
    for phrase in group.members where text.has(phrases[phrase], at: index) {
      let match = Match(phrase: phrase, range: index..<(index + phrases[phrase].count))
      return match.range.upperBound <= range?.upperBound ?? .max ? match : nil
    }
    return nil
  }
}

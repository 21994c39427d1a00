/// Phrases that are looked for in one pass over a text.
///
/// - Complexity: O(n) lookups for a text of n code points; a lookup compares only the phrases that
///   start with the same code point.
struct PhraseSet: Sendable {
  private static let tableSize = 4096

  let phrases: [[UInt32]]
  /// By the low bits of the first code point, the first entry of the chain in `next`, plus one.
  private var heads: [UInt16]
  private var next: [UInt16]

  init(_ words: [String]) {
    phrases = words.prefix(Int(UInt16.max) - 1).map(\.scalarValues)
    heads = [UInt16](repeating: 0, count: Self.tableSize)
    next = [UInt16](repeating: 0, count: phrases.count)
    // The longest phrase of a first code point comes first in its chain.
    let order = phrases.indices.sorted {
      (phrases[$0].count, $1) < (phrases[$1].count, $0)
    }
    for index in order {
      guard let first = phrases[index].first else { continue }
      let slot = Int(first) & (Self.tableSize - 1)
      next[index] = heads[slot]
      heads[slot] = UInt16(index + 1)
    }
  }

  struct Match {
    /// The phrase, as an index into ``phrases``.
    var phrase: Int
    var range: Range<Int>
  }

  /// The longest phrase that starts at an index of a text.
  func match(_ text: DocumentText, at index: Int) -> Match? {
    var entry = heads[Int(text.scalars[index]) & (Self.tableSize - 1)]
    while entry != 0 {
      let phrase = Int(entry) - 1
      if text.has(phrases[phrase], at: index) {
        return Match(phrase: phrase, range: index..<(index + phrases[phrase].count))
      }
      entry = next[phrase]
    }
    return nil
  }

  /// All matches in a range, which may overlap; at each start the longest one.
  func matches(in text: DocumentText, _ range: Range<Int>? = nil) -> [Match] {
    var found: [Match] = []
    for index in range ?? text.scalars.indices {
      if let match = match(text, at: index), match.range.upperBound <= range?.upperBound ?? .max {
        found.append(match)
      }
    }
    return found
  }

  func isFound(in text: DocumentText, _ range: Range<Int>) -> Bool {
    for index in range {
      if let match = match(text, at: index), match.range.upperBound <= range.upperBound {
        return true
      }
    }
    return false
  }
}

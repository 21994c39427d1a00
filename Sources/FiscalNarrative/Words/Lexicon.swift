internal import FiscalText

/// The words that the grammar knows, found longest first in one pass over a text.
///
/// - Complexity: O(n) lookups over the text; a lookup tries the few words that share their first
///   two characters.
public struct Lexicon: Sendable {
  private struct Entry: Sendable {
    /// Where the word starts in the bytes of all words.
    var start: Int
    var count: Int
    var term: Term
    /// The next word with the same first characters, which is no longer; nil behind the last.
    var next: Int?
  }

  /// All words, one behind the other.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// The longest word for each first two ideographs (six bytes); for words of one ideograph by their
  /// three.
  private var heads: [UInt64: Int] = [:]

  public init() {}

  mutating func reserve(_ count: Int) {
    heads.reserveCapacity(count)
    entries.reserveCapacity(count)
    bytes.reserveCapacity(count * Self.usualLength)
  }

  private static let usualLength = 16

  /// Adds a word of at least one ideograph; what was added first wins among equal words.
  public mutating func add(_ word: String, _ term: Term) {
    let word = NormalText.bytes(of: [UInt8](word.utf8))
    guard word.count == Self.shortKey || word.count >= Self.longKey else { return }
    let key = Self.key(word, at: 0, length: min(word.count, Self.longKey))
    var before: Int?
    var place = heads[key]
    while let index = place, entries[index].count >= word.count {
      if stands(index, in: word, at: 0), entries[index].count == word.count { return }
      before = index
      place = entries[index].next
    }
    if let before { entries[before].next = entries.count } else { heads[key] = entries.count }
    entries.append(Entry(start: bytes.count, count: word.count, term: term, next: place))
    bytes += word
  }

  /// The longest word that starts at an offset.
  public func longest(_ text: [UInt8], at offset: Int) -> (term: Term, length: Int)? {
    for length in [Self.longKey, Self.shortKey] where offset + length <= text.count {
      var place = heads[Self.key(text, at: offset, length: length)]
      while let index = place {
        if stands(index, in: text, at: offset) {
          return (entries[index].term, entries[index].count)
        }
        place = entries[index].next
      }
    }
    return nil
  }

  /// Whether a word stands at an offset of a text.
  private func stands(_ index: Int, in text: [UInt8], at offset: Int) -> Bool {
    let (start, count) = (entries[index].start, entries[index].count)
    guard offset + count <= text.count else { return false }
    for place in 0..<count where text[offset + place] != bytes[start + place] { return false }
    return true
  }

  private static let longKey = 6
  private static let shortKey = 3

  private static func key(_ bytes: [UInt8], at offset: Int, length: Int) -> UInt64 {
    var key = UInt64(length)
    for index in offset..<(offset + length) { key = key << 8 | UInt64(bytes[index]) }
    return key
  }
}

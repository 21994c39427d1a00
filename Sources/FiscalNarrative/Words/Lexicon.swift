internal import FiscalText

/// The words that the grammar knows, found longest first in one pass over a text.
///
/// - Complexity: O(n) lookups over the text; a lookup tries the few words that share their first
///   two characters.
public struct Lexicon: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var term: Term
  }

  /// Entries, longest first.
  private struct List: Sendable {
    private(set) var entries: [Entry] = []

    mutating func insert(_ bytes: [UInt8], _ term: Term) {
      var place = 0
      while place < entries.count, entries[place].bytes.count >= bytes.count {
        if entries[place].bytes == bytes { return }
        place += 1
      }
      entries.insert(Entry(bytes: bytes, term: term), at: place)
    }
  }

  /// Words by their first two ideographs (six bytes), longest first; words of one ideograph by
  /// their three.
  private var lists: [UInt64: List] = [:]

  public init() {}

  mutating func reserve(_ count: Int) { lists.reserveCapacity(count) }

  /// Adds a word of at least one ideograph; what was added first wins among equal words.
  public mutating func add(_ word: String, _ term: Term) {
    let bytes = NormalText.bytes(of: [UInt8](word.utf8))
    guard bytes.count == Self.shortKey || bytes.count >= Self.longKey else { return }
    let key = Self.key(bytes, at: 0, length: min(bytes.count, Self.longKey))
    lists[key, default: List()].insert(bytes, term)
  }

  /// The longest word that starts at an offset.
  public func longest(_ bytes: [UInt8], at offset: Int) -> (term: Term, length: Int)? {
    for length in [Self.longKey, Self.shortKey] where offset + length <= bytes.count {
      guard let list = lists[Self.key(bytes, at: offset, length: length)] else { continue }
      if let entry = list.entries.first(where: { bytes.hasBytes($0.bytes, at: offset) }) {
        return (entry.term, entry.bytes.count)
      }
    }
    return nil
  }

  private static let longKey = 6
  private static let shortKey = 3

  private static func key(_ bytes: [UInt8], at offset: Int, length: Int) -> UInt64 {
    var key = UInt64(length)
    for index in offset..<(offset + length) { key = key << 8 | UInt64(bytes[index]) }
    return key
  }
}

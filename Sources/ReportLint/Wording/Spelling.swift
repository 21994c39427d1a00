internal import FiscalStandards
internal import FiscalText

/// The words of two characters of `spelling.txt`, and what becomes of them where one of the two is
/// taken for another that sounds or looks like it.
struct Spelling: Sendable {
  /// Two characters that make no word, one of them wrong.
  struct Misspelling: Sendable {
    let first: UInt32
    let second: UInt32
    /// What the wrong one should be.
    let right: UInt32
    let isFirstWrong: Bool
  }

  private let files: [SpellingFile]
  /// The words that are right, each as one number, in order; asked for where a pair is found.
  private let words: Once<[UInt64]>
  private let nounsAndVerbs: Once<[UInt64]>
  /// The words of one character, in order.
  private let singles: Once<[UInt32]>

  init() { self.init([]) }

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    var files: [SpellingFile] = []
    for source in try layout.sources("spelling.txt") { files.append(try SpellingFile(source)) }
    self.init(files)
  }

  private init(_ files: [SpellingFile]) {
    self.files = files
    words = Once {
      Self.keys(files.flatMap { $0.scalars(of: .words) + $0.misspelt })
    }
    nounsAndVerbs = Once { Self.keys(files.flatMap { $0.scalars(of: .nounsAndVerbs) }) }
    singles = Once { files.flatMap { $0.scalars(of: .singles) }.sorted() }
  }

  /// Visits all misspellings.
  func visitMisspellings(_ visit: (Misspelling) -> Void) {
    for file in files { file.visitMisspellings(visit) }
  }

  /// Whether a word may stand twice in a row, once as a noun and once as a verb.
  func canFollowItself(_ first: UInt32, _ second: UInt32) -> Bool {
    nounsAndVerbs.value.holds(Self.key(first, second))
  }

  /// Whether a character is a word of its own.
  func isWord(_ scalar: UInt32) -> Bool { singles.value.holds(scalar) }

  /// Whether two neighbouring characters are a word.
  func isWord(_ first: UInt32, _ second: UInt32) -> Bool {
    words.value.holds(Self.key(first, second))
  }

  /// The words of two characters that some characters are, in order.
  private static func keys(_ scalars: [UInt32]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(scalars.count / 2)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      keys.append(key(scalars[index], scalars[index + 1]))
    }
    keys.sort()
    return keys
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}

extension Array where Element: FixedWidthInteger {
  /// Whether a number is one of these, which stand in order.
  fileprivate func holds(_ number: Element) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}

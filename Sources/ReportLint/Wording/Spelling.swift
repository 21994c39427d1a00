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
  private let lists: Once<Words>

  init() { self.init([]) }

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    var files: [SpellingFile] = []
    for source in try layout.sources("spelling.txt") { files.append(try SpellingFile(source)) }
    self.init(files)
  }

  private init(_ files: [SpellingFile]) {
    self.files = files
    lists = Once { Words(files) }
  }

  /// The words that are right, put in order when they are asked for.
  var words: Words { lists.value }

  /// Visits all misspellings.
  func visitMisspellings(_ visit: (Misspelling) -> Void) {
    for file in files { file.visitMisspellings(visit) }
  }

  /// The words of the files.
  struct Words: Sendable {
    /// Those of two characters, each as one number, in order.
    private let pairs: [UInt64]
    private let nounsAndVerbs: [UInt64]
    /// Those of one character, in order.
    private let singles: [UInt32]

    init(_ files: [SpellingFile]) {
      pairs = Self.keys(files, of: .words)
      nounsAndVerbs = Self.keys(files, of: .nounsAndVerbs)
      var singles: [UInt32] = []
      for file in files { file.visit(.singles) { singles.append($0) } }
      singles.sort()
      self.singles = singles
    }

    /// Whether a word may stand twice in a row, once as a noun and once as a verb.
    func canFollowItself(_ first: UInt32, _ second: UInt32) -> Bool {
      nounsAndVerbs.holds(Self.key(first, second))
    }

    /// Whether a character is a word of its own.
    func has(_ scalar: UInt32) -> Bool { singles.holds(scalar) }

    /// Whether two neighbouring characters are a word.
    func has(_ first: UInt32, _ second: UInt32) -> Bool { pairs.holds(Self.key(first, second)) }

    /// The words of two characters in lists, in order.
    private static func keys(_ files: [SpellingFile], of list: SpellingFile.List) -> [UInt64] {
      var keys: [UInt64] = []
      for file in files {
        keys.reserveCapacity(keys.count + file.mostWords(of: list))
        var first: UInt32?
        file.visit(list) { scalar in
          if let start = first {
            keys.append(key(start, scalar))
            first = nil
          } else {
            first = scalar
          }
        }
      }
      keys.sort()
      return keys
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
      UInt64(first) << 32 | UInt64(second)
    }
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

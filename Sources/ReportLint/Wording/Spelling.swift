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

  private(set) var misspellings: [Misspelling] = []
  /// The words that are right, each as one number, in order; asked for where a pair is found.
  private var words = Once<[UInt64]> { [] }
  /// The words of one character.
  private var singles: [UInt32] = []
  /// The words that are nouns as well as verbs.
  private var nounsAndVerbs: [UInt64] = []

  init() {}

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    var lists: [String] = []
    for file in try layout.dataFiles("spelling.txt") {
      for section in file.sections {
        for entry in section.entries { try read(entry, of: section, file, into: &lists) }
      }
    }
    words = Once { [lists] in Self.words(in: lists) }
  }

  /// Reads words with their misspellings: 问题<间闻 防控>空.
  ///
  /// - Returns: whether each begins with a word of two characters.
  private mutating func read(misspelt list: String) -> Bool {
    var word: [UInt32] = []
    var sign: Unicode.Scalar?
    for scalar in list.unicodeScalars {
      switch scalar {
      case " ":
        guard word.isEmpty || word.count == 2 else { return false }
        (word, sign) = ([], nil)
      case "<", ">": sign = scalar
      default:
        guard let sign else {
          word.append(scalar.value)
          continue
        }
        guard word.count == 2 else { return false }
        let isFirst = sign == "<"
        misspellings.append(
          Misspelling(
            first: isFirst ? scalar.value : word[0], second: isFirst ? word[1] : scalar.value,
            right: isFirst ? word[0] : word[1], isFirstWrong: isFirst))
      }
    }
    return word.isEmpty || word.count == 2
  }

  /// The words of lists, without what stands behind a sign.
  private static func words(in lists: [String]) -> [UInt64] {
    var words: [UInt64] = []
    for list in lists {
      var first: UInt32?
      var isMisspelling = false
      for scalar in list.unicodeScalars {
        switch scalar {
        case " ": (first, isMisspelling) = (nil, false)
        case "<", ">": isMisspelling = true
        case _ where isMisspelling: continue
        default:
          if let before = first {
            words.append(key(before, scalar.value))
            first = nil
          } else {
            first = scalar.value
          }
        }
      }
    }
    return words.sorted()
  }

  /// Whether a word may stand twice in a row, once as a noun and once as a verb.
  func canFollowItself(_ first: UInt32, _ second: UInt32) -> Bool {
    nounsAndVerbs.contains(Self.key(first, second))
  }

  /// Whether a character is a word of its own.
  func isWord(_ scalar: UInt32) -> Bool { singles.contains(scalar) }

  /// Whether two neighbouring characters are a word.
  func isWord(_ first: UInt32, _ second: UInt32) -> Bool {
    let words = words.value
    let word = Self.key(first, second)
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }

  private mutating func read(
    _ entry: DataEntry, of section: DataSection, _ file: DataFile, into lists: inout [String]
  ) throws(LayoutError) {
    switch section.keyword.text {
    case "词语" where entry.key.text == "可连":
      nounsAndVerbs += Self.words(in: [entry.value.text])
    case "词语" where entry.key.text == "单字":
      singles += entry.value.text.scalarValues.filter(isIdeograph)
    case "词语":
      lists.append(entry.value.text)
    case "误写":
      guard read(misspelt: entry.value.text) else {
        throw file.error("应当写成“对的词<第一个字的误写>第二个字的误写”", at: entry.value)
      }
      lists.append(entry.value.text)
    default:
      throw file.error("不认识的节“[\(section.keyword.text)]”", at: section.keyword)
    }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}

internal import FiscalText

/// Places where a phrase that the document writes again and again stands once with a character
/// lost, or with one too many.
///
/// Proof is twofold: the phrase stands elsewhere with its neighbours on either side, and the slip
/// leaves a character that belongs to no word.
struct PhraseSlips {
  struct Slip {
    var range: Range<Int>
    var right: String
  }

  /// How often the right phrase stands elsewhere.
  private static let leastUses = 2
  /// Characters that a slip and the right phrase share, those at the slip's edge among them.
  private static let leastShared = 6
  let text: DocumentText
  let counts: BigramCounts
  let words: Spelling.Words

  init(_ context: ReportSurface) {
    (text, counts, words) = (context.text, context.bigrams, context.wording.spelling.words)
  }

  func slips() -> [Slip] {
    var slips: [Slip] = []
    for passage in text.prose {
      let range = text.range(of: passage)
      guard range.count > 4 else { continue }
      var wasUnique = false
      for index in (range.lowerBound + 1)..<(range.upperBound - 2) {
        let isUnique = isUnique(text.scalars[index], text.scalars[index + 1])
        defer { wasUnique = isUnique }
        guard isUnique else { continue }
        if let slip = lost(behind: index) ?? (wasUnique ? added(at: index) : nil) {
          slips.append(slip)
        }
      }
    }
    return slips
  }

  /// A phrase that lacks the character behind an index, of which the pair stands here only.
  private func lost(behind index: Int) -> Slip? {
    let (left, x) = (text.scalars[index - 1], text.scalars[index])
    let (y, right) = (text.scalars[index + 1], text.scalars[index + 2])
    guard counts.count(left, x) > Self.leastUses,
      counts.count(y, right) > Self.leastUses, !text.hasSpace(before: index + 1),
      !words.has(x, y)
    else { return nil }
    let isLeftOdd = !words.has(left, x) && !words.has(x)
    let isRightOdd = !words.has(y, right) && !words.has(y)
    guard isLeftOdd || isRightOdd else { return nil }
    var found: [UInt32: Int] = [:]
    text.visitPlaces(of: x) { place in
      guard text.scalar(place - 1) == left, text.scalar(place + 2) == y,
        text.scalar(place + 3) == right, case let lost = text.scalar(place + 1),
        isIdeograph(lost), !words.has(lost),
        shared(index, place, gap: (0, 1)) >= Self.leastShared
      else { return }
      found[lost, default: 0] += 1
    }
    guard let (lost, uses) = found.first, found.count == 1, uses >= Self.leastUses,
      isLeftOdd && words.has(x, lost) || isRightOdd && words.has(lost, y)
    else { return nil }
    return Slip(
      range: (index - 1)..<(index + 3), right: String(scalars: [left, x, lost, y, right]))
  }

  /// A phrase with a character too many at an index: one that was typed a second time, 公务车用车. Both
  /// of its pairs stand here only.
  private func added(at index: Int) -> Slip? {
    let (x, extra, y) = (text.scalars[index - 1], text.scalars[index], text.scalars[index + 1])
    guard counts.count(x, y) >= Self.leastUses,
      case (let left, let right) = (text.scalar(index - 2), text.scalar(index + 2)),
      isIdeograph(left), isIdeograph(right), extra == left || extra == right,
      !words.has(x, extra)
    else { return nil }
    var uses = 0
    text.visitPlaces(of: x) { place in
      if text.scalar(place - 1) == left, text.scalar(place + 1) == y,
        text.scalar(place + 2) == right,
        shared(index - 1, place, gap: (1, 0)) >= Self.leastShared
      {
        uses += 1
      }
    }
    guard uses >= Self.leastUses else { return nil }
    return Slip(range: (index - 2)..<(index + 3), right: String(scalars: [left, x, y, right]))
  }

  /// Whether two characters stand side by side here only.
  private func isUnique(_ first: UInt32, _ second: UInt32) -> Bool {
    isIdeograph(first) && isIdeograph(second) && counts.count(first, second) == 1
  }

  /// How many characters around a gap are the same at two places, where each has its own number of
  /// characters in the gap behind its index.
  private func shared(_ index: Int, _ place: Int, gap: (here: Int, there: Int)) -> Int {
    var count = 0
    while count < Self.leastShared,
      text.scalar(index - count) == text.scalar(place - count),
      text.scalar(index - count) != DocumentText.lineFeed
    {
      count += 1
    }
    var behind = 1
    while behind < Self.leastShared,
      text.scalar(index + gap.here + behind) == text.scalar(place + gap.there + behind),
      text.scalar(index + gap.here + behind) != DocumentText.lineFeed
    {
      behind += 1
    }
    return count + behind - 1
  }
}

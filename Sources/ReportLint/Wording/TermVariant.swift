internal import FiscalStandards
internal import FiscalText

/// A fixed term or the name of a 科目 with one character lost, or with two neighbours swapped.
struct TermVariant {
  /// Which end of the term was lost; there the variant must be followed, or preceded, by no
  /// character that could be the lost one.
  enum Edge {
    case none, first, last
  }

  var wrong: [UInt32]
  var right: String
  var edge = Edge.none

  private static let shortest = 5
  /// A name of four characters that lost its last one still is unlike any word: 提租补.
  private static let shortestName = 4

  /// The variants that may stand in a text: what brings two characters together that do not meet in
  /// the document or that are a word is left out.
  static func all(_ context: ReportSurface) -> [TermVariant] {
    var finder = Finder(bigrams: context.bigrams, words: context.wording.spelling.words)
    for term in context.wording.terms {
      finder.addShortened(term)
      finder.addSwapped(term)
    }
    for table in context.classifications.values {
      for entry in table.entries { finder.addShortened(entry.name) }
    }
    return finder.variants
  }

  /// Whether a right term holds the variant as it would have to stand.
  func isPartOfTerm(_ context: ReportSurface) -> Bool {
    (context.wording.terms + context.wording.accepted).contains { isPart(of: $0.scalarValues) }
      || context.classifications.values.contains { table in
        table.entries.contains { isPart(of: $0.name.scalarValues) }
      }
  }

  private func isPart(of term: [UInt32]) -> Bool {
    switch edge {
    case .none: term.holds(wrong)
    case .first: term.starts(with: wrong)
    case .last: term.reversed().starts(with: wrong.reversed())
    }
  }

  /// Whether the variant stands at a range as a term with its end lost would.
  func fits(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    switch edge {
    case .none: true
    case .first:
      !isIdeograph(text.scalar(range.lowerBound - 1)) && !isTorn(text, at: range.lowerBound)
    case .last: Self.ends.contains(text.scalar(range.upperBound))
    }
  }

  /// 二十四、债, and on the next line 务还本支出: whether the line before ends with the character that seems
  /// lost.
  private func isTorn(_ text: DocumentText, at start: Int) -> Bool {
    text.scalar(start - 1) == DocumentText.lineFeed
      && text.scalar(start - 2) == right.unicodeScalars.first?.value
  }

  /// The marks that end a clause: behind a bracket or at the end of a cell a name may be cut off.
  private static let ends = "，。；、：".scalarValues

  private struct Finder {
    let bigrams: BigramCounts
    let words: Spelling.Words

    private(set) var variants: [TermVariant] = []
    /// The term that is being looked at.
    private var scalars: [UInt32] = []

    init(bigrams: BigramCounts, words: Spelling.Words) {
      (self.bigrams, self.words) = (bigrams, words)
    }

    /// Adds the variants of a term without one character.
    mutating func addShortened(_ term: String) {
      guard take(term, TermVariant.shortestName), let gap = Gap(scalars, bigrams) else { return }
      if scalars.count >= TermVariant.shortest {
        for index in 1..<(scalars.count - 1)
        where gap.mayBe(at: index)
          && bigrams.canMeet(scalars[index - 1], scalars[index + 1])
          && isLoss(scalars, index)
        {
          add(without: index, term, .none)
        }
        if gap.mayBe(at: 0), words.has(scalars[0], scalars[1]),
          isOdd(scalars[1], beside: scalars[2], isBehind: false)
        {
          add(without: 0, term, .first)
        }
      }
      let last = scalars.count - 1
      if gap.mayBe(at: last), words.has(scalars[last - 1], scalars[last]),
        isOdd(scalars[last - 1], beside: scalars[last - 2], isBehind: true)
      {
        add(without: last, term, .last)
      }
    }

    /// Adds the variants of a term with two inner neighbours swapped.
    mutating func addSwapped(_ term: String) {
      guard take(term, TermVariant.shortest) else { return }
      for index in 1..<(scalars.count - 2)
      where scalars[index] != scalars[index + 1]
        && bigrams.canMeet(scalars[index + 1], scalars[index])
      {
        var swapped = scalars
        swapped.swapAt(index, index + 1)
        if canStand(swapped) { variants.append(TermVariant(wrong: swapped, right: term)) }
      }
    }

    /// Looks at a term; not if it is too short.
    private mutating func take(_ term: String, _ shortest: Int) -> Bool {
      scalars.removeAll(keepingCapacity: true)
      scalars.append(contentsOf: term)
      return scalars.count >= shortest
    }

    private mutating func add(without index: Int, _ term: String, _ edge: Edge) {
      var shorter = scalars
      shorter.remove(at: index)
      variants.append(TermVariant(wrong: shorter, right: term, edge: edge))
    }

    /// Where a character of a term may be lost: beside it alone its characters do not meet in the
    /// document.
    private struct Gap {
      /// The first and last character that no neighbour follows in the document as in the term.
      private var first = Int.max
      private var last = -1

      /// Nil if more is missing than one character.
      init?(_ scalars: [UInt32], _ bigrams: BigramCounts) {
        for index in 0..<(scalars.count - 1)
        where !bigrams.canMeet(scalars[index], scalars[index + 1]) {
          first = min(first, index)
          last = index
          if last > first + 1 { return nil }
        }
      }

      func mayBe(at index: Int) -> Bool {
        last < 0 || (first >= index - 1 && last <= index)
      }
    }

    /// Whether the term without an inner character leaves another that belongs to no word: not
    /// 单位|退休 for 单位离退休, nor 公务车 for 公务用车.
    private func isLoss(_ scalars: [UInt32], _ index: Int) -> Bool {
      let (before, after) = (scalars[index - 1], scalars[index + 1])
      return !Self.particles.contains(scalars[index]) && scalars[index] != before
        && scalars[index] != after && isIdeograph(before) && isIdeograph(after)
        && isIdeograph(scalars[index]) && !words.has(before, after)
        && (isOdd(before, beside: index > 1 ? scalars[index - 2] : nil, isBehind: true)
          || isOdd(
            after, beside: index + 2 < scalars.count ? scalars[index + 2] : nil, isBehind: false))
    }

    /// Whether a character is no word, neither alone nor with the neighbour that it keeps.
    private func isOdd(_ scalar: UInt32, beside neighbour: UInt32?, isBehind: Bool) -> Bool {
      guard !words.has(scalar) else { return false }
      guard let neighbour else { return true }
      return isBehind
        ? !words.has(neighbour, scalar) : !words.has(scalar, neighbour)
    }

    private func canStand(_ scalars: [UInt32]) -> Bool {
      zip(scalars, scalars.dropFirst()).allSatisfy { bigrams.canMeet($0, $1) }
    }

    private static let particles = "和与及的类".scalarValues
  }
}

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
    let names = context.classifications.values.flatMap { $0.entries.map(\.name) }
    let terms = context.wording.terms.map { ($0, $0.scalarValues) }
    let finder = Finder(context: context)
    var variants: [TermVariant] = []
    for (term, scalars) in terms {
      variants += finder.shortened(scalars, term) + finder.swapped(scalars, term)
    }
    for name in names {
      let scalars = name.scalarValues
      if finder.mayStand(scalars) { variants += finder.shortened(scalars, name) }
    }
    return variants
  }

  /// All that is right: terms, their shorter forms, and names.
  static func rightTerms(_ context: ReportSurface) -> [[UInt32]] {
    let names = context.classifications.values.flatMap { $0.entries.map(\.name) }
    return (context.wording.terms + context.wording.accepted + names).map(\.scalarValues)
  }

  /// Whether a right term holds the variant as it would have to stand.
  func isPart(of term: [UInt32]) -> Bool {
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
    case .first: !isIdeograph(text.scalar(range.lowerBound - 1))
    case .last: Self.ends.contains(text.scalar(range.upperBound))
    }
  }

  /// The marks that end a clause: behind a bracket or at the end of a cell a name may be cut off.
  private static let ends = "，。；、：".scalarValues

  private struct Finder {
    let context: ReportSurface

    /// Whether all of a name may stand in the document but for the two pairs that a lost character
    /// takes with it.
    func mayStand(_ scalars: [UInt32]) -> Bool {
      var missing = 0
      for index in scalars.indices.dropFirst()
      where !context.bigrams.canMeet(scalars[index - 1], scalars[index]) {
        missing += 1
        if missing > 2 { return false }
      }
      return true
    }

    /// The variants of a term without one character.
    func shortened(_ scalars: [UInt32], _ term: String) -> [TermVariant] {
      guard scalars.count >= TermVariant.shortestName else { return [] }
      var variants: [TermVariant] = []
      if scalars.count >= TermVariant.shortest {
        for index in 1..<(scalars.count - 1) where isLoss(scalars, index) {
          add(scalars, without: index, term, .none, to: &variants)
        }
        if isWord(scalars[0], scalars[1]), isOdd(scalars[1], beside: scalars[2], isBehind: false) {
          add(scalars, without: 0, term, .first, to: &variants)
        }
      }
      let last = scalars.count - 1
      if isWord(scalars[last - 1], scalars[last]),
        isOdd(scalars[last - 1], beside: scalars[last - 2], isBehind: true)
      {
        add(scalars, without: last, term, .last, to: &variants)
      }
      return variants
    }

    /// The variants of a term with two inner neighbours swapped.
    func swapped(_ scalars: [UInt32], _ term: String) -> [TermVariant] {
      guard scalars.count >= TermVariant.shortest else { return [] }
      return (1..<(scalars.count - 2)).compactMap { index in
        guard scalars[index] != scalars[index + 1] else { return nil }
        var swapped = scalars
        swapped.swapAt(index, index + 1)
        return canStand(swapped) ? TermVariant(wrong: swapped, right: term) : nil
      }
    }

    /// Whether the term without an inner character leaves another that belongs to no word: not
    /// 单位|退休 for 单位离退休, nor 公务车 for 公务用车.
    private func isLoss(_ scalars: [UInt32], _ index: Int) -> Bool {
      let (before, after) = (scalars[index - 1], scalars[index + 1])
      return context.bigrams.canMeet(before, after)
        && !Self.particles.contains(scalars[index]) && scalars[index] != before
        && scalars[index] != after && isIdeograph(before) && isIdeograph(after)
        && isIdeograph(scalars[index]) && !isWord(before, after)
        && (isOdd(before, beside: index > 1 ? scalars[index - 2] : nil, isBehind: true)
          || isOdd(
            after, beside: index + 2 < scalars.count ? scalars[index + 2] : nil, isBehind: false))
    }

    /// Whether a character is no word, neither alone nor with the neighbour that it keeps.
    private func isOdd(_ scalar: UInt32, beside neighbour: UInt32?, isBehind: Bool) -> Bool {
      let spelling = context.wording.spelling
      guard !spelling.isWord(scalar) else { return false }
      guard let neighbour else { return true }
      return isBehind
        ? !spelling.isWord(neighbour, scalar) : !spelling.isWord(scalar, neighbour)
    }

    private func add(
      _ scalars: [UInt32], without index: Int, _ term: String, _ edge: Edge,
      to variants: inout [TermVariant]
    ) {
      var shorter = scalars
      shorter.remove(at: index)
      guard canStand(shorter) else { return }
      variants.append(TermVariant(wrong: shorter, right: term, edge: edge))
    }

    private func canStand(_ scalars: [UInt32]) -> Bool {
      zip(scalars, scalars.dropFirst()).allSatisfy { context.bigrams.canMeet($0, $1) }
    }

    private func isWord(_ first: UInt32, _ second: UInt32) -> Bool {
      context.wording.spelling.isWord(first, second)
    }

    private static let particles = "和与及的类".scalarValues
  }
}

internal import FiscalText

/// Tells page numbers without dashes or words from the other lines of digits alone, which tables
/// have where each cell or each broken name has a line.
struct BareNumbers {
  struct Candidate {
    /// The index of the block.
    var block: Int
    var value: Int
    /// How many lines stand before it.
    var line: Int
  }

  private let blocks: [RawBlock]
  private let candidates: [Candidate]
  private let lineCount: Int

  init(_ blocks: [RawBlock], _ lines: [(block: Int, line: DraftLine)]) {
    self.blocks = blocks
    lineCount = lines.count
    candidates = lines.enumerated().compactMap { index, entry in
      guard entry.line.shape.count <= 4, entry.line.shape.digits > 0,
        let value = PageNumber.bare(entry.line.bytes)
      else { return nil }
      return Candidate(block: entry.block, value: value, line: index)
    }
  }

  func pageNumbers() -> [Candidate] {
    let all = Self.counting(candidates)
    if !all.isEmpty { return all }
    let hasBreaks = blocks.contains { if case .pageBreak = $0 { true } else { false } }
    return hasBreaks ? Self.counting(candidates.filter(isAtPageEnd)) : spread()
  }

  private static let fewest = 3

  /// Those that count up by one, three at least, if most of them do.
  private static func counting(_ candidates: [Candidate]) -> [Candidate] {
    var chain: [Candidate] = []
    for candidate in candidates {
      if let last = chain.last, candidate.value != last.value + 1 { continue }
      chain.append(candidate)
    }
    return chain.count >= fewest && chain.count * 2 > candidates.count ? chain : []
  }

  /// Whether a page break stands directly before or behind it.
  private func isAtPageEnd(_ candidate: Candidate) -> Bool {
    [candidate.block - 1, candidate.block + 1].contains { index in
      if blocks.indices.contains(index), case .pageBreak = blocks[index] { true } else { false }
    }
  }

  // MARK: Numbers as far apart as pages

  /// A page of text or of a table has more lines than any row has.
  private static let fewestLines = 10
  /// Most pages have more than that.
  private static let usualLines = 18
  /// How many pages may be shorter than that.
  private static let mostSkipped = 3

  private struct Chain {
    var count: Int
    var last: Int
  }

  /// The longest chain of numbers that count up, each as far from the one before as pages are, if
  /// it goes through most of the text. Of pages too short for that, the numbers between.
  private func spread() -> [Candidate] {
    var before = [Int?](repeating: nil, count: candidates.count)
    var chains: [Int: [Chain]] = [:]
    var best: Chain?
    for (index, candidate) in candidates.enumerated() {
      var chain = Chain(count: 1, last: index)
      for step in 1...Self.mostSkipped {
        for other in chains[candidate.value - step] ?? []
        where candidates[other.last].line + Self.fewestLines * step <= candidate.line
          && other.count + 1 > chain.count
        {
          chain.count = other.count + 1
          before[index] = other.last
        }
      }
      keep(chain, in: &chains[candidate.value, default: []])
      if chain.count > best?.count ?? 0 { best = chain }
    }
    guard let best, best.count > Self.fewest else { return [] }
    var chain: [Candidate] = []
    var index: Int? = best.last
    while let here = index {
      chain.append(candidates[here])
      index = before[here]
    }
    chain.reverse()
    let covered = chain[chain.count - 1].line - chain[0].line
    let pages = candidates[best.last].value - chain[0].value
    guard covered * 2 > lineCount, covered >= pages * Self.usualLines else { return [] }
    return chain + between(chain)
  }

  /// Of the chains that end with one value, the longest ones are kept, and of those the first and
  /// the last: others lead no further.
  private func keep(_ chain: Chain, in chains: inout [Chain]) {
    if let longest = chains.first?.count {
      guard chain.count >= longest else { return }
      if chain.count > longest { chains = [] }
    }
    if chains.count > 1 { chains.removeLast() }
    chains.append(chain)
  }

  /// Numbers of the pages that the chain skipped.
  private func between(_ chain: [Candidate]) -> [Candidate] {
    var found: [Candidate] = []
    var next = 0
    for candidate in candidates {
      while next < chain.count, chain[next].line < candidate.line { next += 1 }
      guard next > 0, next < chain.count, candidate.line < chain[next].line,
        candidate.value > chain[next - 1].value, candidate.value < chain[next].value
      else { continue }
      found.append(candidate)
    }
    return found
  }
}

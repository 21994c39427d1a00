/// Which paragraphs of two versions are the same one, changed or not.
struct ParagraphPairs {
  /// For each old paragraph the place of the new one, or nil. The places rise.
  private(set) var places: [Int?]

  /// Paragraphs that have less than this in common are different ones.
  private static let least = 0.4
  /// Longer stretches without any paragraph in common are compared in order only.
  private static let limit = 40_000

  init(_ old: [String], _ new: [String]) {
    places = SequenceMatch.matches(old, new)
    var (oldStart, newStart) = (0, 0)
    for index in 0...old.count {
      let isEnd = index == old.count
      guard let place = isEnd ? new.count : places[index] else { continue }
      pair(old, oldStart..<index, new, newStart..<place)
      (oldStart, newStart) = (index + 1, place + 1)
    }
  }

  /// Pairs what is most alike between two paragraphs that did not change.
  private mutating func pair(
    _ old: [String], _ rows: Range<Int>, _ new: [String], _ columns: Range<Int>
  ) {
    guard !rows.isEmpty, !columns.isEmpty, rows.count * columns.count <= Self.limit else { return }
    let (left, right) = (rows.map { Piece(old[$0]) }, columns.map { Piece(new[$0]) })
    let scores = left.map { one in right.map { one.likeness(to: $0) } }
    // best[i][j]: the greatest sum of the pairs behind i and j.
    var best = [[Double]](
      repeating: [Double](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        let score = scores[i][j]
        let paired = score >= Self.least ? best[i + 1][j + 1] + score : 0
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if scores[i][j] >= Self.least, best[i][j] == best[i + 1][j + 1] + scores[i][j] {
        places[rows.lowerBound + i] = columns.lowerBound + j
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// A paragraph as it is compared.
  private struct Piece {
    var tokens: [String]
    /// Of two items only those with the same name are the same.
    var lead: String?
    var isHeading: Bool

    init(_ text: String) {
      tokens = DraftTokens.of(text)
      lead = ParagraphSubject.lead([UInt8](text.utf8))
      isHeading = text.hasPrefix("#")
    }

    func likeness(to other: Piece) -> Double {
      guard lead == other.lead, isHeading == other.isHeading else { return 0 }
      return DraftTokens.likeness(tokens, other.tokens)
    }
  }
}

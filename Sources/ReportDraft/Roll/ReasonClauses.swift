internal import FiscalNarrative
internal import FiscalText

/// The clauses of a text that give reasons or purposes.
enum ReasonClauses {
  struct Clause {
    /// The words before the reason: 主要原因是.
    var intro: Range<Int>
    /// The reason, without the mark that ends it.
    var body: Range<Int>
  }

  private static let leads = ReasonLead.words.map { Array($0.utf8) }
  private static let ends = ["。", "；"].map { Array($0.utf8) }
  /// A sentence that goes on with the reasons of the one before.
  private static let enumerations = ["一是", "二是", "三是", "四是", "五是"].map { Array($0.utf8) }
  /// Words of a clause that goes on with what was counted, behind a reason: ，全年购置公务用车0辆.
  private static let facts = ["，全年", "，年末", "，期末", "，截至", "，截止"].map { Array($0.utf8) }
  private static let cause = Array("原因".utf8)

  /// - Parameter word: the word with which the clauses begin.
  static func all(
    in bytes: [UInt8], _ vocabulary: Vocabulary, word wanted: Word = .reason
  ) -> [Clause] {
    let text = NormalText(bytes)
    var clauses: [Clause] = []
    let blanks = blanks(in: bytes)
    var offset = 0
    while offset < text.bytes.count {
      guard let (term, length) = vocabulary.lexicon.longest(text.bytes, at: offset) else {
        offset += decodeScalar(text.bytes, at: offset).length
        continue
      }
      let word = text.origin(offset..<(offset + length))
      offset += length
      guard term == .word(wanted), word.lowerBound >= clauses.last?.body.upperBound ?? 0,
        !blanks.contains(where: { $0.contains(word.lowerBound) })
      else { continue }
      let start = introEnd(bytes, from: word.upperBound)
      let end = bodyEnd(bytes, from: start)
      if end > start { clauses.append(Clause(intro: word.lowerBound..<start, body: start..<end)) }
    }
    return clauses
  }

  private static let blankStart = Array("【".utf8)
  private static let blankEnd = Array("】".utf8)

  /// The blanks that were left open: what they ask for is no reason.
  private static func blanks(in bytes: [UInt8]) -> [Range<Int>] {
    var blanks: [Range<Int>] = []
    var offset = 0
    while let start = bytes.firstOffset(of: blankStart, from: offset),
      let end = bytes.firstOffset(of: blankEnd, from: start)
    {
      offset = end + blankEnd.count
      blanks.append(start..<offset)
    }
    return blanks
  }

  private static func introEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    // 主要情况原因是…: one more word of the kind.
    if bytes.hasBytes(cause, at: offset) { offset += cause.count }
    if let lead = leads.first(where: { bytes.hasBytes($0, at: offset) }) {
      offset += lead.count
    }
    return offset
  }

  private static func bodyEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      if facts.contains(where: { bytes.hasBytes($0, at: offset) }) { return offset }
      guard let end = ends.first(where: { bytes.hasBytes($0, at: offset) }) else {
        offset += 1
        continue
      }
      let next = offset + end.count
      guard enumerations.contains(where: { bytes.hasBytes($0, at: next) }) else { return offset }
      offset = next
    }
    return bytes.count
  }
}

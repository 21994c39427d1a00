internal import FiscalText

/// A paragraph that both a person and the tables may have changed.
struct ParagraphMerge {
  private(set) var text: String
  /// Sentences that were changed by hand and would read otherwise now, with what they would read.
  private(set) var kept: [DraftUpdate.Kept] = []

  /// Whether numbers changed while a reason that a person gave for them stayed.
  private(set) var hasOldReason = false

  init(base: String, mine: String, new: String) {
    text = mine
    if base == new { return }
    merge(base, mine, new)
    let open = Self.reasons(base)
    hasOldReason = text != mine && open > 0 && Self.reasons(mine) < open
  }

  /// How many reasons are still to be given.
  private static func reasons(_ text: String) -> Int {
    Blank.all(in: [UInt8](text.utf8)).count { $0.hint.contains("原因") }
  }

  private mutating func merge(_ base: String, _ mine: String, _ new: String) {
    let whole = Self.merged(base, mine, new)
    guard whole.hasConflict else {
      text = whole.result.joined()
      return
    }
    let sentences = (Self.sentences(base), Self.sentences(mine), Self.sentences(new))
    guard sentences.0.count == sentences.1.count, sentences.1.count == sentences.2.count else {
      kept = [DraftUpdate.Kept(text: mine, proposal: new, why: .changedByHand)]
      return
    }
    text = ""
    for index in sentences.0.indices {
      let (old, own, other) = (sentences.0[index], sentences.1[index], sentences.2[index])
      let merge = Self.merged(old, own, other)
      text += merge.hasConflict ? own : merge.result.joined()
      if merge.hasConflict {
        kept.append(DraftUpdate.Kept(text: own, proposal: other, why: .changedByHand))
      }
    }
  }

  private static func merged(_ base: String, _ mine: String, _ new: String) -> ThreeWayMerge {
    ThreeWayMerge(
      base: DraftTokens.of(base), mine: DraftTokens.of(mine), new: DraftTokens.of(new))
  }

  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    for character in text {
      sentence.append(character)
      if character == "。" || character == "；" {
        sentences.append(sentence)
        sentence = ""
      }
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }
}

/// Brings a draft that a person has worked on up to date with its tables: what depends on numbers
/// that changed is written anew, what was written by hand stays.
public struct DraftUpdate: Sendable {
  /// Something of a person's that does not follow the tables any more.
  public struct Kept: Sendable {
    public enum Reason: Sendable {
      /// Both the person and the tables changed it.
      case changedByHand
      /// The draft would not have it any more.
      case gone
      /// The person deleted it, and it would read otherwise now.
      case deleted
    }

    /// What stands in the text; what stood there before where it was deleted.
    public var text: String
    /// What the draft would say; empty where it would say nothing.
    public var proposal: String
    public var why: Reason
  }

  /// The new text.
  public private(set) var text: String
  /// In the order of the text.
  public private(set) var kept: [Kept] = []
  /// Paragraphs of which numbers changed while a reason that a person gave for them stayed.
  public private(set) var oldReasons: [String] = []

  /// - Parameters:
  ///   - base: the text as it was drafted.
  ///   - mine: the text as it is now.
  ///   - new: the text as it would be drafted from the tables as they are now.
  /// - Complexity: O(n) in the number of paragraphs that stayed, O(n²) in those between them that
  ///   changed.
  public init(base: String, mine: String, new: String) {
    let (old, own, other) = (Self.paragraphs(base), Self.paragraphs(mine), Self.paragraphs(new))
    let toMine = ParagraphPairs(old, own).places
    let toNew = ParagraphPairs(old, other).places
    text = ""
    var (m, n) = (0, 0)
    var result: [String] = []
    for index in old.indices {
      if let place = toMine[index] {
        result += own[m..<place]
        m = place + 1
      }
      if let place = toNew[index] {
        result += other[n..<place]
        n = place + 1
      }
      merge(
        old[index], toMine[index].map { own[$0] }, toNew[index].map { other[$0] }, into: &result)
    }
    result += own[m...]
    result += other[n...]
    text = result.joined(separator: "\n\n") + "\n"
  }

  private mutating func merge(
    _ base: String, _ mine: String?, _ new: String?, into result: inout [String]
  ) {
    switch (mine, new) {
    case (let mine?, let new?):
      let merge = ParagraphMerge(base: base, mine: mine, new: new)
      result.append(merge.text)
      kept += merge.kept
      if merge.hasOldReason { oldReasons.append(merge.text) }
    case (let mine?, nil):
      guard mine != base else { return }
      result.append(mine)
      kept.append(Kept(text: mine, proposal: "", why: .gone))
    case (nil, let new?):
      if new != base { kept.append(Kept(text: base, proposal: new, why: .deleted)) }
    case (nil, nil): break
    }
  }

  /// What stands between empty lines.
  private static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    let all: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in all + [""] {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if !isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: "\n"))
        lines = []
      }
    }
    return paragraphs
  }
}

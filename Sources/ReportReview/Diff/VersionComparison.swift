internal import FiscalModel
public import ReportLint

/// What differs between two versions of a disclosure: findings that went, came and stayed;
/// numbers that changed, and sentences about them that did not.
public struct VersionComparison: Sendable {
  public private(set) var gone: [Finding] = []
  public private(set) var came: [Finding] = []
  public private(set) var stayed: [Finding] = []
  /// In the order of the new version.
  public private(set) var changes: [NumberChange] = []
  let oldPath: String
  let newPath: String

  /// - Complexity: O(n) in the size of both.
  public init(old: ReadDocument, new: ReadDocument) {
    oldPath = old.result.path
    newPath = new.result.path
    compareFindings(old.result, new.result)
    compareNumbers(old, new)
  }

  /// Whether the new version needs a look: something came, or did not follow and is
  /// wrong now.
  public var needsAttention: Bool {
    !came.isEmpty
      || changes.contains { $0.unchanged.contains { $0.state == .contradicted } }
  }

  // MARK: Findings

  /// What makes a finding the same in another version; lines move.
  private struct FindingKey: Hashable {
    var rule: String
    var quote: String
    var message: String

    init(_ finding: Finding) {
      rule = finding.rule
      quote = finding.quote.filter { !$0.isWhitespace }
      message = finding.message
    }
  }

  private mutating func compareFindings(_ old: LintResult, _ new: LintResult) {
    var left: [FindingKey: Int] = [:]
    for finding in old.findings { left[FindingKey(finding), default: 0] += 1 }
    for finding in new.findings {
      let key = FindingKey(finding)
      if let count = left[key], count > 0 {
        left[key] = count - 1
        stayed.append(finding)
      } else {
        came.append(finding)
      }
    }
    var kept: [FindingKey: Int] = [:]
    for finding in stayed { kept[FindingKey(finding), default: 0] += 1 }
    for finding in old.findings {
      let key = FindingKey(finding)
      if let count = kept[key], count > 0 {
        kept[key] = count - 1
      } else {
        gone.append(finding)
      }
    }
  }

  // MARK: Numbers

  private mutating func compareNumbers(_ old: ReadDocument, _ new: ReadDocument) {
    let pairs = NumberPairs(old, new)
    let oldSentences = Set(old.sentences.compactMap(\.self))
    for (index, item) in new.content.items.enumerated() {
      guard let before = pairs.old(of: index) else { continue }
      let earlier = old.content.items[before]
      guard Self.digits(earlier.quote) != Self.digits(item.quote) else { continue }
      changes.append(
        NumberChange(
          meaning: item.meaning ?? earlier.meaning ?? "", old: earlier.quote, new: item.quote,
          location: item.location, isCell: item.isCell,
          unchanged: Self.unchanged(index, new, oldSentences)))
    }
  }

  private static func digits(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "," && $0 != "，" }
  }

  /// The sentences with numbers that hang together with an item, and that stood there before.
  private static func unchanged(
    _ item: Int, _ new: ReadDocument, _ before: Set<String>
  ) -> [NumberChange.Sentence] {
    let content = new.content
    var linked = content.citations[item] ?? []
    for place in content.items[item].evidence {
      if let stretch = content.index.stretch(place.spot), let other = content.item(at: stretch) {
        linked.append(other)
      }
    }
    var seen = Set([new.sentences[item]])
    var sentences: [NumberChange.Sentence] = []
    for other in linked {
      guard let sentence = new.sentences[other], before.contains(sentence),
        seen.insert(sentence).inserted
      else { continue }
      sentences.append(
        NumberChange.Sentence(
          text: sentence, location: content.items[other].location,
          state: content.items[other].state))
    }
    return sentences
  }
}

public import FiscalModel

/// What the paragraphs of a version were in the version before.
public enum ParagraphChanges {
  private struct Collector: ReportWalker {
    var texts: [String] = []

    mutating func visit(_ block: Block, path: [Section]) {
      switch block {
      case .paragraph(let paragraph): texts.append(paragraph.text.string)
      case .glossaryEntry(let entry): texts.append(entry.text.string)
      default: break
      }
    }
  }

  /// For each paragraph that changed or is new, by its text: its old text, or nil.
  public static func changes(from old: Report, to new: Report) -> [String: String?] {
    let (before, after) = (texts(old), texts(new))
    let places = ParagraphPairs(before, after).places
    var changes: [String: String?] = [:]
    var known: Set<Int> = []
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      known.insert(place)
      if before[index] != after[place] { changes[after[place]] = .some(before[index]) }
    }
    for index in after.indices where !known.contains(index) {
      changes[after[index]] = .some(nil)
    }
    return changes
  }

  private static func texts(_ report: Report) -> [String] {
    var collector = Collector()
    collector.walk(report)
    return collector.texts
  }
}

internal import FiscalModel

/// Makes one finding of several that say the same place is wrong in the same way.
enum FindingMerger {
  /// Keeps, of the findings of one group at one place, the gravest; the first among equals.
  static func merged(_ findings: [Finding]) -> [Finding] {
    var kept: [Finding] = []
    var places: [Key: Int] = [:]
    kept.reserveCapacity(findings.count)
    places.reserveCapacity(findings.count)
    for rank in findings.indices {
      guard let key = Key(findings[rank]) else {
        kept.append(findings[rank])
        continue
      }
      if let index = places[key] {
        let consequences = kept[index].consequences + findings[rank].consequences
        if findings[rank].severity > kept[index].severity { kept[index] = findings[rank] }
        kept[index].consequences = consequences
      } else {
        places[key] = kept.count
        kept.append(findings[rank])
      }
    }
    return kept
  }

  private struct Key: Hashable {
    var location: Location
    /// The bytes in the text at hand: all of a paragraph of a Word file is one location.
    var range: Range<Int>?
    var group: UInt8?
    /// What is missing there: several things may be missing in one place.
    var missing: String?

    /// Nil for what is wrong with a file as a whole.
    init?(_ finding: Finding) {
      if case .file = finding.location { return nil }
      location = finding.location
      range = finding.spot?.range
      group = finding.category.utf8.first
      missing = finding.category == absence ? finding.message : nil
    }
  }

  /// The category of what is missing.
  private static let absence = "S1"
}

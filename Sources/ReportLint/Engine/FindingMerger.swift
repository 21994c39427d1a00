internal import FiscalModel

/// Makes one finding of several that say the same place is wrong in the same way.
enum FindingMerger {
  /// Keeps, of the findings of one group at one place, the gravest; the first among equals.
  static func merged(_ findings: [Finding]) -> [Finding] {
    var kept: [Finding] = []
    var places: [Key: Int] = [:]
    for finding in findings {
      if case .file = finding.location {
        kept.append(finding)
        continue
      }
      let key = Key(
        location: finding.location, range: finding.spot?.range,
        group: finding.category.prefix(1),
        missing: finding.category == absence ? finding.message : nil)
      if let index = places[key] {
        let consequences = kept[index].consequences + finding.consequences
        if finding.severity > kept[index].severity { kept[index] = finding }
        kept[index].consequences = consequences
      } else {
        places[key] = kept.count
        kept.append(finding)
      }
    }
    return kept
  }

  private struct Key: Hashable {
    var location: Location
    /// The bytes in the text at hand: all of a paragraph of a Word file is one location.
    var range: Range<Int>?
    var group: Substring
    /// What is missing there: several things may be missing in one place.
    var missing: String?
  }

  /// The category of what is missing.
  private static let absence = "S1"
}

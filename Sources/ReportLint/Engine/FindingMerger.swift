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
      let key = Key(location: finding.location, group: finding.category.prefix(1))
      if let index = places[key] {
        if finding.severity > kept[index].severity { kept[index] = finding }
      } else {
        places[key] = kept.count
        kept.append(finding)
      }
    }
    return kept
  }

  private struct Key: Hashable {
    var location: Location
    var group: Substring
  }
}

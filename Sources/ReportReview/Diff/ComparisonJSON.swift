internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// A comparison for other programs.
public enum ComparisonJSON {
  public static func bytes(_ comparison: VersionComparison) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.value(comparison.oldPath, "old")
      object.value(comparison.newPath, "new")
      object.findings(comparison.came, "came")
      object.findings(comparison.gone, "gone")
      object.findings(comparison.stayed, "stayed")
      object.array("changes") { changes in
        for change in comparison.changes { changes.change(change) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func findings(_ findings: [Finding], _ key: StaticString) {
    array(key) { array in
      for finding in findings {
        array.object { object in
          object.value(finding.rule, "rule")
          object.value(finding.severity.rawValue, "severity")
          object.value(finding.message, "message")
          object.value(finding.quote, "quote")
          object.location(finding.location)
        }
      }
    }
  }

  fileprivate mutating func change(_ change: NumberChange) {
    object { object in
      object.value(change.meaning, "meaning")
      object.value(change.old, "old")
      object.value(change.new, "new")
      object.value(change.isCell ? "table" : "text", "place")
      object.location(change.location)
      object.array("unchanged") { sentences in
        for sentence in change.unchanged {
          sentences.object { object in
            object.value(sentence.text, "text")
            object.value(sentence.state.rawValue, "state")
            object.location(sentence.location)
          }
        }
      }
    }
  }
}

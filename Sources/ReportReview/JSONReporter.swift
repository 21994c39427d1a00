internal import FiscalModel
internal import FiscalText
public import ReportLint

/// The lint output for other programs; its form is a contract, described in
/// `Documentation/Output.md`.
public struct JSONReporter: LintReporter {
  private let listsNumbers: Bool
  private var writer = JSONWriter(expecting: 1 << 17)

  /// - Parameter listsNumbers: whether each number of the narrative is listed with its state.
  public init(listsNumbers: Bool = false) {
    self.listsNumbers = listsNumbers
    writer.beginObject()
    writer.object("tool") { tool in
      tool.value(ToolIdentity.name, "name")
      tool.value(ToolIdentity.version, "version")
    }
    writer.beginArray("documents")
  }

  public mutating func document(_ result: LintResult) -> [UInt8] {
    writer.object { [listsNumbers] document in
      document.value(result.path, "path")
      document.value(result.kind?.rawValue, "kind")
      document.value(result.layout, "layout")
      document.value(result.entity, "entity")
      document.value(result.year, "year")
      document.counts(result.counts)
      document.array("tables") { tables in
        for table in result.tables { tables.table(table) }
      }
      document.array("findings") { findings in
        for finding in result.findings { findings.finding(finding) }
      }
      if !result.accepted.isEmpty {
        document.array("accepted") { accepted in
          for item in result.accepted { accepted.finding(item.finding, reason: item.reason) }
        }
      }
      document.array("unchecked") { unchecked in
        for item in result.allUnchecked { unchecked.unchecked(item) }
      }
      guard listsNumbers else { return }
      document.array("records") { records in
        for record in result.numbers { records.record(record) }
      }
    }
    return writer.takeBytes()
  }

  public mutating func finish() -> [UInt8] {
    writer.endArray()
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ counts: LintResult.Counts) {
    object("numbers") { numbers in
      numbers.value(counts.total, "total")
      numbers.value(counts.verified, "verified")
      numbers.value(counts.contradicted, "contradicted")
      numbers.value(counts.unchecked, "unchecked")
      numbers.value(counts.excluded, "excluded")
    }
  }

  fileprivate mutating func table(_ table: LintResult.TableSummary) {
    object { object in
      object.value(table.id, "id")
      object.value(table.title, "title")
      object.value(table.rows, "rows")
      object.value(table.columns, "columns")
      object.location(table.location)
    }
  }

  /// - Parameter reason: why it is accepted, if it is.
  fileprivate mutating func finding(_ finding: Finding, reason: String? = nil) {
    object { object in
      object.value(finding.rule, "rule")
      object.value(finding.category, "category")
      object.value(finding.severity.rawValue, "severity")
      object.value(finding.confidence.rawValue, "confidence")
      object.value(finding.message, "message")
      object.location(finding.location)
      object.value(finding.quote, "quote")
      if let actual = finding.actual { object.value(actual, "actual") }
      if let expected = finding.expected { object.value(expected, "expected") }
      if let arithmetic = finding.arithmetic { object.value(arithmetic, "arithmetic") }
      object.related(finding.related, "related")
      if let suggestion = finding.suggestion { object.value(suggestion, "suggestion") }
      if let reason { object.value(reason, "reason") }
    }
  }

  fileprivate mutating func related(_ places: [Finding.Related], _ key: StaticString) {
    array(key) { array in
      for place in places {
        array.object { object in
          object.value(place.label, "label")
          object.value(place.quote, "quote")
          object.location(place.location)
        }
      }
    }
  }

  fileprivate mutating func unchecked(_ item: LintResult.Unchecked) {
    object { object in
      object.value(item.quote, "quote")
      object.value(item.reason, "reason")
      object.location(item.location)
    }
  }

  fileprivate mutating func record(_ record: NumberRecord) {
    object { object in
      object.value(record.quote, "quote")
      object.value(record.state.rawValue, "state")
      if let meaning = record.meaning { object.value(meaning, "meaning") }
      if let reason = record.reason { object.value(reason, "reason") }
      object.location(record.location)
      object.related(record.evidence, "evidence")
    }
  }
}

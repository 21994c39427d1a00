internal import FiscalModel
internal import FiscalText
public import ReportLint

/// SARIF 2.1.0 (OASIS), for code review platforms and editors.
///
/// Columns are code points, as in all outputs of the tool. SARIF knows no pages: a finding in a
/// PDF, Word or Excel file has its place in the location's message and in its properties.
public struct SARIFReporter: LintReporter {
  private let ruleNames: [String: String]
  private var usedRules: Set<String> = []
  private var writer = JSONWriter()

  /// - Parameter ruleNames: what each rule says is wrong, in Chinese, by id.
  public init(ruleNames: [String: String] = [:]) {
    self.ruleNames = ruleNames
    writer.beginObject()
    writer.value("https://json.schemastore.org/sarif-2.1.0.json", "$schema")
    writer.value("2.1.0", "version")
    writer.beginArray("runs")
    writer.beginObject()
    writer.value("unicodeCodePoints", "columnKind")
    writer.value("zh-CN", "language")
    writer.beginArray("results")
  }

  public mutating func document(_ result: LintResult) -> [UInt8] {
    for finding in result.findings {
      usedRules.insert(finding.rule)
      writer.result(finding)
    }
    for item in result.accepted {
      usedRules.insert(item.finding.rule)
      writer.result(item.finding, reason: item.reason)
    }
    return writer.takeBytes()
  }

  public mutating func finish() -> [UInt8] {
    writer.endArray()
    writer.object("tool") { [usedRules, ruleNames] tool in
      tool.object("driver") { driver in
        driver.value(ToolIdentity.name, "name")
        driver.value(ToolIdentity.version, "version")
        driver.array("rules") { rules in
          for id in usedRules.sorted() { rules.rule(id, name: ruleNames[id]) }
        }
      }
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func rule(_ id: String, name: String?) {
    object { rule in
      rule.value(id, "id")
      guard let name else { return }
      rule.object("shortDescription") { $0.value(name, "text") }
    }
  }

  /// - Parameter reason: why it is accepted, if it is.
  fileprivate mutating func result(_ finding: Finding, reason: String? = nil) {
    object { result in
      result.value(finding.rule, "ruleId")
      result.value(finding.severity.level, "level")
      result.object("message") { $0.value(finding.text, "text") }
      result.array("locations") { $0.place(finding.location, id: nil, message: finding.quote) }
      result.array("relatedLocations") { locations in
        for (index, place) in finding.related.enumerated() {
          locations.place(
            place.location, id: index + 1, message: "\(place.label)：\(place.quote)")
        }
      }
      result.properties(of: finding)
      guard let reason else { return }
      result.array("suppressions") { suppressions in
        suppressions.object { suppression in
          suppression.value("external", "kind")
          suppression.value(reason, "justification")
        }
      }
    }
  }

  private mutating func properties(of finding: Finding) {
    object("properties") { properties in
      properties.value(finding.category, "category")
      properties.value(finding.confidence.rawValue, "confidence")
      if let actual = finding.actual { properties.value(actual, "actual") }
      if let expected = finding.expected { properties.value(expected, "expected") }
      if let arithmetic = finding.arithmetic { properties.value(arithmetic, "arithmetic") }
    }
  }

  private mutating func place(_ location: Location, id: Int?, message: String) {
    object { place in
      if let id { place.value(id, "id") }
      place.object("physicalLocation") { physical in
        physical.object("artifactLocation") {
          $0.value(uriReference(ofPath: location.path), "uri")
        }
        if case .text(_, let start, let end) = location { physical.region(start, end) }
      }
      let whereabouts = location.placeInFile.map { "（\($0)）" } ?? ""
      place.object("message") { $0.value(message + whereabouts, "text") }
      if case .page(_, let number, let box) = location {
        place.object("properties") { properties in
          properties.value(number, "page")
          properties.box(box)
        }
      }
    }
  }

  private mutating func region(_ start: TextPosition, _ end: TextPosition) {
    object("region") { region in
      region.value(start.line, "startLine")
      region.value(start.column, "startColumn")
      region.value(end.line, "endLine")
      region.value(end.column, "endColumn")
    }
  }
}

extension Finding {
  /// The message with what to do.
  fileprivate var text: String { suggestion.map { "\(message)\n建议：\($0)" } ?? message }
}

extension Severity {
  fileprivate var level: String { self == .info ? "note" : rawValue }
}

/// A path as a URI reference (RFC 3986): absolute ones as `file:` URIs, every byte that is not
/// unreserved escaped.
private func uriReference(ofPath path: String) -> String {
  var bytes: [UInt8] = []
  if path.hasPrefix("/") { bytes.append(contentsOf: "file://".utf8) }
  let digits = [UInt8]("0123456789ABCDEF".utf8)
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default:
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// One example of one rule.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var metadata: RuleMetadata
  var example: RuleExample

  var testDescription: String { "\(metadata.id) \(metadata.title)：\(example.title)" }

  static let all: [RuleCase] = RuleRegistry.rules.flatMap { rule in
    rule.metadata.examples.map { RuleCase(metadata: rule.metadata, example: $0) }
  }
}

@Suite("Rules do what their examples say")
struct RuleExamplesTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Findings stand exactly at the marks", arguments: RuleCase.all)
  func findingsStandAtTheMarks(_ ruleCase: RuleCase) throws {
    let layouts = try LayoutLibrary(path: Self.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(ruleCase.example)
    defer { disclosure.remove() }
    let findings = try disclosure.findings(of: ruleCase.metadata.id, layouts: layouts)
    if ruleCase.example.marksAbsence {
      #expect(!findings.isEmpty, "nothing was reported as absent")
      return
    }
    #expect(
      Set(findings.map(ExampleDisclosure.mark)) == disclosure.marks,
      "\(findings.map(\.message))")
  }

  @Test("Every rule has an example with a fault and one without")
  func everyRuleHasBothKindsOfExample() {
    for rule in RuleRegistry.rules {
      let examples = rule.metadata.examples
      #expect(examples.contains { $0.isFaulty }, "\(rule.metadata.id) has no faulty example")
      #expect(examples.contains { !$0.isFaulty }, "\(rule.metadata.id) has no faultless example")
    }
  }

  @Test("Ids are unique, and the list holds every file in Rules")
  func theListHoldsEveryRule() throws {
    let ids = RuleRegistry.rules.map(\.metadata.id)
    #expect(Set(ids).count == ids.count)
    let folder = Self.root.appendingPathComponent("Sources/ReportLint/Rules")
    let enumerator = try #require(FileManager.default.enumerator(atPath: folder.path))
    let files = enumerator.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .filter { path in
        let text =
          (try? String(contentsOfFile: folder.appendingPathComponent(path).path, encoding: .utf8))
          ?? ""
        return text.contains("Rule {")
      }
      .map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    let listed = RuleRegistry.rules.map { "\(type(of: $0))" }
    #expect(Set(files) == Set(listed))
  }
}

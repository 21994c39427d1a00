import Foundation

@testable import GongkaiCommand

/// What a document says and what is found in it, without where it was read.
struct DocumentComparison {
  /// The lines of the model: headings, paragraphs, tables with their rows and notes.
  var model: [String] = []
  /// Rule, quote and message of each finding, sorted.
  var findings: [String] = []
  /// The counts of numbers by their state.
  var numbers: [String: Int] = [:]

  init(_ paths: [String], _ tester: CommandTester = CommandTester()) async throws {
    let imported = try await tester.run(["import"] + paths + ["--format", "json"])
    let root = try Self.object(imported)
    model = ["\(root["kind"] ?? "") \(root["layout"] ?? "") \(root["entity"] ?? "")"]
    for part in root["parts"] as? [[String: Any]] ?? [] { add(part) }
    for table in root["tables"] as? [[String: Any]] ?? [] { addTable(table) }
    let linted = try await tester.run(["lint"] + paths + ["--format", "json"])
    let documents = try Self.object(linted)["documents"] as? [[String: Any]]
    let found = documents?.first?["findings"] as? [[String: Any]] ?? []
    findings = found.map { "\($0["rule"] ?? "") \($0["quote"] ?? "") \($0["message"] ?? "")" }
      .sorted()
    numbers = documents?.first?["numbers"] as? [String: Int] ?? [:]
  }

  private static func object(_ run: CommandTester.Run) throws -> [String: Any] {
    guard run.status < 2 else { throw CommandError(run.errors) }
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return json as? [String: Any] ?? [:]
  }

  private mutating func add(_ section: [String: Any]) {
    model.append("# \(section["number"] ?? "") \(section["title"] ?? "") \(section["role"] ?? "")")
    model += section["paragraphs"] as? [String] ?? []
    for child in section["sections"] as? [[String: Any]] ?? [] { add(child) }
  }

  private mutating func addTable(_ table: [String: Any]) {
    let facts = ["id", "kind", "title", "unit"].map { "\(table[$0] ?? "")" }
    model.append("表 \(facts.joined(separator: " "))")
    model.append((table["columns"] as? [String] ?? []).joined(separator: " | "))
    for row in table["rows"] as? [[Any]] ?? [] {
      model.append(row.map { $0 as? String ?? "" }.joined(separator: " | "))
    }
    model += table["notes"] as? [String] ?? []
  }

  /// The lines in which two models differ.
  func differences(from other: DocumentComparison) -> [String] {
    model.difference(from: other.model).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
  }
}

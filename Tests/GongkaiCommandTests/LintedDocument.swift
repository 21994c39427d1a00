import Foundation
import Testing

@testable import GongkaiCommand

/// What `lint --format json --numbers` says of one document.
struct LintedDocument {
  let layout: String
  let findings: [String]
  let tables: [String]
  /// The shares of amounts and percentages that are confirmed, of those that could be.
  let verified: Double

  init(_ path: String) async throws {
    let run = try await CommandTester().run("lint", path, "--format", "json", "--numbers")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let documents = try #require(root?["documents"] as? [[String: Any]])
    let document = try #require(documents.first)
    layout = document["layout"] as? String ?? ""
    findings = (document["findings"] as? [[String: Any]] ?? []).map {
      "\($0["rule"] ?? "") \($0["message"] ?? "")"
    }
    tables = (document["tables"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    let states = (document["records"] as? [[String: Any]] ?? []).compactMap { record in
      let quote = record["quote"] as? String ?? ""
      let isValue = quote.hasSuffix("元") || quote.hasSuffix("%")
      return isValue ? record["state"] as? String : nil
    }.filter { $0 != "excluded" }
    verified = Double(states.count { $0 == "verified" }) / Double(max(states.count, 1))
  }
}

import FiscalModel
import Foundation
import ReportLint
import ReportReview
import Testing

struct SARIFReporterTests {
  private func run(_ results: [LintResult]) throws -> [String: Any] {
    let reporter = SARIFReporter(ruleNames: ["NN17": "完成率不符", "NN18": "没有用到"])
    let bytes = Data(SampleResult.print(reporter, results).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    return try #require((root["runs"] as? [[String: Any]])?.first)
  }

  @Test func `a finding has rule, level, region and columns in code points`() throws {
    let run = try run([SampleResult.result])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "NN17")
    #expect(result["level"] as? String == "error")
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "%E5%86%B3%E7%AE%97/%E8%AF%B4%E6%98%8E.txt")
    #expect(
      physical["region"] as? [String: Int]
        == ["startLine": 2, "startColumn": 36, "endLine": 2, "endColumn": 43])
    #expect((result["relatedLocations"] as? [Any])?.count == 1)
  }

  @Test func `only the rules that were broken are described`() throws {
    let tool = try #require(try run([SampleResult.result])["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["NN17"])
    #expect((rules.first?["shortDescription"] as? [String: String])?["text"] == "完成率不符")
  }

  @Test func `a page is told in words and in properties, not as a line`() throws {
    var sample = SampleResult.result
    sample.findings[0].severity = .info
    sample.findings[0].location = .page(
      path: "/a b.pdf", number: 3, box: Box(x: 1, y: 2, width: 3, height: 4))
    let result = try #require((try run([sample])["results"] as? [[String: Any]])?.first)
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(result["level"] as? String == "note")
    #expect(physical["region"] == nil)
    #expect(
      (physical["artifactLocation"] as? [String: String])?["uri"] == "file:///a%20b.pdf")
    #expect((location["message"] as? [String: String])?["text"] == "359.85%（第 3 页）")
    #expect((location["properties"] as? [String: Any])?["page"] as? Int == 3)
  }
}

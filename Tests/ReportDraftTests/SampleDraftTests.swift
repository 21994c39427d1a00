import FiscalModel
import FiscalStandards
import Foundation
import ReportLint
import ReportReaders
import Testing

@testable import ReportDraft

/// The samples drafted from their own tables, held against what was written by hand. What differs is
/// listed in `Tests/Fixtures/draft`, written anew where `GONGKAI_UPDATE_SNAPSHOTS` is set.
struct SampleDraftTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let kinds = ["final-accounts", "budget"]

  private func fixture(_ name: String) -> String {
    Self.checkout.appendingPathComponent("Tests/Fixtures/draft/\(name)").path
  }

  private func read(_ kind: String) throws -> (Report, Layout) {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    let sample = try ReportReader(options: ReadOptions(library: library, layout: kind))
      .read(paths: [library.path + "/\(kind)/sample"])
    return (sample, try library.layout(kind))
  }

  private func comparison(_ kind: String) throws -> (SampleComparison, Layout) {
    let (sample, layout) = try read(kind)
    let prior = try String(contentsOfFile: fixture("\(kind).prior.txt"), encoding: .utf8)
    var drafter = try ReportDrafter(
      layout: layout, tables: sample, last: nil, prior: try PriorNumbers(prior, layout: layout),
      entity: try #require(sample.entity), year: try #require(sample.year))
    return (SampleComparison(drafted: drafter.report(), written: sample), layout)
  }

  @Test(arguments: kinds)
  func `a draft differs from the sample in its blanks and what the author added`(kind: String)
    throws
  {
    let (comparison, _) = try comparison(kind)
    #expect(comparison.missing.isEmpty, "\(comparison.missing)")
    #expect(comparison.blanks.allSatisfy { !$0.text.isEmpty })
    let path = fixture("\(kind).differences.txt")
    if ProcessInfo.processInfo.environment["GONGKAI_UPDATE_SNAPSHOTS"] != nil {
      try "\(comparison)".write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect("\(comparison)" == (try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test(arguments: kinds)
  func `every amount that the tables tell is drafted`(kind: String) throws {
    let (comparison, _) = try comparison(kind)
    // A reason or purpose tells no amounts; counts and what no table holds are named in the blank.
    for blank in comparison.blanks where blank.hint.hasSuffix("的原因") || blank.hint == "用途" {
      #expect(!blank.text.contains("万元"), "\(blank)")
    }
  }

  @Test(arguments: kinds)
  func `a draft whose blanks are filled lints clean`(kind: String) throws {
    let (comparison, layout) = try comparison(kind)
    let result = try Linter().lint(comparison.filled, layout: layout, path: kind)
    #expect(result.findings.isEmpty, "\(result.findings.map { "\($0.rule) \($0.message)" })")
    #expect(result.numbers.count { $0.state == .verified } > 150)
  }

  @Test(arguments: kinds, [3, 47, 998] as [Int64])
  func `a draft of numbers of another size has no findings but its blanks`(
    kind: String, factor: Int64
  ) throws {
    let (sample, layout) = try read(kind)
    var numbers = RandomNumbers(factor: factor)
    let tables = numbers.replaced(sample)
    let prior = numbers.replaced(
      try String(contentsOfFile: fixture("\(kind).prior.txt"), encoding: .utf8))
    var drafter = try ReportDrafter(
      layout: layout, tables: tables, last: nil, prior: try PriorNumbers(prior, layout: layout),
      entity: try #require(sample.entity), year: try #require(sample.year))
    let result = try Linter().lint(drafter.report(), layout: layout, path: kind)
    let others = result.findings.filter { $0.rule != "ST26" }
    #expect(others.isEmpty, "\(others.map { "\($0.rule) \($0.message)" })")
    #expect(result.numbers.count { $0.state == .verified } > 150)
  }
}

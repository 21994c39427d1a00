import FiscalModel
import FiscalNarrative
import FiscalStandards
import FiscalText
import Foundation
import ReportReaders
import Testing

@testable import ReportDraft

/// Last year's published budgets rolled forward, held against this year's published ones.

struct RollForwardTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let corpus = checkout.deletingLastPathComponent()
    .appendingPathComponent("shared/corpus/pdf")

  static let hasCorpus = FileManager.default.fileExists(atPath: corpus.path)

  private func comparison(
    last: [String], tables: [String], published: [String],
    prior: (Report, Layout) throws -> PriorNumbers? = { _, _ in nil }
  ) throws -> RollComparison {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    func read(_ names: [String], layout: String? = nil) throws -> Report {
      let paths = names.map { Self.corpus.appendingPathComponent($0).path }
      return try ReportReader(options: ReadOptions(library: library, layout: layout))
        .read(paths: paths)
    }
    let old = try read(last)
    let layout = try library.layout(#require(old.layout))
    let new = try read(published, layout: layout.name)
    var roller = try ReportRoller(
      try DisclosureReading(old, layout: layout), glossary: try layout.glossary(),
      tables: try read(tables, layout: layout.name), prior: try prior(new, layout),
      year: try #require(new.year))
    return try RollComparison(published: new, rolled: roller.rolled().report, layout: layout)
  }

  /// Prints what is missing with why, and gives the share of the amounts that are there.
  private func share(_ title: String, _ numbers: [RollComparison.Number]) -> Double {
    let found = numbers.count { $0.missing == nil }
    print("\(title)：\(numbers.count) 个金额，起草出 \(found) 个")
    for number in numbers {
      if let missing = number.missing { print("  \(number.quote)　\(missing)　\(number.place)") }
    }
    return Double(found) / Double(max(numbers.count, 1))
  }

  @Test(.enabled(if: hasCorpus, "没有 ../shared/corpus，不比对"))
  func `H26 with the tables of H27 gives the amounts of H27`() throws {
    let comparison = try comparison(
      last: ["H26_budget_2017_jiangsu_narrative.pdf", "H26_budget_2017_jiangsu_tables.pdf"],
      tables: ["H27_budget_2018_jiangsu_tables.pdf"],
      published: ["H27_budget_2018_jiangsu_narrative.pdf", "H27_budget_2018_jiangsu_tables.pdf"])
    #expect(share("H26→H27", comparison.amounts.filter { !$0.isNew }) >= 0.9)
    _ = share("H26→H27 新句", comparison.amounts.filter(\.isNew))
  }

  @Test(.enabled(if: hasCorpus, "没有 ../shared/corpus，不比对"))
  func `H10 with the tables of H11 gives the amounts of H11 but for last year's execution`()
    throws
  {
    let comparison = try comparison(
      last: ["H10_budget_2023_shanghai_subdistrict.pdf"],
      tables: ["H11_budget_2024_shanghai_subdistrict.pdf"],
      published: ["H11_budget_2024_shanghai_subdistrict.pdf"])
    // No table of either year has what was spent in the year before.
    let (told, untold) = (
      comparison.amounts.filter { !$0.place.contains("执行数为") },
      comparison.amounts.filter { $0.place.contains("执行数为") }
    )
    _ = share("H10→H11 上年执行数", untold)
    #expect(share("H10→H11", told) >= 0.9)
  }

  /// What the published narrative says was spent in the year before, as a clerk would write it.
  private func executions(_ published: Report, _ layout: Layout) throws -> PriorNumbers? {
    let reading = try DisclosureReading(published, layout: layout)
    var lines: [String: String] = [:]
    for statement in reading.facts.statements {
      guard let meaning = statement.meaning, case .functional(let path) = meaning.subject,
        meaning.aspect == .level(.finalAmount), let amount = statement.quantity.amount,
        let words = reading.vocabulary.section(meaning.section),
        let code = reading.rows.code(of: path, in: words)
      else { continue }
      lines[code] = "上年执行数!\(code) = \(amount.number)"
    }
    #expect(lines.count > 25)
    return try PriorNumbers(
      lines.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n"), layout: layout)
  }

  @Test(.enabled(if: hasCorpus, "没有 ../shared/corpus，不比对"))
  func `what was spent last year is printed where it is given`() throws {
    let comparison = try comparison(
      last: ["H10_budget_2023_shanghai_subdistrict.pdf"],
      tables: ["H11_budget_2024_shanghai_subdistrict.pdf"],
      published: ["H11_budget_2024_shanghai_subdistrict.pdf"], prior: executions)
    let spent = comparison.amounts.filter { $0.place.contains("执行数为") }
    #expect(share("H10→H11 上年执行数，由 --prior 给出", spent) >= 0.9)
  }
}

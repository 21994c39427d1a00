import FiscalModel
import FiscalNarrative
import FiscalStandards
import FiscalText
import Foundation
import ReportReaders
import Testing

@testable import ReportDraft

/// What the templates print is understood: a draft of some tables that is rolled onto others is the
/// draft of those others.
struct TemplateInverseTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A layout with its tables, and with what is given of the year before.
  struct Form: CustomStringConvertible {
    var layout: String
    /// A folder of the checkout, or files beside it.
    var tables: String
    var prior: String?

    var description: String { layout }
  }

  private static let samples = [
    Form(
      layout: "final-accounts", tables: "Layouts/final-accounts/sample",
      prior: "Tests/Fixtures/draft/final-accounts.prior.txt"),
    Form(
      layout: "final-accounts/dalian", tables: "Layouts/final-accounts/sample",
      prior: "Tests/Fixtures/draft/final-accounts.prior.txt"),
    Form(
      layout: "budget", tables: "Layouts/budget/sample",
      prior: "Tests/Fixtures/draft/budget.prior.txt"),
    Form(
      layout: "budget/dalian", tables: "Layouts/budget/sample",
      prior: "Tests/Fixtures/draft/budget.prior.txt"),
  ]

  private static let corpus = "../shared/corpus/pdf"
  private static var hasCorpus: Bool { FileManager.default.fileExists(atPath: path(corpus)) }
  private static let published = [
    Form(layout: "final-accounts/shanghai", tables: "\(corpus)/H02_final_2024_shanghai.pdf"),
    Form(layout: "budget/shanghai", tables: "\(corpus)/H08_budget_2025_shanghai.pdf"),
    Form(layout: "budget/jiangsu", tables: "\(corpus)/H18_budget_2017_jiangsu.pdf"),
  ]

  private static func path(_ name: String) -> String { checkout.appendingPathComponent(name).path }

  /// The paragraphs of the narrative that the draft of one set of random numbers becomes on another
  /// one, with those that it should be.
  private func pairs(_ form: Form, seed: UInt64) throws -> [(rolled: String, drafted: String)] {
    let library = try LayoutLibrary(path: Self.path("Layouts"))
    let layout = try library.layout(form.layout)
    let report = try ReportReader(options: ReadOptions(library: library, layout: layout.name))
      .read(paths: [Self.path(form.tables)])
    let prior = try form.prior.map { try String(contentsOfFile: Self.path($0), encoding: .utf8) }
    var (one, other) = (RandomNumbers(seed: seed), RandomNumbers(seed: seed + 1000))
    func draft(_ numbers: inout RandomNumbers) throws -> (Report, Report, PriorNumbers?) {
      let tables = numbers.replaced(report)
      let given = try prior.map { try PriorNumbers(numbers.replaced($0), layout: layout) }
      var drafter = try ReportDrafter(
        layout: layout, tables: tables, last: nil, prior: given, entity: "某市某局", year: 2024)
      return (drafter.report(), tables, given)
    }
    let (first, _, _) = try draft(&one)
    let (second, tables, given) = try draft(&other)
    var roller = try ReportRoller(
      try DisclosureReading(first, layout: layout), glossary: try layout.glossary(),
      tables: tables, prior: given, year: 2024)
    let rolled = Self.paragraphs(roller.rolled().report)
    let drafted = Self.paragraphs(second)
    #expect(rolled.count == drafted.count)
    return Array(zip(rolled, drafted))
  }

  private static func paragraphs(_ report: Report) -> [String] {
    report.allSections.filter { $0.role?.hasPrefix("narrative") ?? false }.flatMap(\.blocks)
      .compactMap { block in
        if case .paragraph(let paragraph) = block { paragraph.text.string } else { nil }
      }
  }

  @Test(arguments: samples, [1, 2, 3] as [UInt64])
  func `a draft rolled onto other numbers is the draft of those numbers`(form: Form, seed: UInt64)
    throws
  {
    try check(form, seed)
  }

  @Test(
    .enabled(if: hasCorpus, "没有 ../shared/corpus"), arguments: published, [1, 2] as [UInt64])
  func `a draft in a region's layout rolled onto other numbers is the draft of those numbers`(
    form: Form, seed: UInt64
  ) throws {
    try check(form, seed)
  }

  private func check(_ form: Form, _ seed: UInt64) throws {
    let pairs = try pairs(form, seed: seed)
    #expect(pairs.count > 15)
    for pair in pairs where !Self.isBeyond(pair.drafted) { #expect(pair.rolled == pair.drafted) }
  }

  /// What was spent on projects is put beside all expenditure on projects only where it is no more.
  private static func isBeyond(_ text: String) -> Bool { text.hasPrefix("本次公开") }
}

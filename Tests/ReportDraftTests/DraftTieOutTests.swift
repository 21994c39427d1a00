import FiscalModel
import FiscalStandards
import Foundation
import ReportLint
import ReportReaders
import Testing

@testable import ReportDraft

/// What a draft prints is understood when it is linted: every number that was computed is found
/// again in the tables, in each layout.
struct DraftTieOutTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Layouts with tables in their form.
  struct Case: CustomStringConvertible {
    var layout: String
    var sample: String
    /// The least numbers that its sentences print.
    var numbers: Int
    var description: String { layout }
  }

  private static let cases = [
    Case(layout: "final-accounts", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/dalian", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/shanghai", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/sichuan", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/inner-mongolia", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/yunnan", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/jiangxi", sample: "final-accounts", numbers: 230),
    Case(layout: "budget", sample: "budget", numbers: 170),
    Case(layout: "budget/dalian", sample: "budget", numbers: 50),
  ]

  @Test(arguments: cases)
  func `every number of a draft is confirmed by the tables`(form: Case) throws {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    let layout = try library.layout(form.layout)
    let tables = try ReportReader(options: ReadOptions(library: library, layout: layout.name))
      .read(paths: [library.path + "/\(form.sample)/sample"])
    let prior = try String(
      contentsOf: Self.checkout.appendingPathComponent(
        "Tests/Fixtures/draft/\(form.sample).prior.txt"), encoding: .utf8)
    var drafter = try ReportDrafter(
      layout: layout, tables: tables, last: nil, prior: try PriorNumbers(prior, layout: layout),
      entity: "某市某局", year: try #require(tables.year))
    let draft = drafter.report()
    let result = try Linter().lint(draft, layout: layout, path: "稿")
    let open = result.numbers.filter { $0.state != .verified && $0.state != .excluded }
    #expect(open.isEmpty, "\(open.map { "\($0.quote) \($0.reason ?? "")" })")
    #expect(result.numbers.count { $0.state == .verified } >= form.numbers)
  }

  @Test func `performance sheets are in every draft, wherever the form has them`() throws {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    for form in Self.cases {
      let layout = try library.layout(form.layout)
      let tables = try ReportReader(options: ReadOptions(library: library, layout: layout.name))
        .read(paths: [library.path + "/\(form.sample)/sample"])
      var drafter = try ReportDrafter(
        layout: layout, tables: tables, last: nil, entity: "某市某局", year: 2024)
      #expect(drafter.report().tables.count { $0.kind == .performance } == 3, "\(form)")
    }
  }
}

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
    /// Whether `Fixtures/draft` has tables that only this form has.
    var hasOwnTables = false
    /// What is found besides blanks: the sample's tables bear the numbers of another form, and a
    /// blank is no telephone number.
    var findings: Set<String> = []
    var description: String { layout }
  }

  private static let cases = [
    Case(layout: "final-accounts", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/dalian", sample: "final-accounts", numbers: 230),
    Case(
      layout: "final-accounts/shanghai", sample: "final-accounts", numbers: 230,
      findings: ["ST23"]),
    Case(layout: "final-accounts/sichuan", sample: "final-accounts", numbers: 150),
    Case(
      layout: "final-accounts/inner-mongolia", sample: "final-accounts", numbers: 240,
      hasOwnTables: true, findings: ["ST30"]),
    Case(layout: "final-accounts/yunnan", sample: "final-accounts", numbers: 230),
    Case(layout: "final-accounts/jiangxi", sample: "final-accounts", numbers: 230),
    Case(layout: "budget", sample: "budget", numbers: 170),
    Case(layout: "budget/dalian", sample: "budget", numbers: 50),
    Case(layout: "budget/hebei", sample: "budget", numbers: 50, hasOwnTables: true),
  ]

  /// The tables of the sample, with those that only the form has.
  private func tables(_ form: Case, _ library: LayoutLibrary) throws -> Report {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var sources = ["Layouts/\(form.sample)/sample/tables"]
    if form.hasOwnTables { sources.append("Tests/Fixtures/draft/\(Self.region(form.layout))") }
    var names: [String] = []
    for source in sources {
      let path = Self.checkout.appendingPathComponent(source)
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
      where name.hasSuffix(".csv") {
        try FileManager.default.copyItem(
          at: path.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        names.append(String(name.dropLast(4)))
      }
    }
    return try ReportReader(options: ReadOptions(library: library, layout: form.layout))
      .read(tables: names, in: folder.path)
  }

  private static func region(_ layout: String) -> String {
    String(layout.split(separator: "/").last ?? "")
  }

  @Test(arguments: cases)
  func `every number of a draft is confirmed by the tables`(form: Case) throws {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    let layout = try library.layout(form.layout)
    let tables = try tables(form, library)
    let prior = try String(
      contentsOf: Self.checkout.appendingPathComponent(
        "Tests/Fixtures/draft/\(form.sample).prior.txt"), encoding: .utf8)
    var drafter = try ReportDrafter(
      layout: layout, tables: tables, last: nil, prior: try PriorNumbers(prior, layout: layout),
      entity: "某市某局", year: form.sample == "budget" ? 2025 : 2024)
    let draft = drafter.report()
    let result = try Linter().lint(draft, layout: layout, path: "稿")
    // Only vehicles are counted by concepts; what else a table counts is not held against it.
    let open = result.numbers.filter {
      $0.state != .verified && $0.state != .excluded && !$0.quote.hasSuffix("台（套）")
    }
    #expect(open.isEmpty, "\(open.map { "\($0.quote) \($0.reason ?? "")" })")
    #expect(result.numbers.count { $0.state == .verified } >= form.numbers)
    let found = result.findings.filter { $0.rule != "ST26" && !form.findings.contains($0.rule) }
    #expect(found.isEmpty, "\(found.map { "\($0.rule) \($0.message)" })")
  }

  @Test func `performance sheets are in every draft, wherever the form has them`() throws {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    for form in Self.cases {
      let layout = try library.layout(form.layout)
      let tables = try tables(form, library)
      var drafter = try ReportDrafter(
        layout: layout, tables: tables, last: nil, entity: "某市某局", year: 2024)
      #expect(drafter.report().tables.count { $0.kind == .performance } == 3, "\(form)")
    }
  }

  /// Sentences that only the form of a region has.
  @Test(arguments: [
    (
      "final-accounts/inner-mongolia",
      [
        "政府采购支出总额1,286.40万元，其中：政府采购货物支出312.75万元、政府采购工程支出458.20万元、政府采购服务支出515.45万元。",
        "共有车辆14辆，其中：主要负责人用车1辆、机要通信用车1辆、应急保障用车3辆、", "商品和服务支出5,020.50万元，占32.13%；",
        "单价100万元（含）以上设备（不含车辆）3台（套）。", "机构运行经费支出168.35万元，",
      ]
    ),
    (
      "final-accounts/sichuan",
      [
        "2024年度收、支总计均为22,876.70万元。",
        "4.社会保障和就业支出（208）民政管理事务（20802）行政运行（2080201）：预算为【请填写：全年预算数】，支出决算为1,286.47万元，",
        "政府性基金预算财政拨款收入1,828.30万元，占8.09%；",
      ]
    ),
    (
      "budget/hebei",
      [
        "安排政府采购预算172.80万元，", "面向中小企业预留政府采购项目预算金额120.00万元，占政府采购预算的69.44%。",
        "固定资产总值2,896.15万元，其中：土地、房屋及构筑物1,820.00万元、", "人员经费2,028.22万元，公用经费230.35万元，",
      ]
    ),
  ])
  func `the form of a region has its own sentences`(layout: String, sentences: [String]) throws {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    let form = try #require(Self.cases.first { $0.layout == layout })
    var drafter = try ReportDrafter(
      layout: try library.layout(layout), tables: try tables(form, library), last: nil,
      entity: "某局", year: form.sample == "budget" ? 2025 : 2024)
    let text = drafter.report().allSections.flatMap(\.blocks).compactMap { block -> String? in
      if case .paragraph(let paragraph) = block { paragraph.text.string } else { nil }
    }.joined(separator: "\n")
    for sentence in sentences { #expect(text.contains(sentence)) }
  }
}

import Foundation
import Testing

@testable import GongkaiCommand

/// A text of `Fixtures/regions`: a disclosure of an invented body in the form of a province, made by
/// `Tools/regions/make.py`.
private struct RegionalForm: Sendable, CustomTestStringConvertible {
  var file: String
  var layout: String
  /// The least share of amounts and percentages that something must confirm.
  var verified = 0.85
  var tables = 9

  var testDescription: String { file }
  var path: String { "\(Self.folder)/\(file).txt" }
  static let folder = "\(CommandTester.checkout)/Tests/Fixtures/regions"

  static let all = [
    RegionalForm(file: "重庆-单位决算", layout: "final-accounts"),
    RegionalForm(file: "云南-部门决算", layout: "final-accounts/yunnan"),
    RegionalForm(file: "江西-单位决算", layout: "final-accounts/jiangxi"),
    RegionalForm(file: "浙江-部门决算", layout: "final-accounts"),
    // The tables are published beside it, so only its own sentences confirm each other.
    RegionalForm(file: "北京-部门决算-无表", layout: "final-accounts", verified: 0.8, tables: 0),
    RegionalForm(file: "新疆-单位决算-Word文本", layout: "final-accounts"),
    RegionalForm(file: "广西-部门预算", layout: "budget"),
    RegionalForm(file: "安徽-部门预算", layout: "budget"),
    RegionalForm(file: "湖南-部门预算-转换Markdown", layout: "budget"),
  ]
}

/// What is put in the place of what stands there, and the rule that must see it.
private struct PlantedFault: Sendable, CustomTestStringConvertible {
  var file: String
  var right: String
  var wrong: String
  var rule: String

  var testDescription: String { "\(file)：\(right)→\(wrong)" }

  static let all = [
    PlantedFault(
      file: "重庆-单位决算", right: "减少472.06万元，下降10.1%，主要原因是退休和调出",
      wrong: "减少472.06万元，下降11.0%，主要原因是退休和调出", rule: "NN21"),
    PlantedFault(
      file: "重庆-单位决算", right: "占96.8%；事业收入", wrong: "占98.6%；事业收入", rule: "NN13"),
    PlantedFault(file: "重庆-单位决算", right: "6批次48人", wrong: "6批次", rule: "NN35"),
    PlantedFault(
      file: "云南-部门决算", right: "占总收入的99.65%", wrong: "占总收入的96.65%", rule: "NN13"),
    PlantedFault(
      file: "云南-部门决算", right: "完成年初预算的95.72%", wrong: "完成年初预算的97.52%", rule: "NN17"),
    PlantedFault(
      file: "云南-部门决算", right: "其他收入增加12,000.00元，增长7.04%", wrong: "其他收入增加12,000.00元，下降7.04%",
      rule: "NN26"),
    PlantedFault(
      file: "江西-单位决算", right: "较2021年增加42.1万元，增长5.66%", wrong: "较2021年增加42.1万元，增长6.56%",
      rule: "NN21"),
    PlantedFault(
      file: "江西-单位决算", right: "决算数为2.63万元，完成全年预算", wrong: "决算数为2.36万元，完成全年预算", rule: "NT21"),
    PlantedFault(
      file: "浙江-部门决算", right: "占收入合计89.74%", wrong: "占收入合计87.94%", rule: "NN13"),
    PlantedFault(
      file: "浙江-部门决算", right: "占本年支出合计的2.24%", wrong: "占本年支出合计的2.42%", rule: "NN13"),
    PlantedFault(
      file: "浙江-部门决算", right: "完成年初预算的96.70%。决算数小于年初预算数",
      wrong: "完成年初预算的96.70%。决算数大于年初预算数", rule: "NN27"),
    PlantedFault(
      file: "北京-部门决算-无表", right: "占收入合计的99.61%。其中：", wrong: "占收入合计的96.91%。其中：",
      rule: "NN13"),
    PlantedFault(
      file: "新疆-单位决算-Word文本", right: "收入支出总体与上年相比，增加8.21万元，增长1.95%，主要原因是：新增法律服务进社区项目。\n二",
      wrong: "收入支出总体与上年相比，增加8.21万元，增长1.59%，主要原因是：新增法律服务进社区项目。\n二", rule: "NN21"),
    PlantedFault(
      file: "广西-部门预算", right: "占27.28%；卫生健康", wrong: "占22.78%；卫生健康", rule: "NN13"),
    PlantedFault(
      file: "安徽-部门预算", right: "执法执勤用车2辆、其他用车2辆", wrong: "执法执勤用车3辆、其他用车2辆", rule: "NN12"),
    PlantedFault(
      file: "湖南-部门预算-转换Markdown", right: "公务接待费4.00万元", wrong: "公务接待费5.00万元", rule: "NT30"),
  ]
}

/// What `lint --format json --numbers` says of one document.
private struct LintedDocument {
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

/// Forms of provinces that the layouts do not all know by name must be read right, and give nothing
/// that is false.
struct RegionalFormsTests {
  @Test(arguments: RegionalForm.all)
  fileprivate func `nothing is reported on a document without faults`(
    form: RegionalForm
  ) async throws {
    let document = try await LintedDocument(form.path)
    #expect(document.findings == [])
    #expect(document.layout == form.layout)
  }

  @Test(arguments: RegionalForm.all)
  fileprivate func `the tables are recognised and confirm the sentences`(
    form: RegionalForm
  ) async throws {
    let document = try await LintedDocument(form.path)
    #expect(Set(document.tables).count == form.tables)
    #expect(document.verified >= form.verified)
  }

  @Test(arguments: PlantedFault.all)
  fileprivate func `a planted fault is found`(fault: PlantedFault) async throws {
    let text = try String(
      contentsOfFile: "\(RegionalForm.folder)/\(fault.file).txt", encoding: .utf8)
    #expect(text.contains(fault.right))
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "错.txt", text.replacingOccurrences(of: fault.right, with: fault.wrong))
    let document = try await LintedDocument(path)
    #expect(document.findings.contains { $0.hasPrefix("\(fault.rule) ") })
  }
}

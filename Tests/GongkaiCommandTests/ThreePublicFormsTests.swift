import Foundation
import Testing

@testable import GongkaiCommand

/// A table of the three public expenses of an invented body, in one of the shapes in use.
private struct ThreePublicForm: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var isBudget = false
  var title: String
  /// The rows of the head; an empty cell belongs to the one on its left, or above it.
  var head: [[String]]
  /// The rows; `X` stands for the money spent on receptions.
  var rows: [[String]]
  /// The table's id once its shape is known, and the relation that a wrong part breaks.
  var id: String
  var rule: String

  /// The title, the unit, and the table as Markdown, with an amount for `X`.
  func markdown(_ amount: String) -> String {
    let rule = "|" + head[0].map { _ in " --- |" }.joined()
    let lines = [line(head[0]), rule] + (head.dropFirst() + filled(amount)).map(line)
    return document(lines)
  }

  /// The same with the cells of a row apart by spaces.
  func text(_ amount: String) -> String {
    document((head + filled(amount)).map { $0.filter { !$0.isEmpty }.joined(separator: "   ") })
  }

  private func filled(_ amount: String) -> [[String]] {
    rows.map { $0.map { $0 == "X" ? amount : $0 } }
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func document(_ lines: [String]) -> String {
    let kind = isBudget ? "2025年度部门预算" : "2024年度部门决算"
    return """
      云汀市民政局\(kind)

      第四部分 \(kind)表

      \(title)
      单位：万元

      \(lines.joined(separator: "\n"))
      """
  }

  private static let items = ["合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"]
  private static let vehicles = ["", "", "小计", "公务用车购置费", "公务用车运行费", ""]
  private static let planned = ["20.00", "0.00", "15.00", "0.00", "15.00", "5.00"]
  private static let spent = ["18.50", "0.00", "14.30", "0.00", "14.30", "X"]

  static let all = [
    ThreePublicForm(
      testDescription: "预算数和决算数各占一半", title: "财政拨款“三公”经费支出决算表",
      head: [
        ["预算数", "", "", "", "", "", "决算数", "", "", "", "", ""], items + items,
        vehicles + vehicles,
      ], rows: [planned + spent], id: "公开09", rule: "TI20"),
    ThreePublicForm(
      testDescription: "每项下面预算数、决算数成对", title: "财政拨款“三公”经费支出决算表",
      head: [
        items.flatMap { [$0, ""] }, vehicles.flatMap { [$0, ""] },
        items.flatMap { _ in ["预算数", "决算数"] },
      ], rows: [zip(planned, spent).flatMap { [$0, $1] }], id: "公开09", rule: "TI20"),
    ThreePublicForm(
      testDescription: "接待在用车前面", title: "财政拨款“三公”经费支出决算表",
      head: [
        ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", "", ""],
        ["", "", "", "小计", "公务用车购置费", "公务用车运行费"],
      ], rows: [["18.50", "0.00", "X", "14.30", "0.00", "14.30"]], id: "公开09单栏", rule: "TI44"),
    ThreePublicForm(
      testDescription: "没有用车小计", title: "财政拨款“三公”经费支出决算表",
      head: [["合计", "因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行费"]],
      rows: [["18.50", "0.00", "X", "0.00", "14.30"]], id: "公开09单栏", rule: "TI43"),
    ThreePublicForm(
      testDescription: "项目写在行里", title: "“三公”经费支出决算表",
      head: [["序号", "项目", "年初预算数", "全年预算数", "决算数"]],
      rows: [
        ["1", "“三公”经费合计", "20.00", "20.00", "18.50"],
        ["2", "因公出国（境）费", "0.00", "0.00", "0.00"],
        ["3", "公务用车购置及运行费", "15.00", "15.00", "14.30"],
        ["4", "公务用车购置费", "0.00", "0.00", "0.00"],
        ["5", "公务用车运行费", "15.00", "15.00", "14.30"],
        ["6", "公务接待费", "5.00", "5.00", "X"],
      ], id: "公开09逐项", rule: "TI44"),
    ThreePublicForm(
      testDescription: "与机关运行经费合成一张", title: "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
      head: [["项目", "行次", "预算数", "全年预算数", "决算统计数"], ["栏次", "", "1", "2", "3"]],
      rows: [
        ["一、“三公”经费支出", "1", "—", "—", "—"], ["（一）支出合计", "2", "20.00", "20.00", "18.50"],
        ["1.因公出国（境）费", "3", "0.00", "0.00", "0.00"],
        ["2.公务用车购置及运行维护费", "4", "15.00", "15.00", "14.30"],
        ["（1）公务用车购置费", "5", "0.00", "0.00", "0.00"],
        ["（2）公务用车运行维护费", "6", "15.00", "15.00", "14.30"],
        ["3.公务接待费", "7", "5.00", "5.00", "X"], ["（二）相关统计数", "8", "—", "—", "—"],
        ["1.公务用车保有量（辆）", "9", "—", "—", "2"], ["2.国内公务接待批次（个）", "10", "—", "—", "30"],
        ["二、机关运行经费", "11", "—", "—", "638.00"],
      ], id: "公开09逐项", rule: "TI44"),
    ThreePublicForm(
      testDescription: "预算数和决算数各一行", title: "“三公”经费支出决算表",
      head: [["项目"] + items, [""] + vehicles],
      rows: [["预算数"] + planned, ["决算数"] + spent], id: "公开09单栏", rule: "TI44"),
    ThreePublicForm(
      testDescription: "两年预算各占一半", isBudget: true, title: "一般公共预算“三公”经费支出表",
      head: [
        ["2024年预算数", "", "", "", "", "", "2025年预算数", "", "", "", "", ""], items + items,
        vehicles + vehicles,
      ], rows: [planned + spent], id: "预算09两年", rule: "TI45"),
    ThreePublicForm(
      testDescription: "两年预算与增减", isBudget: true, title: "一般公共预算“三公”经费支出表",
      head: [["项目", "上年预算数", "本年预算数", "增减额"]],
      rows: [
        ["合计", "20.00", "18.50", "-1.50"], ["因公出国（境）费", "0.00", "0.00", "0.00"],
        ["公务接待费", "5.00", "X", "-0.80"], ["公务用车购置及运行费", "15.00", "14.30", "-0.70"],
        ["其中：公务用车购置费", "0.00", "0.00", "0.00"], ["公务用车运行费", "15.00", "14.30", "-0.70"],
      ], id: "预算09逐项", rule: "TI27"),
    ThreePublicForm(
      testDescription: "只有本年预算数", isBudget: true, title: "一般公共预算“三公”经费预算表",
      head: [["项目", "2025年预算数"]],
      rows: [
        ["合计", "18.50"], ["1、因公出国（境）费用", "0.00"], ["2、公务接待费", "X"], ["3、公务用车费", "14.30"],
        ["其中：（1）公务用车运行维护费", "14.30"], ["（2）公务用车购置", "0.00"],
      ], id: "预算09", rule: "TI44"),
  ]
}

/// The three public expenses are read, and added up, in whatever shape they are printed.
struct ThreePublicFormsTests {
  @Test(arguments: ThreePublicForm.all)
  fileprivate func `a table that adds up gives nothing`(form: ThreePublicForm) async throws {
    for text in [form.markdown("4.20"), form.text("4.20")] {
      let document = try await linted(text)
      #expect(document.tables == [form.id])
      #expect(document.findings.filter { $0.hasPrefix("TI") } == [])
    }
  }

  @Test(arguments: ThreePublicForm.all)
  fileprivate func `a part that does not add up is found`(form: ThreePublicForm) async throws {
    for text in [form.markdown("4.60"), form.text("4.60")] {
      let findings = try await linted(text).findings
      #expect(findings.contains { $0.hasPrefix(form.rule + " ") }, "\(findings)")
    }
  }

  /// What `lint` says of a document.
  private func linted(_ text: String) async throws -> LintedDocument {
    let folder = try TemporaryFolder()
    return try await LintedDocument(folder.file("三公.txt", text))
  }
}

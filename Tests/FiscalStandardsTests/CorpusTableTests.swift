import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

/// The tables of published disclosures, as the keys beside the checkout have them.
@Suite struct CorpusTableTests {
  private static let folder = packageFolder + "/../shared/truth"

  private func report(_ key: String, _ kind: ReportKind, _ entity: String) throws -> Report? {
    let path = "\(Self.folder)/\(key)-tables.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("跳过：没有 \(path)")
      return nil
    }
    let tables = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    var report = Report()
    report.kind = kind
    report.entity = entity
    var part = Section()
    part.blocks = tables.map { .table(table($0)) }
    report.parts = [part]
    return report
  }

  private func table(_ key: [String: Any]) -> Table {
    var table = Table()
    table.title = TracedText((key["title"] ?? key["table"]) as? String ?? "")
    table.unit = (key["unit"] as? String).flatMap { AmountUnit(rawValue: $0) }
    let heads = (key["columns"] as? [String]) ?? []
    table.columns = heads.map { Column(path: path($0)) }
    table.rows = ((key["rows"] as? [[Any]]) ?? []).map { row in
      Row(
        row.enumerated().compactMap { column, value in
          text(value).map { Cell(TracedText($0), column: column) }
        })
    }
    return table
  }

  /// The key of 000 writes spanned heads without slashes.
  private func path(_ head: String) -> [String] {
    if head.contains("/") { return head.split(separator: "/").map(String.init) }
    for top in ["收入", "支出", "预算数", "决算数"] where head.hasPrefix(top) && head != top {
      var rest = String(head.dropFirst(top.count))
      let cars = "公务用车购置及运行维护费"
      if rest.hasPrefix(cars) { rest = cars + "/" + rest.dropFirst(cars.count) }
      if ["公务用车购置费", "公务用车运行维护费"].contains(rest) { rest = cars + "/" + rest }
      return [top] + rest.split(separator: "/").map(String.init)
    }
    return [head]
  }

  private func text(_ value: Any) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber:
      number.doubleValue == number.doubleValue.rounded() && !"\(number)".contains(".")
        ? "\(number)" : String(format: "%.2f", number.doubleValue)
    default: nil
    }
  }

  @Test(arguments: [
    ("000", ReportKind.finalAccounts, "大连某部门", "final-accounts/dalian"),
    ("002", ReportKind.budget, "秦皇岛某部门", "budget/hebei"),
  ])
  func publishedTablesKeepEveryIdentity(
    key: String, kind: ReportKind, entity: String, name: String
  ) throws {
    // The total of this table holds money for training, which has no row.
    let broken: Set = key == "002" ? ["TI46"] : []
    guard var report = try report(key, kind, entity) else { return }
    let layout = try ReportBinder(library()).bind(&report)
    #expect(layout.name == name)
    for table in report.tables where table.id != nil {
      let unknown = table.columns.filter { $0.key == nil }.map(\.name)
      #expect(unknown.isEmpty, "\(table.id ?? "")")
    }
    let index = TableIndex(report, layout: layout)
    let checker = IdentityChecker(index)
    var held = 0
    for identity in try layout.identities() {
      for instance in checker.check(identity) {
        if instance.isHeld { held += 1 }
        let row = instance.row.map { index.row($0).label } ?? ""
        #expect(
          instance.isBroken == broken.contains(identity.id),
          "\(identity.id) \(row)：\(instance.left?.arithmetic ?? "")；\(instance.right?.arithmetic ?? "")"
        )
      }
    }
    #expect(held > 150, "most of them can be looked at")
  }
}

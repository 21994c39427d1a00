internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI21: the parts of the vehicle expenses without their sum.
struct VehicleSubtotal: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI21", category: "N7", severity: .warning, title: "公务用车没有小计",
    summary: "“三公”经费表填了公务用车购置费或运行维护费的，也填它们的小计。",
    rationale: "小计空着，合计就看不出包不包括用车的支出。",
    source: "财政拨款“三公”经费支出决算表、预算表的表式",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开09}}
        """,
        tables: ["公开09": example("⟦6.00⟧", subtotal: "")]),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开09}}
        """,
        tables: ["公开09": example("6.00", subtotal: "6.00")]),
    ])

  private static func example(_ running: String, subtotal: String) -> String {
    """
    预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
    9.00,0.00,6.00,0.00,6.00,3.00,9.00,0.00,\(subtotal),0.00,\(running),3.00
    """
  }

  /// The address of a sum, and those of its parts.
  private struct Sum {
    var table: String
    var row: String
    var column: String
    var parts: [(row: String, column: String)]
  }

  private static let sums: [Sum] =
    ["预算数", "决算数"].map { measure in
      let group = "\(measure)/公务用车购置及运行维护费/"
      return Sum(
        table: "公开09", row: "合计", column: group + "小计",
        parts: ["公务用车购置费", "公务用车运行维护费"].map { ("合计", group + $0) })
    } + [
      Sum(
        table: "预算09", row: "公务用车购置及运维费", column: "合计",
        parts: ["公务用车购置费", "公务用车运行维护费"].map { ($0, "合计") })
    ]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let tables = context.tables
    for sum in Self.sums {
      guard let place = tables.cell(table: sum.table, row: sum.row, column: sum.column),
        isBlank(tables.cell(place))
      else { continue }
      let parts = sum.parts.compactMap { part in
        tables.cell(table: sum.table, row: part.row, column: part.column)
          .flatMap { tables.cell($0) }
      }.filter { !($0.number.value?.isZero ?? true) }
      guard let part = parts.first else { continue }
      findings.report(
        part.text.trimmed(), nil, "填了这一项，公务用车购置及运行维护费的小计空着", confidence: .medium,
        suggestion: "补填小计")
    }
  }

  private func isBlank(_ cell: Cell?) -> Bool {
    guard let cell else { return true }
    if case .empty = cell.number { return !cell.isUncertain }
    return false
  }
}

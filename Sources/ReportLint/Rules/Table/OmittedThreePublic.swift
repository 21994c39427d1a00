internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TT16: expenses of the three kinds in the basic expenditure that their own statement does not
/// show.
struct OmittedThreePublic: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT16", category: "N8", severity: .error, title: "“三公”经费漏列",
    summary: "基本支出中有公务接待费、出国费、公务用车费用的，“三公”经费表不应当为零。",
    rationale: "“三公”经费漏列，公开就不完整。",
    source: "基本支出中的“三公”经费是全部的一部分",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数
          302,商品和服务支出,20.00
          30201,办公费,17.00
          30217,公务接待费,⟦3.00⟧
          """,
          "公开09": """
          预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
          0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
          """,
        ]),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数
          302,商品和服务支出,20.00
          30201,办公费,17.00
          30217,公务接待费,0.00
          """,
          "公开09": """
          预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
          0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
          """,
        ]),
    ])

  private static let codes = ["30212", "30217", "30231", "31013"]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let table = context.tables.table("公开09"), let basic = context.tables.table("公开06"),
      let zero = Self.total(table)
    else { return }
    for block in basic.blocks {
      for code in Self.codes {
        guard let row = block.row(code: code), let column = block.amountColumns.first,
          case .value(let amount) = basic.value(row, column), amount.lower > 0,
          let cell = basic.cell(row, column)
        else { continue }
        findings.report(
          cell.text.trimmed(), nil, "基本支出中“\(row.label)” \(cell.text.trimmed().string)，“三公”经费表却是零",
          evidence: [.init("“三公”经费合计", zero)], suggestion: "核对“三公”经费表")
      }
    }
  }

  /// The printed zero of the whole; nil where it is another number or nothing is printed.
  private static func total(_ table: BoundTable) -> TracedText? {
    for block in table.blocks {
      guard let row = block.rows.first, block.rows.count == 1,
        let column = block.column("决算数/合计"), let cell = table.cell(row, column),
        case .number(let token) = cell.number, token.value.isZero
      else { continue }
      return cell.text
    }
    return nil
  }
}

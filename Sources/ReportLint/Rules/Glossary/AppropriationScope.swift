internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// GL07: the definition of the fiscal appropriation leaves out a fund that has money.
struct AppropriationScope: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL07", category: "S4", severity: .info, title: "财政拨款的定义与表的口径不符",
    summary: "财政拨款收入的解释包括表中有数的各本预算。",
    rationale: "定义里没有国有资本经营预算，表里却有，口径就对不上。",
    source: "部门决算公开表样：财政拨款收入支出决算总表", kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第三部分 名词解释
        1.⟦财政拨款收入⟧：指取得的财政拨款，包括一般公共预算财政拨款和政府性基金预算财政拨款。
        """,
        tables: [
          "公开01":
            "# 标题：收入支出决算总表\n收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数\n三、国有资本经营预算财政拨款收入,3,5.00,一、一般公共服务支出,31,5.00"
        ]),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.财政拨款收入：指取得的财政拨款，包括一般公共预算财政拨款和政府性基金预算财政拨款。
        """,
        tables: [
          "公开01":
            "# 标题：收入支出决算总表\n收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数\n三、国有资本经营预算财政拨款收入,3,,一、一般公共服务支出,31,5.00"
        ]),
    ])

  private static let funds = [
    ("政府性基金", "政府性基金预算财政拨款收入"), ("国有资本经营", "国有资本经营预算财政拨款收入"),
  ]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard
      let entry = context.glossary.entries.first(where: {
        $0.name.hasPrefix("财政拨款") && $0.explanation.holds("包括一般公共预算")
      })
    else { return }
    for (word, row) in Self.funds where !entry.explanation.holds(word) {
      guard
        let reference = context.tables.cell(table: "公开01", block: "收入", row: row, column: "决算数"),
        let cell = context.tables.cell(reference), !cell.isUncertain,
        case .number(let token) = cell.number, !token.value.isZero
      else { continue }
      findings.report(
        entry.text, entry.term, "解释里没有\(word)预算，公开01里有 \(cell.text.string)",
        confidence: .medium, evidence: [.init("公开01", cell.text)], suggestion: "在解释里补上\(word)预算")
    }
  }
}

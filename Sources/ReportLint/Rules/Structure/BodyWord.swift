internal import FiscalModel
internal import FiscalNarrative

/// ST34: 编制部门 in some tables and 编制单位 in others.
struct BodyWord: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST34", category: "T4", severity: .warning, title: "部门、单位称谓混用",
    summary: "各表表头一律写“编制部门”或一律写“编制单位”。",
    rationale: "部门决算与单位决算是两套材料，称谓混用分不清是哪一套。",
    source: "部门决算公开表样",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开02": "# 标题：收入决算表\n# 编制部门：云汀市民政局\n项目/科目代码,项目/科目名称,本年收入合计\n,合计,1.00",
          "公开03": "# 标题：支出决算表\n# 编制部门：云汀市民政局\n项目/科目代码,项目/科目名称,本年支出合计\n,合计,1.00",
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# ⟦编制单位：云汀市民政局⟧\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,1.00,,1.00",
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: ["公开02": "# 标题：收入决算表\n# 编制部门：云汀市民政局\n项目/科目代码,项目/科目名称,本年收入合计\n,合计,1.00"]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    func bearing(_ word: String) -> [TracedText] {
      text.prose.filter { index in
        context.passages[index].kind == .tableLine
          && text.has(word, at: text.range(of: index).lowerBound)
      }.map { context.passages[$0].text }
    }
    let (departments, units) = (bearing("编制部门"), bearing("编制单位"))
    guard !departments.isEmpty, !units.isEmpty, departments.count != units.count else { return }
    let isDepartment = departments.count > units.count
    let (right, odd) = isDepartment ? (departments, units) : (units, departments)
    for line in odd {
      findings.report(
        line, nil,
        "其他表写“\(isDepartment ? "编制部门" : "编制单位")”，这张表写“\(isDepartment ? "编制单位" : "编制部门")”",
        evidence: [.init("其他表", right[0])], suggestion: "统一称谓")
    }
  }
}

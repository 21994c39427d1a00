internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST23: the public numbers of the tables: 公开01表, 公开02表, …
struct PublicNumber: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST23", category: "S2", severity: .warning, title: "公开编号缺失、重复、乱序",
    summary: "公开01表至公开09表各有一张，依次排列，写法一致。",
    rationale: "编号重复或残缺，表就对不上号。",
    source: "部门决算公开表样",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开07":
            "# 标题：政府性基金预算财政拨款收入支出决算表\n# 公开编号：⟦公开07⟧\n项目/科目代码,项目/科目名称,年初结转和结余,本年收入\n,合计,1.00,1.00",
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 公开编号：公开08表\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,1.00,,1.00",
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开07":
            "# 标题：政府性基金预算财政拨款收入支出决算表\n# 公开编号：公开07表\n项目/科目代码,项目/科目名称,年初结转和结余,本年收入\n,合计,1.00,1.00",
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 公开编号：公开08表\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,1.00,,1.00",
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let tables = context.printedTables.filter { $0.publicNumber != nil }
    let hasWord = tables.count { $0.publicNumber?.string.contains("表") ?? false }
    var last: (value: Int, text: TracedText)?
    for table in tables {
      guard let text = table.publicNumber else { continue }
      let title = table.title.map { [FindingSink.Evidence("表", $0)] } ?? []
      if !text.string.contains("表"), 2 * hasWord >= tables.count {
        findings.report(
          text, nil, "编号“\(text.trimmed().string)”少一个“表”字", category: "T3",
          actual: text.trimmed().string, expected: text.trimmed().string + "表", evidence: title,
          suggestion: "补上“表”字")
      }
      guard let token = NumberScanner.tokens(text.utf8).first, token.value.decimals == 0 else {
        continue
      }
      let value = Int(token.value.mantissa)
      if let last, value <= last.value {
        findings.report(
          text, nil, value == last.value ? "公开编号重复" : "公开编号次序颠倒",
          actual: text.trimmed().string, evidence: title + [.init("前一张表", last.text)],
          suggestion: "核对编号")
      }
      last = (value, text)
    }
  }
}

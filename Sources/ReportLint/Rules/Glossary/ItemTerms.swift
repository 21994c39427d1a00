internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// GL04: a 科目 that a form explains one by one, and that is left out.
struct ItemTerms: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL04", category: "S4", severity: .warning, title: "科目未解释",
    summary: "逐项解释支出科目的，一般公共预算支出表里的每个项级科目都解释。",
    rationale: "逐项解释却漏了一项，读者会以为没有这项支出。",
    source: "名词解释模板（逐项解释支出功能科目）",
    examples: [
      RuleExample(
        "有误",
        """
        # ⟦第三部分 名词解释⟧
        1.一般公共服务支出（类）组织事务（款）行政运行（项）：反映行政单位的基本支出。

        2.一般公共服务支出（类）组织事务（款）一般行政管理事务（项）：反映其他项目支出。

        3.一般公共服务支出（类）组织事务（款）机关服务（项）：反映后勤服务支出。
        """,
        tables: [
          "公开05":
            "# 标题：一般公共预算财政拨款支出决算表\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,4.00,1.00,3.00\n201,一般公共服务支出,4.00,1.00,3.00\n20132,组织事务,4.00,1.00,3.00\n2013201,行政运行,1.00,1.00,\n2013202,一般行政管理事务,1.00,,1.00\n2013203,机关服务,1.00,,1.00\n2013250,事业运行,1.00,,1.00"
        ]),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.一般公共服务支出（类）组织事务（款）行政运行（项）：反映行政单位的基本支出。

        2.机关服务：反映后勤服务支出。
        """,
        tables: [
          "公开05":
            "# 标题：一般公共预算财政拨款支出决算表\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,2.00,1.00,1.00\n201,一般公共服务支出,2.00,1.00,1.00\n20132,组织事务,2.00,1.00,1.00\n2013201,行政运行,1.00,1.00,\n2013203,机关服务,1.00,,1.00"
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let glossary = context.glossary
    guard glossary.entries.count >= 3, let heading = glossary.heading,
      let table = context.tables.table("公开05"), let block = table.blocks.first
    else { return }
    let labels = block.rows.map { Name($0.label) }
    let items = block.rows.indices.filter { block.rows[$0].level == .item }
    let twins = Dictionary(grouping: items) { labels[$0] }
    var open: [BoundRow] = []
    var explained = 0
    for index in items where block.rows[index].hasNumber && !labels[index].isEmpty {
      let row = block.rows[index]
      // Where several 款 have an item of the name, the right one must be named with it.
      let isAlone = twins[labels[index]]?.count == 1
      let parent = isAlone ? nil : row.parent.map { labels[$0] }
      if isExplained(labels[index], of: parent, glossary) {
        explained += 1
      } else {
        open.append(row)
      }
    }
    let isForm = context.wording.explainsEachItem || explained >= 2 * open.count
    guard isForm, explained >= 3, explained > open.count else { return }
    for row in open {
      let path = path(row, block)
      let label = table.table.rows[row.index].cells.first { !$0.text.isEmpty }?.text
      findings.report(
        heading, nil, "名词解释没有解释“\(path)”", confidence: .medium, expected: path,
        evidence: label.map { [.init("表中的科目", $0)] } ?? [], suggestion: "补上“\(path)”的解释")
    }
  }

  private static let levelMark = Name("(款)")

  /// Whether a term names the 科目, and its 款 unless it names none at all.
  private func isExplained(_ label: Name, of parent: Name?, _ glossary: PrintedGlossary) -> Bool {
    glossary.entries.contains { entry in
      guard entry.key.contains(label) else { return false }
      guard let parent, !parent.isEmpty else { return true }
      return entry.key.contains(parent) || !entry.key.contains(Self.levelMark)
    }
  }

  /// 类（类）款（款）项（项）
  private func path(_ row: BoundRow, _ block: BoundBlock) -> String {
    var parts = ["\(row.label)（项）"]
    var next = row.parent
    while let index = next, let level = block.rows[index].level, parts.count < 3 {
      parts.insert("\(block.rows[index].label)（\(level.word)）", at: 0)
      next = block.rows[index].parent
    }
    return parts.joined()
  }
}

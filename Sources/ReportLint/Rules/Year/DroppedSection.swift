internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// YR17: sections and tables of last year's disclosure that are gone.
struct DroppedSection: Rule {
  static let metadata = RuleMetadata(
    id: "YR17", category: "S1", severity: .info, title: "上年有的部分本年没有",
    summary: "上年公开的章节和表格，本年没有的，逐一列出供核对。",
    rationale: "漏掉一节或一张表，与上年对照最容易看出来；确实不再需要的可不理会。",
    source: "公开内容的连续；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # ⟦第二部分 部门决算情况说明⟧
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计120.00万元。
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          2023年度收入支出总计100.00万元。
          ## 八、政府性基金预算财政拨款支出决算情况说明
          2023年度没有政府性基金预算财政拨款支出。
          """)),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计100.00万元。
        ## 八、政府性基金预算财政拨款支出决算情况说明
        2024年度没有政府性基金预算财政拨款支出。
        """,
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          2023年度收入支出总计100.00万元。
          ## 八、政府性基金预算财政拨款支出决算情况说明
          2023年度没有政府性基金预算财政拨款支出。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last, last.layout.name == context.layout.name else {
      return
    }
    let now = Set(context.report.allSections.compactMap(\.role))
    for section in last.report.allSections {
      guard let role = section.role, !now.contains(role), !Self.isWithinOther(role, now),
        let heading = section.heading, let anchor = Self.anchor(role, context)
      else { continue }
      report("“\(heading.trimmed().string)”", heading, anchor, last, into: &findings)
    }
    let tables = Set(context.tables.tables.map(\.id))
    guard !tables.isEmpty else { return }
    for table in last.tables.tables where !tables.contains(table.id) {
      guard let title = table.table.title, let anchor = context.tables.tables.last?.table.title
      else {
        continue
      }
      report("表“\(title.trimmed().string)”", title, anchor, last, into: &findings)
    }
  }

  private func report(
    _ name: String, _ text: TracedText, _ anchor: TracedText, _ last: PublishedDocument,
    into findings: inout FindingSink
  ) {
    let value = PublishedValue(
      label: "上年的标题", text: text, interval: .zero, exact: 0, printed: text.string, isPrinted: true)
    findings.report(
      anchor, nil, "\(last.name)有\(name)，本文件没有", confidence: .low,
      evidence: [last.evidence(value)], suggestion: "核对是否漏了；确实没有的可不理会")
  }

  /// Whether the section that holds another is gone too, which tells it.
  private static func isWithinOther(_ role: String, _ now: Set<String>) -> Bool {
    guard let parent = role.outerRole else { return false }
    return !parent.isOutermostRole && !now.contains(parent)
  }

  /// The heading of the part in which the section should stand.
  private static func anchor(_ role: String, _ context: LintContext) -> TracedText? {
    role.isOutermostRole ? nil : context.report.section(role.outermostRole)?.heading
  }
}

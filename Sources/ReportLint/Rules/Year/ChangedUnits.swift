internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// YR11: units that came or went since last year without a word.
struct ChangedUnits: Rule {
  static let metadata = RuleMetadata(
    id: "YR11", category: "T6", severity: .info, title: "单位增减没有说明",
    summary: "编制范围内的单位与上年不同的，说明增加、减少、更名的原因。",
    rationale: "范围变了，两年的数就不能直接比较，读者应当知道。",
    source: "决算、预算编制范围的变化应当说明；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入部门决算编制范围的单位共2家，具体如下：

        | 序号 | 单位名称 |
        | --- | --- |
        | 1 | 云汀市民政局（本级） |
        | 2 | ⟦云汀市儿童福利院⟧ |
        """,
        last: .init(
          """
          # 第一部分 部门概况
          ## 二、机构设置
          纳入部门决算编制范围的单位共1家，具体如下：

          | 序号 | 单位名称 |
          | --- | --- |
          | 1 | 云汀市民政局本级 |
          """)),
      RuleExample(
        "有误：少了一家",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入部门决算编制范围的单位共1家，具体如下：

        | 序号 | 单位名称 |
        | --- | --- |
        | 1 | ⟦云汀市民政局（本级）⟧ |
        """,
        last: .init(
          """
          # 第一部分 部门概况
          ## 二、机构设置
          纳入部门决算编制范围的单位共2家，具体如下：

          | 序号 | 单位名称 |
          | --- | --- |
          | 1 | 云汀市民政局（本级） |
          | 2 | 云汀市殡葬服务中心 |
          """)),
      RuleExample(
        "无误：写明了变化",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入部门决算编制范围的单位共2家，比上年增加1家，为本年新设的云汀市儿童福利院，具体如下：

        | 序号 | 单位名称 |
        | --- | --- |
        | 1 | 云汀市民政局（本级） |
        | 2 | 云汀市儿童福利院 |
        """,
        last: .init(
          """
          # 第一部分 部门概况
          ## 二、机构设置
          纳入部门决算编制范围的单位共1家，具体如下：

          | 序号 | 单位名称 |
          | --- | --- |
          | 1 | 云汀市民政局（本级） |
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last, let now = UnitList(overviewOf: context.facts),
      let before = UnitList(overviewOf: last.facts), !explains(context)
    else { return }
    let (old, new) = (Set(before.names.map(UnitList.key)), Set(now.names.map(UnitList.key)))
    // Lists that have nothing in common are of two kinds.
    guard !old.isDisjoint(with: new) else { return }
    for name in now.names where !old.contains(UnitList.key(name)) {
      findings.report(
        name, nil, "\(last.name)的单位名单没有“\(name.string)”，文中没有说明单位的变化", confidence: .low,
        suggestion: "核对名单；确有增加、更名的写明情况")
    }
    for name in before.names where !new.contains(UnitList.key(name)) {
      guard let anchor = now.names.last else { return }
      findings.report(
        anchor, nil, "\(last.name)的单位名单有“\(name.string)”，本年没有，文中没有说明单位的变化",
        confidence: .low, evidence: [evidence(name, last)],
        suggestion: "核对名单是否漏了；确有减少、更名的写明情况")
    }
  }

  /// Whether the paragraphs about the organisation speak of a change. Duties speak of many.
  private func explains(_ context: LintContext) -> Bool {
    context.prose.contains { index, passage in
      passage.kind == .paragraph && passage.role == "overview.organisation"
        && context.grammar.unitChanges.isFound(in: context.text, context.text.range(of: index))
    }
  }

  private func evidence(_ name: TracedText, _ last: PublishedDocument) -> FindingSink.Evidence {
    var evidence = FindingSink.Evidence("上年的名单", name)
    evidence.location = last.report.location(of: name)
    return evidence
  }
}

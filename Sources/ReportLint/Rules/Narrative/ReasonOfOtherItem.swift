internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN52: the change of one item explained by that of another, in the words of the other's own reason.
struct ReasonOfOtherItem: Rule {
  static let metadata = RuleMetadata(
    id: "NN52", category: "T6", severity: .warning, title: "原因说的是另一科目",
    summary: "一个项级科目的增减，原因不应当只说另一个科目增加或者减少。",
    rationale: "“……经费增加”里的科目不是本科目，多是复制上一条以后没有改。",
    source: "原因要与变动相符",
    examples: [
      RuleExample(
        "复制上一条",
        """
        # 部门预算编制说明
        1.“卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”24.00万元，主要用于医疗保险缴费。2023年当年预算执行数为20.00万元，2024年预算安排24.00万元，比2023年预算执行数增加20.00%。主要原因是：行政单位医疗经费增加。

        2.“卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）”12.00万元，主要用于医疗补助缴费。2023年当年预算执行数为10.00万元，2024年预算安排12.00万元，比2023年预算执行数增加20.00%。主要原因是：⟦行政单位医疗经费增加⟧。
        """, layout: "budget/shanghai"),
      RuleExample(
        "带上级科目名称",
        """
        # 部门预算编制说明
        1.“城乡社区支出（类）城乡社区管理事务（款）一般行政管理事务（项）”90.00万元，主要用于日常管理。2023年当年预算执行数为100.00万元，2024年预算安排90.00万元，比2023年预算执行数减少10.00%。主要原因是：城乡社区管理事务一般行政管理事务经费减少。

        2.“城乡社区支出（类）城乡社区管理事务（款）工程建设管理（项）”45.00万元，主要用于工程管理。2023年当年预算执行数为50.00万元，2024年预算安排45.00万元，比2023年预算执行数减少10.00%。主要原因是：⟦城乡社区管理事务一般行政管理事务经费减少⟧。
        """, layout: "budget/shanghai"),
      RuleExample(
        "此增彼减，或者还有别的话",
        """
        # 部门预算编制说明
        1.“卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）”24.00万元，主要用于医疗保险缴费。2023年当年预算执行数为20.00万元，2024年预算安排24.00万元，比2023年预算执行数增加20.00%。主要原因是：公务员医疗补助经费减少。

        2.“卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）”8.00万元，主要用于医疗补助缴费。2023年当年预算执行数为10.00万元，2024年预算安排8.00万元，比2023年预算执行数减少20.00%。主要原因是：人员调出，行政单位医疗支出减少。

        3.“教育支出（类）普通教育（款）小学教育（项）”24.00万元，主要用于日常教学。2023年当年预算执行数为20.00万元，2024年预算安排24.00万元，比2023年预算执行数增加20.00%。主要原因是：小学教育经费增加。
        """, layout: "budget/shanghai"),
      RuleExample(
        "类级的变动来自所属各项",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        卫生健康支出（类）36.00万元，比上年增加6.00万元，增长20.00%，主要原因是行政单位医疗支出增加。其中：行政事业单位医疗（款）行政单位医疗（项）24.00万元，主要用于医疗保险缴费。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    var seen = Set<Range<Int>>()
    var items: [ClassificationPath]?
    for change in ExplainedChange.all(context.facts) {
      guard case .functional(let own) = change.subject, !own.item.isEmpty,
        let reason = change.reason(context), seen.insert(reason).inserted,
        let told = ReasonedChange(reason, context.text), told.direction == change.direction,
        !told.isOf(own)
      else { continue }
      let all = items ?? Self.items(context.facts)
      items = all
      // 行政运行 of another 款 is called by the same name.
      guard let other = all.first(where: told.isOf), other.item != own.item else { continue }
      findings.report(
        reason, in: context, "这里是“\(own.item)”，原因说的是“\(other.item)”", confidence: .medium,
        suggestion: "写明“\(own.item)”变动的原因")
    }
  }

  private static func items(_ facts: Facts) -> [ClassificationPath] {
    var seen = Set<ClassificationPath>()
    return facts.mentions.compactMap { mention in
      guard case .functional(let path) = mention.subject, !path.item.isEmpty,
        seen.insert(path).inserted
      else { return nil }
      return path
    }
  }
}

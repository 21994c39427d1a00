internal import FiscalNarrative

/// NN47: the amounts of a list do not add up to the amount before it.
struct ListedAmountsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN47", category: "N3", severity: .error, title: "所列金额之和与总数不符",
    summary: "一个金额后面逐项列出金额时，各项相加等于它；只差一处笔误，或者同类的列举都相符时，才认为有误。",
    rationale: "漏列一项或抄错一个数字，列举就加不起来。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共⟦63.52万元⟧，其中：档案整理21.40万元，网络租用18.75万元，印制材料13.37万元。
        """),
      RuleExample(
        "个数相符而金额不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占用情况
        车辆5辆，价值⟦75.00万元⟧；其中：一般公务用车2辆，价值30.00万元；执法执勤用车1辆，价值15.00万元；其他用车2辆，价值36.00万元。
        """),
      RuleExample(
        "两个金额写颠倒",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共53.52万元，其中：档案整理⟦48.60万元⟧，网络租用18.75万元，印制材料13.37万元。外勤经费共90.30万元，其中：车辆租用41.70万元，人员派遣⟦21.40万元⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共53.52万元，其中：档案整理21.40万元，网络租用18.75万元，印制材料13.37万元。
        """),
      RuleExample(
        "只列主要的，不算有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共90.00万元，主要包括：档案整理21.40万元，网络租用18.75万元。
        """),
      RuleExample(
        "写明不逐项说明",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）总体情况
        一般公共预算财政拨款支出100.00万元。
        ### （二）结构情况
        教育支出（类）60.00万元；社会保障和就业支出（类）30.00万元；住房保障支出（类）10.00万元。
        ### （三）具体情况
        1.教育支出（类）普通教育（款）小学教育（项）支出决算60.00万元。
        2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）支出决算20.00万元。
        3.住房保障支出（类）住房改革支出（款）住房公积金（项）支出决算10.00万元。

        其余科目支出较小，不再逐项说明。
        """),
      RuleExample(
        "括号里逐项列出",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费612.10万元，公用经费90.04万元（商品和服务支出⟦86.04万元⟧、资本性支出5.00万元），基本支出合计702.14万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(
      Self.metadata.id, unless: { isOfItemsLeftOut($0, context) }, into: &findings)
  }

  /// Whether a sum of items only fails for one that the text leaves out, or whose amount has no unit:
  /// that is another rule's.
  private func isOfItemsLeftOut(_ fault: Fault, _ context: LintContext) -> Bool {
    guard fault.primary.kind == .listed,
      fault.primary.operands.contains(where: { isOfItem(context.facts.statements[$0]) })
    else { return false }
    return context.items.isComplete && !context.items.missing.isEmpty
      || context.facts.statements.contains { statement in
        statement.missingUnit == .amount
          && (context.facts.passages[statement.passage].role?.hasPrefix(Self.section) ?? false)
      }
  }

  private func isOfItem(_ statement: Statement) -> Bool {
    guard case .functional(let path) = statement.meaning?.subject else { return false }
    return !path.item.isEmpty && statement.meaning?.section?.hasPrefix(Self.section) ?? false
  }

  private static let section = "narrative.general"
}

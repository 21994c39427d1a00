internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN30: a difference from the budget without its reason.
struct MissingReason: Rule {
  static let metadata = RuleMetadata(
    id: "NN30", category: "S1", severity: .warning, title: "预决算差异没有说明原因",
    summary: "决算数与年初预算数不同的项目说明原因。",
    rationale: "增减变化的原因是公开的必备内容。",
    source: "财预〔2016〕143号；历年公开检查",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为600.00万元，完成年初预算的101.69%。决算数⟦大于⟧预算数。

        2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为50.00万元，支出决算为60.00万元，完成年初预算的120.00%。决算数大于预算数的主要原因：缴存基数调整。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为600.00万元，完成年初预算的101.69%。决算数大于预算数的主要原因：人员增加。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for comparison in context.facts.comparisons where comparison.order != .equal {
      let passage = context.facts.passages[comparison.passage]
      let rest = passage.text.utf8[comparison.range.upperBound...]
      let before = passage.text.utf8[..<comparison.range.lowerBound]
      guard
        !Self.reasons.contains(where: { word in
          Array(rest).firstOffset(of: word) != nil || Array(before).firstOffset(of: word) != nil
        })
      else { continue }
      findings.report(
        passage.text, comparison.range, "决算数与预算数不同，没有说明原因",
        suggestion: "补写“主要原因：……”")
    }
  }

  private static let reasons = ["原因", "主要是", "由于", "因为", "系", "主要为", "受", "主要情况"].map {
    [UInt8]($0.utf8)
  }
}

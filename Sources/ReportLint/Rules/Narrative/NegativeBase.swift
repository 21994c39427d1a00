/// NN23: an increase that is greater than the level that it led to.
struct NegativeBase: Rule {
  static let metadata = RuleMetadata(
    id: "NN23", category: "N5", severity: .error, title: "增加额大于现有的数",
    summary: "收支不会是负数，所以增加额不大于增加后的数。",
    rationale: "增加额多写一位或单位写错时，推算出的上年数会是负数。",
    source: "算术：上年数＝本年数－增加额≥0",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元，比上年增加⟦10.00万元⟧，增长50.00%，主要原因是接待任务增加。
        """),
      RuleExample(
        "有误：比年初预算增加的多于决算",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出决算3.00万元，较年初预算增加⟦10.00万元⟧，增长50.00%，主要原因是接待任务增加。
        """),
      RuleExample(
        "有误：现有的数在前一段，表中也有",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        财政拨款“三公”经费支出决算为8.00万元。

        与2023年度相比，“三公”经费支出决算增加⟦20.00万元⟧，增长33.33%，主要原因是接待任务增加。
        """,
        tables: [
          "公开09": """
          决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务接待费
          8.00,,5.00,3.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元，比上年增加1.00万元，增长50.00%，主要原因是接待任务增加。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

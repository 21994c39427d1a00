internal import FiscalModel

/// NT29: a number of the narrative disagrees with what it is made of.
struct BudgetItemAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT29", category: "N1", severity: .error, title: "科目预算数与表不符",
    summary: "逐项说明的预算数与预算05表等该科目一致。",
    rationale: "预算应当公开到项，逐项说明必须与表一致。",
    source: "《预算法实施条例》第六条；预算05表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门预算情况说明
        ## 五、一般公共预算支出情况说明
        1.“一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）”⟦606.00万元⟧，主要用于机关运转。
        """,
        tables: [
          "预算05": """
          序号,功能分类科目/科目编码,功能分类科目/科目名称,合计,基本支出,项目支出
          1,,合计,600.00,600.00,
          2,201,一般公共服务支出,600.00,600.00,
          3,20131,党委办公厅（室）及相关机构事务,600.00,600.00,
          4,2013101,行政运行,600.00,600.00,
          """
        ],
        layout: "budget", year: 2025),
      RuleExample(
        "相符",
        """
        # 第二部分 部门预算情况说明
        ## 五、一般公共预算支出情况说明
        1.“一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）”600.00万元，主要用于机关运转。
        """,
        tables: [
          "预算05": """
          序号,功能分类科目/科目编码,功能分类科目/科目名称,合计,基本支出,项目支出
          1,,合计,600.00,600.00,
          2,201,一般公共服务支出,600.00,600.00,
          3,20131,党委办公厅（室）及相关机构事务,600.00,600.00,
          4,2013101,行政运行,600.00,600.00,
          """
        ],
        layout: "budget", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

internal import FiscalModel

/// NN42: a number of the narrative disagrees with what it is made of.
struct BalanceInWords: Rule {
  static let metadata = RuleMetadata(
    id: "NN42", category: "N3", severity: .error, title: "总计的构成相加不符",
    summary: "收入总计等于本年收入、使用结余与年初结转之和，支出总计等于本年支出、结余分配与年末结转之和。",
    rationale: "收支平衡是决算最基本的关系。",
    source: "公开01表：总计＝合计＋结余＋结转",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计⟦1,050.00万元⟧，包括：本年收入合计1,000.00万元、使用非财政拨款结余0.00万元、年初结转和结余60.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计1,050.00万元，包括：本年收入合计1,000.00万元、使用非财政拨款结余0.00万元、年初结转和结余50.00万元。
        """),
      RuleExample(
        "收支总计合在一起说",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收、支总计均为915.00万元，其中：收入合计910.00万元，年初结转和结余5.00万元；支出合计905.00万元，年末结转和结余⟦11.00万元⟧。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI38: a table in which some amounts have other decimals than the rest.
struct TableDecimals: Rule {
  static let metadata = RuleMetadata(
    id: "TI38", category: "T5", severity: .info, title: "表内小数位数不一",
    summary: "一张表里的金额保留同样多的小数，零除外。",
    rationale: "位数不一，看不出是整数还是省略了零。",
    source: "部门决算公开表样：金额保留两位小数",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"2,340.00","1,200.00","1,140.00"
          201,一般公共服务支出,"2,340.00","1,200.00","1,140.00"
          20131,党委办公厅（室）及相关机构事务,"2,340.00","1,200.00","1,140.00"
          2013101,行政运行,"1,200.00","1,200.00",
          2013102,一般行政管理事务,"1,140.00",,"⟦1,140⟧"
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"2,340.00","1,200.00","1,140.00"
          201,一般公共服务支出,"2,340.00","1,200.00","1,140.00"
          20131,党委办公厅（室）及相关机构事务,"2,340.00","1,200.00","1,140.00"
          2013101,行政运行,"1,200.00","1,200.00",
          2013102,一般行政管理事务,"1,140.00",,"1,140.00"
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for amounts in context.surface.amounts {
      let amounts = amounts.filter { !$0.number.isZero }
      guard !Self.dropsZeros(amounts) else { continue }
      MinorityReport(
        amounts,
        isOdd: { $0.number.decimals == 2 },
        message: { $0 ? "表中别处的金额不是两位小数" : "表中别处的金额保留两位小数，这里不是" },
        suggestion: "统一小数位数"
      ).report(into: &findings)
    }
  }

  /// Whether no amount ends in a zero behind the point: then the table prints 209.70 as 209.7 and
  /// 600.00 as 600 throughout.
  private static func dropsZeros(_ amounts: [NarrativeAmount]) -> Bool {
    amounts.allSatisfy { $0.number.decimals == 0 || !$0.number.mantissa.isMultiple(of: 10) }
  }
}

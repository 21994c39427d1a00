/// NN04: the 类 that a sentence goes through do not add up to the whole.
struct CategoriesSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN04", category: "N3", severity: .error, title: "各类支出之和与合计不符",
    summary: "逐类说明一般公共预算财政拨款支出的用途时，各类相加等于支出合计。",
    rationale: "漏列一类或抄错一类的金额，各类就加不起来。",
    source: "算术：合计＝Σ类，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）一般公共预算财政拨款支出决算结构情况
        一般公共预算财政拨款支出⟦880.00万元⟧，主要用于以下方面：一般公共服务支出（类）820.00万元；住房保障支出（类）160.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）一般公共预算财政拨款支出决算结构情况
        一般公共预算财政拨款支出880.00万元，主要用于以下方面：一般公共服务支出（类）820.00万元，占93.18%；住房保障支出（类）60.00万元，占6.82%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

/// NN44: the changes of the parts do not add up to the change of the whole.
struct ChangePartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN44", category: "N3", severity: .error, title: "分项增减额之和与总增减额不符",
    summary: "总数和全部分项都说明增减额时，分项的增减额相加等于总数的增减额。",
    rationale: "分项的增减抄错时，总数的增减就不能由它们得出。",
    source: "算术：总增减额＝各分项增减额之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出9.40万元，比上年减少⟦1.90万元⟧。其中：因公出国（境）费支出0.00万元，与上年持平；公务用车购置及运行维护费支出7.20万元，比上年减少0.90万元；公务接待费支出2.20万元，比上年减少0.10万元。
        """),
      RuleExample(
        "有误：分项在下一句，一位数字写错",
        """
        # 第二部分 部门预算情况说明
        ## 三、支出预算情况说明
        2025年支出预算901.15万元，比上年增加⟦30.21万元⟧，主要原因是人员增加。其中：基本支出600.74万元，比上年增加50.32万元；项目支出300.41万元，比上年减少30.11万元。
        """, layout: "budget", year: 2025),
      RuleExample(
        "上年另有本年没有的一项，不算有误",
        """
        # 第二部分 部门预算情况说明
        ## 二、收入预算情况说明
        2025年收入预算901.15万元，比上年增加18.21万元。其中：一般公共预算拨款收入860.74万元，比上年增加50.32万元；事业收入40.41万元，比上年增加5.36万元。
        """, layout: "budget", year: 2025),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出9.40万元，比上年减少1.00万元。其中：因公出国（境）费支出0.00万元，与上年持平；公务用车购置及运行维护费支出7.20万元，比上年减少0.90万元；公务接待费支出2.20万元，比上年减少0.10万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}

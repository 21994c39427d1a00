internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN35: the counts that belong to the three public expenses are not all told.
struct ThreePublicCounts: Rule {
  static let metadata = RuleMetadata(
    id: "NN35", category: "S1", severity: .error, title: "“三公”经费要素不全",
    summary: "说明因公出国（境）团组数和人次、公务用车购置数和保有量、公务接待批次和人次，为零也要写明。",
    rationale: "团组、车辆、接待的数量是检查的必查项。",
    source: "财预〔2016〕143号；历年公开检查",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        1.因公出国（境）费支出0.00万元，全年因公出国（境）团组0个、累计0人次。

        2.公务用车购置及运行维护费支出5.00万元，其中：公务用车购置费0.00万元，购置公务用车0辆；公务用车运行维护费5.00万元，公务用车保有量2辆。

        3.⟦公务接待费⟧支出3.00万元，全年国内公务接待主要用于工作调研。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        1.因公出国（境）费支出0.00万元，全年因公出国（境）团组0个、累计0人次。

        2.公务用车购置及运行维护费支出5.00万元，其中：公务用车购置费0.00万元，购置公务用车0辆；公务用车运行维护费5.00万元，公务用车保有量2辆。

        3.公务接待费支出3.00万元，全年国内公务接待12批次、80人次。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        云汀市民政局2024年度无财政拨款“三公”经费支出。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let text = context.facts.passages.filter {
      $0.role?.hasPrefix("narrative.threePublic") ?? false
    }.map { NormalText($0.text.utf8).bytes }
    for element in Self.elements {
      guard let mention = mention(element.subject, context), hasAmount(element.subject, context)
      else { continue }
      let missing = element.counts.filter { words in
        !words.contains { word in text.contains { $0.firstOffset(of: [UInt8](word.utf8)) != nil } }
      }
      guard !missing.isEmpty else { continue }
      let names = missing.compactMap(\.first).joined(separator: "、")
      findings.report(
        context.facts.passages[mention.passage].text, mention.range,
        "“\(element.subject)”没有说明\(names)", expected: names, suggestion: "补写\(names)，为零也要写明")
    }
  }

  private struct Element: Sendable {
    var subject: String
    /// What must be told, each in one of some words.
    var counts: [[String]]
  }

  private static let elements = [
    Element(subject: "因公出国（境）费", counts: [["团组", "出国（境）团"], ["人次", "人数", "人"]]),
    Element(subject: "公务用车购置及运行维护费", counts: [["保有量", "保有"]]),
    Element(subject: "公务接待费", counts: [["批次", "批"], ["人次", "人数"]]),
  ]

  /// The last place where the section names a subject: where its details are told.
  private func mention(_ subject: String, _ context: LintContext) -> Facts.Mention? {
    context.facts.mentions.last {
      $0.subject == .concept(subject) && $0.section?.hasPrefix("narrative.threePublic") ?? false
    }
  }

  /// Whether the section tells the subject's amount, so that its counts belong to it.
  private func hasAmount(_ subject: String, _ context: LintContext) -> Bool {
    context.facts.statements.contains {
      $0.meaning?.subject == .concept(subject) && $0.quantity.amount != nil
        && $0.meaning?.section?.hasPrefix("narrative.threePublic") ?? false
    }
  }
}

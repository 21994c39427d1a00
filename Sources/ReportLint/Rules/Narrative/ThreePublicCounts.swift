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

        3.公务接待费支出3.00万元，全年⟦国内公务接待⟧主要用于工作调研。
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
    // A notice of the sums alone, or a summary of many bodies, is no disclosure of one.
    guard SectionPresence(context.surface).isWhole("narrative.threePublic") else { return }
    for element in Self.elements {
      guard let mention = mention(element, context) else { continue }
      let isSpent = amounts(element.subject, context).contains { !$0.number.isZero }
      guard isSpent || !element.isNothingWithoutMoney else { continue }
      let missing = element.counts.filter {
        !isTold($0, of: element, isSpent: isSpent, context) && !isLeftOpen($0, context)
      }
      guard !amounts(element.subject, context).isEmpty, !missing.isEmpty else { continue }
      let names = missing.compactMap { $0.first.map { element.names[$0] ?? $0 } }
        .joined(separator: "、")
      findings.report(
        context.facts.passages[mention.passage].text, mention.range,
        "“\(element.subject)”没有说明\(names)", expected: names, suggestion: "补写\(names)，为零也要写明",
        rests: isSpent
          ? Ground.amounts(levels(element.subject, context), context.facts) : [])
    }
  }

  private struct Element: Sendable {
    var subject: String
    /// Whether there is nothing to count where no money was spent; a car may be kept without.
    var isNothingWithoutMoney = true
    /// The part of the subject where the counts are told, where there is one.
    var detail: String?
    /// What must be told, each by one of some classifiers.
    var counts: [[String]]
    /// What is told by a classifier, where the classifier alone does not say it.
    var names: [String: String] = [:]
  }

  private static let elements = [
    Element(
      subject: "因公出国（境）费", counts: [["个", "批", "次"], ["人次", "人", "名"]], names: ["个": "团组数"]),
    Element(
      subject: "公务用车购置及运行维护费", isNothingWithoutMoney: false, counts: [["辆"]], names: ["辆": "车辆数"]),
    Element(
      subject: "公务接待费", detail: "国内公务接待费", counts: [["批次", "批", "次"], ["人次", "人", "名"]]),
  ]

  /// The last place where the section names what the counts belong to.
  private func mention(_ element: Element, _ context: LintContext) -> Facts.Mention? {
    let mentions = context.facts.mentions.filter {
      $0.section?.hasPrefix("narrative.threePublic") ?? false
    }
    let detail = element.detail.flatMap { name in
      mentions.last { $0.subject == .concept(name) }
    }
    return detail ?? mentions.last { $0.subject == .concept(element.subject) }
  }

  private func amounts(_ subject: String, _ context: LintContext) -> [Amount] {
    levels(subject, context).compactMap(\.quantity.amount)
  }

  private func levels(_ subject: String, _ context: LintContext) -> [Statement] {
    context.threePublic.filter {
      $0.meaning?.subject == .concept(subject)
        && $0.meaning?.aspect == .level(context.vocabulary.defaultMeasure)
    }
  }

  /// Whether a count with one of the classifiers is told; where money was spent, not as zero, unless
  /// another rule says that of this very count.
  private func isTold(
    _ classifiers: [String], of element: Element, isSpent: Bool, _ context: LintContext
  ) -> Bool {
    context.threePublic.contains { statement in
      guard case .count(let number, let classifier) = statement.quantity else { return false }
      let isOwn =
        element.detail == nil && statement.meaning?.subject == .concept(element.subject)
      return
        (classifiers.contains(classifier) || countsGroups(statement, classifiers, element, context))
        && (!isSpent || !number.isZero || isOwn)
    }
  }

  /// Whether a draft leaves a blank for the count, which is reported as a blank.
  private func isLeftOpen(_ classifiers: [String], _ context: LintContext) -> Bool {
    let ends = classifiers.map { [UInt8]("】\($0)".utf8) }
    return context.facts.passages.contains { passage in
      passage.role?.hasPrefix("narrative.threePublic") ?? false
        && ends.contains { passage.text.utf8.firstOffset(of: $0, from: 0) != nil }
    }
  }

  /// 接待来访团组46个: the groups received are counted like occasions.
  private func countsGroups(
    _ statement: Statement, _ classifiers: [String], _ element: Element, _ context: LintContext
  ) -> Bool {
    guard case .count(_, "个") = statement.quantity, classifiers.contains("批次") else { return false }
    if case .concept(let id) = statement.meaning?.subject,
      id == element.subject || id == element.detail
    {
      return true
    }
    let text = context.facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    return text.utf8.firstOffset(of: Self.visitors, from: start, to: statement.digits.lowerBound)
      != nil
  }

  private static let visitors = [UInt8]("来访团组".utf8)
}

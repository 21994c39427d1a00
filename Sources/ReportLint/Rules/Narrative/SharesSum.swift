internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN14: shares of one whole that do not add up to all of it.
struct SharesSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN14", category: "N4", severity: .warning, title: "占比之和不等于100%",
    summary: "同一总数下各项占比之和为100%，容许四舍五入的尾差。",
    rationale: "占比漏项或抄错时，合计会偏离100%。",
    source: "算术：各项占比之和＝100%±n×½个末位",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计⟦980.00万元⟧，其中：基本支出600.00万元，占61.22%；项目支出280.00万元，占28.57%。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占61.22%；项目支出380.00万元，占38.78%。
        """),
      RuleExample(
        "漏了一类",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        2024年度一般公共预算财政拨款支出⟦1,000.00万元⟧，主要用于以下方面：教育支出（类）700.00万元，占70%；住房保障支出（类）100.00万元，占10%。
        """),
      RuleExample(
        "括号里另分，或有不知名的一项",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，其中：财政拨款收入900.00万元，占90%（一般公共预算财政拨款收入850.00万元，占85%；政府性基金预算财政拨款收入50.00万元，占5%）；事业收入60.00万元，占6%；其他收入40.00万元，占4%。
        ## 三、支出决算情况说明
        本年支出合计1,000.00万元，其中：在职人员开支500.00万元，占50%；基本支出100.00万元，占10%；项目支出400.00万元，占40%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    var shares: [Int: [Share]] = [:]
    for relation in context.facts.relations {
      guard case .share(let part, let whole, let share) = relation,
        let subject = statements[part].meaning?.subject,
        isPart(subject, of: statements[whole].meaning?.subject, context.vocabulary)
      else { continue }
      shares[whole, default: []].append(Share(part: subject, amount: part, statement: share))
    }
    for (whole, told) in shares.sorted(by: { $0.key < $1.key }) {
      let list = withoutNested(told, context.vocabulary)
      guard list.count > 1, areAll(told, of: whole, context.facts),
        isWhole(statements[whole].meaning?.subject, of: told, context.vocabulary),
        !(statements[whole].quantity.printed?.isZero ?? true),
        !list.contains(where: { context.reconciliation.fault(of: $0) != nil })
      else { continue }
      let sum = list.compactMap { statements[$0].quantity.interval }.reduce(.zero, +)
      guard !sum.contains(Interval.one),
        !isCompletedByBalance(sum, of: whole, besides: Set(told.map(\.amount)), context),
        !isCompletedByShare(sum, of: whole, besides: list, context.facts),
        fit(told, whole, context.facts)
      else { continue }
      let text = context.facts.passages[statements[whole].passage].text
      findings.report(
        text, statements[whole].range, "各项占比之和不等于 100%：\(arithmetic(list, statements))",
        confidence: .medium,
        evidence: list.map { .init("占比", text, statements[$0].range) },
        suggestion: "核对各项占比，漏列的补上",
        rests: [.list(of: whole), .amount(whole)] + told.map { .amount($0.amount) })
    }
  }

  private struct Share {
    var part: Subject
    var amount: Int
    var statement: Int

    /// Whether it is that of a 类 of 科目.
    var isOfCategory: Bool { SharesSum.isCategory(part) }
  }

  private static func isCategory(_ subject: Subject) -> Bool {
    switch subject {
    case .functional(let path): path.subcategory.isEmpty && path.item.isEmpty
    case .economic(let name): EconomicList.categories.contains(name)
    case .concept, .project, .unnamed: false
    }
  }

  private func isPart(
    _ part: Subject, of whole: Subject?, _ vocabulary: Vocabulary
  ) -> Bool {
    guard case .concept(let wholeID) = whole else { return false }
    if case .concept(let id) = part {
      return vocabulary.concept(wholeID)?.parts.contains(id) ?? false
    }
    return Self.isCategory(part)
  }

  /// Whether the shares are of all that a total has: the parts of a concept that has no others, or
  /// the 类 of which each spending is of one.
  private func isWhole(
    _ whole: Subject?, of shares: [Share], _ vocabulary: Vocabulary
  ) -> Bool {
    guard case .concept(let id) = whole else { return false }
    if shares.allSatisfy(\.isOfCategory) { return true }
    return (vocabulary.concept(id)?.isExhaustive ?? false)
      && !shares.contains(where: \.isOfCategory)
  }

  /// Drops what a bracket tells of a part: 财政拨款收入占90%（一般公共预算财政拨款收入占85%，…）.
  private func withoutNested(_ shares: [Share], _ vocabulary: Vocabulary) -> [Int] {
    let inner = Set(
      shares.flatMap { share -> [String] in
        guard case .concept(let id) = share.part else { return [] }
        return vocabulary.concept(id)?.parts ?? []
      })
    return shares.filter { share in
      guard case .concept(let id) = share.part else { return true }
      return !inner.contains(id)
    }.map(\.statement)
  }

  /// Whether no share stands between those of the parts that is one of something whose name is not
  /// known.
  private func areAll(_ shares: [Share], of whole: Int, _ facts: Facts) -> Bool {
    var known = Set(shares.map(\.statement))
    guard let last = known.max(), whole < last else { return true }
    for case .share(_, let other, let share) in facts.relations where other != whole {
      known.insert(share)
    }
    return !(whole..<last).contains { index in
      let statement = facts.statements[index]
      guard statement.quantity.percentage != nil, !known.contains(index) else { return false }
      switch statement.meaning?.aspect {
      case .rate, .completion, .multiple: return false
      default: return true
      }
    }
  }

  /// 财政拨款收入甲，占70%；事业收入乙，占20%；上年结转丙: whether a balance that the list tells without its share makes up the rest.
  private func isCompletedByBalance(
    _ sum: Interval, of whole: Int, besides shared: Set<Int>, _ context: LintContext
  ) -> Bool {
    let facts = context.facts
    guard let total = facts.statements[whole].quantity.interval, sum.upper < Interval.one else {
      return false
    }
    let rest = Interval(lower: Interval.one - sum.upper, upper: Interval.one - sum.lower)
    return facts.relations.contains { relation in
      guard case .list(whole, let parts) = relation else { return false }
      let others = parts.filter { !shared.contains($0) }
      guard others.count == 1,
        context.vocabulary.isBalance(facts.statements[others[0]].meaning?.subject),
        let balance = facts.statements[others[0]].quantity.interval
      else { return false }
      return Rounding.ratio(balance, to: total, equals: rest) ?? false
    }
  }

  /// Whether the sentence tells the rest as the share of a part behind that part's own parts.
  private func isCompletedByShare(
    _ sum: Interval, of whole: Int, besides shared: [Int], _ facts: Facts
  ) -> Bool {
    facts.statements(of: facts.statements[whole].passage).indices.contains { index in
      guard index > whole, !shared.contains(index), isShare(facts.statements[index]),
        let share = facts.statements[index].quantity.interval
      else { return false }
      return (sum + share).contains(Interval.one)
    }
  }

  private func isShare(_ statement: Statement) -> Bool {
    if case .share = statement.meaning?.aspect { return true }
    return false
  }

  /// Whether the amounts are the shares of the whole: 总额甲，其中：乙，占90%，包括丙，占70%，丁，占20%; those of another one
  /// need not come to all of it.
  private func fit(_ shares: [Share], _ whole: Int, _ facts: Facts) -> Bool {
    guard let total = facts.statements[whole].quantity.interval else { return true }
    return shares.allSatisfy { share in
      guard let amount = facts.statements[share.amount].quantity.interval,
        let ratio = facts.statements[share.statement].quantity.interval
      else { return true }
      return Rounding.ratio(amount, to: total, equals: ratio) ?? true
    }
  }

  /// 90.00% ＋ 4.00% ＝ 94.00%.
  private func arithmetic(_ shares: [Int], _ statements: [Statement]) -> String {
    let printed = shares.compactMap { statements[$0].quantity.percentage }
    let sum = PrintedNumber(
      grains: printed.reduce(Int128(0)) { $0 + $1.grains },
      decimals: printed.map(\.decimals).max() ?? 2)
    return printed.map { "\($0)%" }.joined(separator: " ＋ ") + (sum.map { " ＝ \($0)%" } ?? "")
  }
}

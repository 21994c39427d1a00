internal import FiscalNarrative

/// YR14: the same reason for a change as last year's for the opposite change.
struct CopiedReason: Rule {
  static let metadata = RuleMetadata(
    id: "YR14", category: "T6", severity: .warning, title: "变动方向相反，原因却照抄上年",
    summary: "同一项目两年变动方向相反的，原因不应当一字不差。",
    rationale: "去年因此增加，今年又因此减少，说明原因没有重写。",
    source: "原因要与变动相符；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出200.00万元，比2023年度减少10.00万元，主要原因是⟦人员经费标准调整⟧。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          ### （一）机关运行经费支出情况
          2023年度机关运行经费支出210.00万元，比2022年度增加12.00万元，主要原因是人员经费标准调整。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出200.00万元，比2023年度减少10.00万元，主要原因是压减办公费和印刷费。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          ### （一）机关运行经费支出情况
          2023年度机关运行经费支出210.00万元，比2022年度增加12.00万元，主要原因是人员经费标准调整。
          """)),
    ])

  /// A shorter reason, such as 项目调整, fits both directions.
  private static let shortestReason = 8

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    var before: [Subject: (direction: Direction, reason: ArraySlice<UInt32>)] = [:]
    for change in Self.changes(last.facts, last.text) {
      before[change.subject] = (change.direction, last.text.scalars[change.reason])
    }
    var seen = Set<Range<Int>>()
    for change in Self.changes(context.facts, context.text) {
      guard let old = before[change.subject], old.direction != change.direction,
        old.reason == context.text.scalars[change.reason], seen.insert(change.reason).inserted
      else { continue }
      findings.report(
        change.reason, in: context,
        "\(last.name)中变动方向相反，原因却与这里一字不差", confidence: .medium,
        suggestion: "按本年的实际情况重写原因")
    }
  }

  private struct Change {
    var subject: Subject
    var direction: Direction
    /// The words of the reason, as code points.
    var reason: Range<Int>
  }

  private static let reasonWord = "原因".scalarValues
  private static let leads = ReasonLead.words.map(\.scalarValues)

  private static func changes(_ facts: Facts, _ text: DocumentText) -> [Change] {
    facts.statements.compactMap { statement in
      guard let meaning = statement.meaning, case .change(.priorYear) = meaning.aspect,
        statement.region == .plain, let direction = statement.direction, direction != .unchanged,
        let reason = reason(statement, text)
      else { return nil }
      return Change(subject: meaning.subject, direction: direction, reason: reason)
    }
  }

  /// What stands behind 原因 after a number, up to the end of the sentence.
  private static func reason(_ statement: Statement, _ text: DocumentText) -> Range<Int>? {
    let range = text.range(of: statement.passage)
    guard
      let word = range.first(where: {
        text.bytes($0..<($0 + 1)).lowerBound >= statement.range.upperBound
          && text.has(reasonWord, at: $0)
      })
    else { return nil }
    var start = word + reasonWord.count
    if let lead = leads.first(where: { text.has($0, at: start) }) { start += lead.count }
    let end =
      (start..<max(start, range.upperBound)).first { text.scalars[$0] == 0x3002 }
      ?? range.upperBound
    return end - start >= shortestReason ? start..<end : nil
  }
}

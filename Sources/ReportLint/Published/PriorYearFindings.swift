internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// Reports the numbers that disagree with last year's disclosure, each under the rule of its
/// subject.
struct PriorYearFindings {
  let context: LintContext

  /// Reports what falls under a rule.
  func report(_ rule: String, into findings: inout FindingSink) {
    guard let prior = context.priorYear else { return }
    var reported = Set<Subject>()
    for check in prior.checks where !check.holds {
      let statement = context.facts.statements[check.statement]
      guard let meaning = statement.meaning, Self.rule(meaning, context) == rule,
        context.reconciliation.fault(of: check.statement) == nil
      else { continue }
      // A rate is wrong with its change; one of them tells it.
      if check.kind == .rate, reported.contains(meaning.subject) { continue }
      reported.insert(meaning.subject)
      report(check, statement, prior.last, into: &findings)
    }
  }

  private func report(
    _ check: PublishedCheck, _ statement: Statement, _ last: PublishedDocument,
    into findings: inout FindingSink
  ) {
    let text = context.facts.passages[statement.passage].text
    let quote = text.string(statement.range)
    let name = SubjectName(context).name(statement)
    let before = "\(last.name)为 \(check.published.printed)"
    let direction = check.isOpposite ? "，方向也相反" : ""
    let message =
      check.current.map { now in
        "\(name) \(quote) 与上年公开数不符：本年 \(now)，\(before)，相减为 \(check.expected ?? "")\(direction)"
      } ?? "\(name) \(quote) 与上年公开数不符：\(before)"
    findings.report(
      text, statement.range, message, actual: quote, expected: check.expected,
      arithmetic: check.current.map { "\($0) － \(check.published.printed)" },
      evidence: [last.evidence(check.published)], suggestion: "核对上年公开的数；口径有调整的应当说明")
  }

  /// The rule of the subject's part of the disclosure.
  private static func rule(_ meaning: Meaning, _ context: LintContext) -> String {
    guard context.kind == .finalAccounts else { return "YR08" }
    if meaning.section?.hasPrefix("narrative.threePublic") ?? false { return "YR05" }
    guard case .concept(let id) = meaning.subject else { return "YR02" }
    if id == "机关运行经费" { return "YR06" }
    return switch context.vocabulary.concept(id)?.tableRule {
    case "NT01", "NT05", "NT07": "YR01"
    case "NT03", "NT04": "YR04"
    case "NT21", "NT22": "YR05"
    default: "YR02"
    }
  }
}

internal import FiscalModel

/// What findings that only their order tells apart have in common.
struct FindingKey: Hashable {
  let rule: String
  let quote: QuoteKey
  let path: String

  init(_ finding: Finding) {
    rule = finding.rule
    quote = QuoteKey(finding.quote)
    path = finding.location.path
  }
}

public import FiscalModel

/// What a rule says of itself. Rule list, `explain` and `Documentation/Rules.md` are made from it.
/// A class, so that no finding of a rule makes a copy of it.
public final class RuleMetadata: Sendable {
  /// The catalogue's id: group and two digits, such as `NN17`.
  public let id: String
  /// The kind of fault by which linters are scored: `S1`–`S6`, `N1`–`N10`, `T1`–`T6`.
  public let category: String
  /// The severity of its findings unless a finding says otherwise.
  public let severity: Severity
  /// What is wrong, in a few Chinese words: 完成率与金额不符.
  public let title: String
  /// What the rule checks, in Chinese.
  public let summary: String
  /// Why it matters, in Chinese.
  public let rationale: String
  /// The regulation or the arithmetic that it follows, in Chinese.
  public let source: String
  /// The kinds of report in which it holds.
  public let kinds: [ReportKind]
  /// Only documentation and tests read the examples, so that nobody else waits for them.
  private let makeExamples: @Sendable () -> [RuleExample]

  /// At least one with marks and one without.
  public var examples: [RuleExample] { makeExamples() }

  public init(
    id: String, category: String, severity: Severity, title: String, summary: String,
    rationale: String, source: String, kinds: [ReportKind] = ReportKind.allCases,
    examples: @autoclosure @escaping @Sendable () -> [RuleExample]
  ) {
    self.id = id
    self.category = category
    self.severity = severity
    self.title = title
    self.summary = summary
    self.rationale = rationale
    self.source = source
    self.kinds = kinds
    makeExamples = examples
  }

  /// The group of the catalogue: `ST`, `TI`, …
  public var group: String { String(id.prefix(2)) }
}

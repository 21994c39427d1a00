public import ReportLint

/// Turns what the linter says into one output format, document after document, so that a long
/// list of documents never has to be held.
public protocol LintReporter {
  /// What is written for one more document.
  mutating func document(_ result: LintResult) -> [UInt8]
  /// What is written behind the last one.
  mutating func finish() -> [UInt8]
}

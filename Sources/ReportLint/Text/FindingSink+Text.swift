internal import FiscalModel
internal import FiscalNarrative

extension FindingSink {
  /// Reports a range of code points of the report's text.
  mutating func report(
    _ range: Range<Int>, in context: some PlacedText, _ message: String, severity: Severity? = nil,
    confidence: Confidence = .high, category: String? = nil, actual: String? = nil,
    expected: String? = nil, evidence: [Evidence] = [], suggestion: String? = nil,
    rests: [Ground] = [],
    refutes: [Ground] = []
  ) {
    let passage = context.passages[context.text.passage(at: range.lowerBound)]
    report(
      passage.text, context.text.bytes(range), message, severity: severity,
      confidence: confidence, category: category, actual: actual, expected: expected,
      evidence: evidence, suggestion: suggestion, rests: rests, refutes: refutes)
  }
}

extension FindingSink.Evidence {
  /// A range of code points of the report's text.
  init(_ label: String, _ range: Range<Int>, in context: some PlacedText) {
    let passage = context.passages[context.text.passage(at: range.lowerBound)]
    self.init(label, passage.text, context.text.bytes(range))
  }
}

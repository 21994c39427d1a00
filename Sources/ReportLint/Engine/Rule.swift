/// A check of the catalogue: one file with what it says, why, where it comes from, the examples
/// that are its tests, and the logic.
public protocol Rule: Sendable {
  static var metadata: RuleMetadata { get }
  init()
  /// Looks at the whole document once and reports what is wrong.
  func check(_ context: LintContext, into findings: inout FindingSink)
}

extension Rule {
  public var metadata: RuleMetadata { Self.metadata }
}

internal import FiscalText

/// A check of the catalogue: one file with what it says, why, where it comes from, the examples
/// that are its tests, and the logic.
public protocol Rule: Sendable {
  static var metadata: RuleMetadata { get }
  /// Whether the rule can do without the meaning of the narrative, so that it can be looked at
  /// while that is worked out.
  static var isOnSurface: Bool { get }
  init()
  /// Looks at the whole document once and reports what is wrong.
  func check(_ context: LintContext, into findings: inout FindingSink)
  /// Takes from the stages what the rule needs, and looks at it.
  func check(_ stages: LintStages, into findings: inout FindingSink)
}

extension Rule {
  public var metadata: RuleMetadata { Self.metadata }
  public static var isOnSurface: Bool { false }

  public func check(_ stages: LintStages, into findings: inout FindingSink) {
    check(stages.context.value, into: &findings)
  }
}

/// A rule that needs nothing but the surface of a report.
public protocol SurfaceRule: Rule {
  func check(_ context: ReportSurface, into findings: inout FindingSink)
}

extension SurfaceRule {
  public static var isOnSurface: Bool { true }

  public func check(_ context: LintContext, into findings: inout FindingSink) {
    check(context.surface, into: &findings)
  }

  public func check(_ stages: LintStages, into findings: inout FindingSink) {
    check(stages.surface.value, into: &findings)
  }
}

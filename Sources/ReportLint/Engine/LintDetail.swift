/// What the numbers and cells of a result carry besides their states. Outputs that do not show it
/// need not wait for it.
public enum LintDetail: Sendable {
  case states
  /// The places that each number was compared with.
  case evidence
  /// Besides, the arithmetic that decided over it.
  case proofs
}

internal import FiscalNarrative

/// The narrative's numbers tied out: every relation tested, every failure laid to a number.
public struct Reconciliation: Sendable {
  public private(set) var checks: [Check]
  public private(set) var faults: [Fault]
  /// For each statement, the relations that hold.
  private let agreements: [Int: [Int]]
  private let faulty: [Int: Int]

  init(
    _ facts: Facts, vocabulary: Vocabulary, evidence: TableEvidence, sheets: [PerformanceSheet],
    projects: [ProjectNarrative]
  ) {
    var builder = CheckBuilder(facts, vocabulary: vocabulary, evidence: evidence)
    builder.build()
    builder.buildProjects(projects, sheets)
    checks = builder.checks
    var finder = FaultFinder(builder)
    faults = finder.faults()
    var agreements: [Int: [Int]] = [:]
    for (index, check) in checks.enumerated() where check.holds {
      for operand in check.operands { agreements[operand, default: []].append(index) }
    }
    self.agreements = agreements
    faulty = Dictionary(
      faults.enumerated().map { ($1.statement, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The relations that hold for a statement.
  public func agreements(of statement: Int) -> [Check] {
    (agreements[statement] ?? []).map { checks[$0] }
  }

  /// The fault of a statement, or nil.
  public func fault(of statement: Int) -> Fault? { faulty[statement].map { faults[$0] } }
}

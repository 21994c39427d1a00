internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The narrative's numbers tied out: every relation tested, every failure laid to a number.
public struct Reconciliation: Sendable {
  public private(set) var checks: [Check]
  public private(set) var faults: [Fault]
  /// For each statement, the relations that hold.
  private let agreements: [Int: [Int]]
  private let faulty: [Int: Int]

  init(
    _ facts: Facts, items: ItemList, vocabulary: Vocabulary, evidence: TableEvidence,
    sheets: [PerformanceSheet],
    projects: [ProjectNarrative], grades: GradeScale, threads: Threads
  ) {
    var builder = CheckBuilder(facts, vocabulary: vocabulary, evidence: evidence)
    let (relations, ofProjects) = threads.both { [builder] in
      var builder = builder
      builder.build(items)
      return builder.checks
    } _: { [builder] in
      var builder = builder
      builder.buildProjects(projects, sheets)
      builder.buildProjectTotals(sheets, grades)
      return builder.checks
    }
    builder.checks = relations + ofProjects
    checks = builder.checks
    var finder = FaultFinder(builder)
    var agreements: [Int: [Int]] = [:]
    for (index, check) in checks.enumerated() where check.holds {
      for operand in check.operands { agreements[operand, default: []].append(index) }
    }
    self.agreements = agreements
    faults = finder.faults()
    for index in faults.indices {
      let sum = faults[index].primary
      let held = sum.operands.map { (agreements[$0] ?? []).map { builder.checks[$0] } }
      // All numbers of the sum are those of the tables, or their shares show them to be right.
      faults[index].isOmission =
        sum.lackedPart != nil
        || sum.kind == .parts && held.allSatisfy { $0.contains { $0.kind == .table } }
        || Self.haveShares(sum, held) && builder.isTooLittle(sum)
    }
    faulty = Dictionary(
      faults.enumerated().filter { !$1.isOmission }.map { ($1.statement, $0) },
      uniquingKeysWith: { first, _ in first })
    markExchanges(facts)
  }

  /// Whether each part of a sum has a share of the whole that is right.
  private static func haveShares(_ sum: Check, _ held: [[Check]]) -> Bool {
    guard sum.kind == .parts || sum.kind == .listed, sum.operands.count > 2,
      let whole = sum.operands.last
    else { return false }
    return held.dropLast().allSatisfy {
      $0.contains { $0.kind == .share && $0.operands.contains(whole) }
    }
  }

  /// Marks numbers of a passage each of which should be the other one: they are one fault.
  private mutating func markExchanges(_ facts: Facts) {
    for (index, fault) in faults.enumerated() where faults[index].exchanged == nil {
      let passage = facts.statements[fault.statement].passage
      let other = faults[(index + 1)...].prefix {
        facts.statements[$0.statement].passage == passage
      }.first { fault.isAnswered(by: $0, facts) && $0.isAnswered(by: fault, facts) }
      if let other { faults[index].exchanged = other.statement }
    }
  }

  /// Whether a relation holds for a statement.
  func isBorneOut(_ statement: Int) -> Bool { agreements[statement] != nil }

  /// The relations that hold for a statement.
  public func agreements(of statement: Int) -> [Check] {
    (agreements[statement] ?? []).map { checks[$0] }
  }

  /// The fault of a statement, or nil: a number that is right is not wrong because a part of it was
  /// left out.
  public func fault(of statement: Int) -> Fault? { faulty[statement].map { faults[$0] } }
}

/// Finds, for relations that fail, the numbers that are to blame: the value with which all other
/// statements agree is taken as right.
struct FaultFinder {
  private var checks: [Check]
  private var remedy: Remedy
  /// For each statement, the checks that hold and speak for it, and those that fail.
  private var holding: [Int: [Int]] = [:]
  private var failing: [Int: [Int]] = [:]
  /// For each statement, the failing checks for which it may be to blame.
  private var accusing: [Int: [Int]] = [:]

  /// - Parameter builder: one that has built all checks.
  init(_ builder: CheckBuilder) {
    checks = builder.checks
    remedy = Remedy(builder)
    for (index, check) in builder.checks.enumerated() {
      for operand in Set(check.operands) {
        if check.holds {
          if builder.speaks(check, for: operand) { holding[operand, default: []].append(index) }
        } else {
          failing[operand, default: []].append(index)
        }
      }
      guard !check.holds else { continue }
      for suspect in Set(check.suspects ?? check.operands) {
        accusing[suspect, default: []].append(index)
      }
    }
  }

  /// How much speaks against a statement, and its rank among those of equal standing.
  private struct Standing {
    var score: Int
    var position: Int
  }

  /// One fault a wrong number, in the order of the statements.
  mutating func faults() -> [Fault] {
    var faults: [Fault] = []
    var isOpen = checks.map { !$0.holds }
    var suspects: [Int: Standing] = [:]
    for statement in accusing.keys { suspects[statement] = standing(statement, isOpen) }
    while let (culprit, decided) = worst(suspects, isOpen) {
      let exchanged = acquit(culprit, isOpen)
      leaveUnmended(culprit, isOpen)
      let blamed = (failing[culprit] ?? []).filter { isOpen[$0] }.sorted {
        (rank(checks[$0]), $0) < (rank(checks[$1]), $1)
      }
      for index in blamed { isOpen[index] = false }
      // Only what shares a relation with the culprit stands otherwise than before.
      for index in blamed {
        for operand in checks[index].operands + (checks[index].suspects ?? []) {
          suspects[operand] = standing(operand, isOpen)
        }
      }
      faults.append(
        Fault(
          statement: culprit, primary: checks[blamed[0]],
          others: blamed.dropFirst().map { checks[$0] },
          support: support(of: blamed, without: culprit), isUndecided: !decided,
          exchanged: exchanged))
    }
    return faults.sorted { $0.statement < $1.statement }
  }

  /// Lays to others what fails with the right value of a wrong number too, which its table tells.
  ///
  /// - Returns: the number with which it changed places, if that mends one of them.
  private mutating func acquit(_ culprit: Int, _ isOpen: [Bool]) -> Int? {
    var exchanged: Int?
    let open = (failing[culprit] ?? []).filter { isOpen[$0] }
    let right = open.filter { checks[$0].kind == .table }.flatMap { checks[$0].sources }
    guard !right.isEmpty else { return nil }
    for index in open
    where accusedStatements(checks[index]).contains(where: { $0 != culprit && !isInTable($0) }) {
      guard let rest = remedy.rest(of: checks[index], culprit, right) else { continue }
      if let other = remedy.exchange(of: checks[index], culprit, right) {
        exchanged = other
        continue
      }
      checks[index] = rest
      failing[culprit]?.removeAll { $0 == index }
      accusing[culprit]?.removeAll { $0 == index }
    }
    return exchanged
  }

  /// Lays to others what no value of a wrong number mends together with the most of what fails
  /// with it.
  private mutating func leaveUnmended(_ culprit: Int, _ isOpen: [Bool]) {
    let open = (accusing[culprit] ?? []).filter { isOpen[$0] }
    let rest = Set(open).subtracting(mendable(culprit, open))
    guard !rest.isEmpty else { return }
    accusing[culprit]?.removeAll { rest.contains($0) }
    failing[culprit]?.removeAll { rest.contains($0) }
  }

  /// Of open checks that accuse a number, those that one value of it would mend. One that a table
  /// gives is tested with that.
  private func mendable(_ statement: Int, _ open: [Int]) -> [Int] {
    guard open.count > 1, open.allSatisfy({ checks[$0].kind != .table }) else { return open }
    return remedy.mendable(statement, open.map { ($0, checks[$0]) })
  }

  private func isInTable(_ statement: Int) -> Bool {
    (holding[statement] ?? []).contains { checks[$0].kind == .table }
  }

  /// The statement that explains most of the open failures and agrees with least; whether any
  /// other explains them as well.
  private func worst(
    _ suspects: [Int: Standing], _ isOpen: [Bool]
  ) -> (statement: Int, decided: Bool)? {
    guard
      let first = suspects.max(by: { left, right in
        (left.value.score, -left.value.position) < (right.value.score, -right.value.position)
      })
    else { return nil }
    let isTied = (failing[first.key] ?? []).contains { index in
      isOpen[index]
        && accusedStatements(checks[index]).contains {
          $0 != first.key && suspects[$0]?.score == first.value.score
        }
    }
    return (first.key, !isTied)
  }

  /// The numbers of a check that may be to blame for its failure.
  private func accusedStatements(_ check: Check) -> [Int] { check.suspects ?? check.operands }

  /// A contradiction with a table outweighs all else; then failures count against a number and
  /// agreements for it, an agreement with a table twice. Among numbers of equal standing, the
  /// computed one of a relation is blamed first, then the one that stands last.
  ///
  /// Nil for a statement without open failures.
  private func standing(_ statement: Int, _ isOpen: [Bool]) -> Standing? {
    let accused = (accusing[statement] ?? []).filter { isOpen[$0] }
    guard !accused.isEmpty else { return nil }
    var score = 2 * mendable(statement, accused).count
    let open = (failing[statement] ?? []).filter { isOpen[$0] }
    for index in open where checks[index].kind == .table { score += 100 }
    for index in holding[statement] ?? [] { score -= checks[index].kind == .table ? 6 : 2 }
    let isComputed = open.contains { checks[$0].operands.last == statement }
    return Standing(score: score, position: isComputed ? -1_000_000 - statement : -statement)
  }

  private func rank(_ check: Check) -> Int {
    switch check.kind {
    case .unit: -1
    case .table: 0
    case .sameFact: 1
    case .completion, .completionByGap, .share, .rate, .growth, .multiple, .negativeBase, .average:
      2
    case .difference, .parts, .changeParts: 3
    case .partsWithin, .listed: 4
    }
  }

  /// How many relations agree with the other numbers of the failed relations.
  private func support(of blamed: [Int], without culprit: Int) -> Int {
    var others = Set<Int>()
    for index in blamed { others.formUnion(checks[index].operands) }
    others.remove(culprit)
    return others.reduce(0) { $0 + (holding[$1]?.count ?? 0) }
  }
}

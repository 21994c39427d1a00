/// Finds, for relations that fail, the numbers that are to blame: the value with which all other
/// statements agree is taken as right.
struct FaultFinder {
  private let checks: [Check]
  /// For each statement, the checks that hold and those that fail.
  private var holding: [Int: [Int]] = [:]
  private var failing: [Int: [Int]] = [:]

  init(_ checks: [Check]) {
    self.checks = checks
    for (index, check) in checks.enumerated() {
      for operand in check.operands {
        if check.holds {
          holding[operand, default: []].append(index)
        } else {
          failing[operand, default: []].append(index)
        }
      }
    }
  }

  /// One fault a wrong number, in the order of the statements.
  mutating func faults() -> [Fault] {
    var faults: [Fault] = []
    var open = Set(checks.indices.filter { !checks[$0].holds })
    while let (culprit, decided) = worst(open) {
      let blamed = open.filter { checks[$0].operands.contains(culprit) }.sorted {
        (rank(checks[$0]), $0) < (rank(checks[$1]), $1)
      }
      open.subtract(blamed)
      faults.append(
        Fault(
          statement: culprit, primary: checks[blamed[0]],
          others: blamed.dropFirst().map { checks[$0] },
          support: support(of: blamed, without: culprit), isUndecided: !decided))
    }
    return faults.sorted { $0.statement < $1.statement }
  }

  /// The statement that explains most of the open failures and agrees with least; whether any
  /// other explains them as well.
  private func worst(_ open: Set<Int>) -> (statement: Int, decided: Bool)? {
    var counts: [Int: Int] = [:]
    for index in open {
      for operand in Set(checks[index].suspects ?? checks[index].operands) {
        counts[operand, default: 0] += 1
      }
    }
    let ranked = counts.map { (statement: $0.key, score: score($0.key, failures: $0.value, open)) }
      .sorted {
        ($1.score, position($0.statement, open)) < ($0.score, position($1.statement, open))
      }
    guard let first = ranked.first else { return nil }
    let rivals = Set(
      open.filter { checks[$0].operands.contains(first.statement) }.flatMap {
        checks[$0].suspects ?? checks[$0].operands
      })
    let isTied = ranked.dropFirst().contains {
      $0.score == first.score && rivals.contains($0.statement)
    }
    return (first.statement, !isTied)
  }

  /// A contradiction with a table outweighs all else; then failures count against a number and
  /// agreements for it, an agreement with a table twice.
  private func score(_ statement: Int, failures: Int, _ open: Set<Int>) -> Int {
    var score = failures * 2
    for index in failing[statement] ?? [] where open.contains(index) {
      if checks[index].kind == .table { score += 100 }
    }
    for index in holding[statement] ?? [] {
      score -= checks[index].kind == .table ? 6 : 2
    }
    return score
  }

  /// Among numbers of equal standing, the computed one of a relation is blamed first, then the
  /// one that stands last.
  private func position(_ statement: Int, _ open: Set<Int>) -> Int {
    let isComputed = (failing[statement] ?? []).contains {
      open.contains($0) && checks[$0].operands.last == statement
    }
    return isComputed ? -1_000_000 - statement : -statement
  }

  private func rank(_ check: Check) -> Int {
    switch check.kind {
    case .unit: -1
    case .table: 0
    case .sameFact: 1
    case .completion, .share, .rate, .growth, .negativeBase: 2
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

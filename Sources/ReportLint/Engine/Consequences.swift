internal import FiscalModel

/// Tells the findings that follow from another one, so that one fault is told once.
///
/// A finding takes things for granted: that a row is the item of its code, that a sentence is about
/// the year that it names. Where another finding shows that to be wrong, what rests on it is proven
/// no more, and what it says goes to the cause as its evidence.
struct Consequences {
  private let findings: [Finding]
  /// For each finding, one that refutes each of what it rests on.
  private let causes: [[Int]]

  private init(_ findings: [Finding]) {
    self.findings = findings
    var refuted: [Ground: [Int]] = [:]
    for index in findings.indices {
      for ground in findings[index].refutes { refuted[ground, default: []].append(index) }
    }
    causes = findings.indices.map { index in
      findings[index].rests.compactMap { refuted[$0]?.first { $0 != index } }
    }
  }

  /// Leaves out what follows from others of the findings.
  static func removed(from findings: [Finding]) -> [Finding] {
    guard findings.indices.contains(where: { !findings[$0].refutes.isEmpty }) else {
      return findings
    }
    return Consequences(findings).independent()
  }

  private func independent() -> [Finding] {
    var kept = findings
    let roots = findings.indices.map(root)
    for (index, root) in roots.enumerated() where root != index {
      kept[root].related.append(place(of: findings[index], beside: findings[root]))
      kept[root].consequences.append(findings[index])
      // What is proven wrong is no less so for being told at its cause.
      kept[root].severity = max(kept[root].severity, findings[index].severity)
    }
    return kept.indices.filter { roots[$0] == $0 }.map { kept[$0] }
  }

  /// The finding that another one follows from in the end: one that follows from none, or the first of
  /// those that refute each other.
  private func root(_ index: Int) -> Int {
    let reached = reached(from: index)
    return ([index] + reached).first { causes[$0].isEmpty }
      ?? reached.filter { self.reached(from: $0).contains($0) }.min() ?? index
  }

  /// What a finding follows from, and what that follows from in turn, the nearest first.
  private func reached(from index: Int) -> [Int] {
    var (reached, seen): ([Int], Set<Int>) = ([], [])
    var next = causes[index]
    while !next.isEmpty {
      let fresh = next.filter { seen.insert($0).inserted }
      reached += fresh
      next = fresh.flatMap { causes[$0] }
    }
    return reached
  }

  /// Of two that refute each other neither follows from the other.
  private func place(of finding: Finding, beside cause: Finding) -> Finding.Related {
    let isAlike =
      finding.rule == cause.rule && cause.rests.contains(where: finding.refutes.contains)
    var place = Finding.Related(
      label: isAlike ? "同样不符" : "因此不符", quote: finding.quote, location: finding.location,
      spot: finding.spot)
    place.isConsequence = true
    return place
  }
}

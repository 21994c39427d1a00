internal import FiscalModel
internal import FiscalStandards

extension AcceptedFile {
  /// Moves the findings that are accepted from ``LintResult/findings`` to
  /// ``LintResult/accepted``, and reports the entries that match nothing (``UnusedAcceptance``).
  ///
  /// - Parameter selection: the rules that ran; entries about others are let be.
  public func apply(to result: inout LintResult, selection: Selection) {
    releaseConsequences(in: &result)
    var taken: [Int: Acceptance] = [:]
    var unused: [Acceptance] = []
    for acceptance in acceptances where selection.includes(acceptance.rule.text) {
      let places = places(of: acceptance, in: result.findings).filter { taken[$0] == nil }
      for place in places { taken[place] = acceptance }
      if places.isEmpty { unused.append(acceptance) }
    }
    for (index, finding) in result.findings.enumerated() {
      guard let acceptance = taken[index] else { continue }
      let number = number(of: index, in: result.findings)
      result.accepted.append(.init(finding: finding, reason: acceptance.reason, number: number))
    }
    result.findings = Consequences.removed(
      from: result.findings.indices.filter { taken[$0] == nil }.map { result.findings[$0] })
    guard selection.includes(UnusedAcceptance.metadata.id), !unused.isEmpty else { return }
    result.sources.append(ReportSource(path: file.path, text: file.source))
    result.findings += unused.map(UnusedAcceptance(file: file).finding)
  }

  /// What follows from a finding that is accepted is told again, but where it follows from another one
  /// too: who says that there is no fault has not said where its consequences come from then.
  private func releaseConsequences(in result: inout LintResult) {
    let released = Set(acceptances.flatMap { places(of: $0, in: result.findings) })
    result.findings = result.findings.enumerated().flatMap { index, finding in
      released.contains(index) ? [finding] + finding.consequences : [finding]
    }
  }

  /// Which one a finding is of those of its rule on the same words in its file, from 1.
  private func number(of index: Int, in findings: [Finding]) -> Int {
    let key = FindingKey(findings[index])
    return findings[...index].count { FindingKey($0) == key }
  }

  private func places(of acceptance: Acceptance, in findings: [Finding]) -> [Int] {
    let named = findings.indices.filter { acceptance.names(findings[$0]) }
    switch acceptance.occurrence {
    case .all: return named
    case .number(let number): return named.dropFirst(number - 1).prefix(1).map { $0 }
    }
  }
}

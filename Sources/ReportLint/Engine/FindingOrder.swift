internal import FiscalModel
internal import FiscalText

/// Sorts findings by their place in the input, then by rule.
struct FindingOrder {
  private let paths: [String: Int]

  init(_ report: Report) {
    var paths: [String: Int] = [:]
    for (index, source) in report.sources.enumerated() where paths[source.path] == nil {
      paths[source.path] = index
    }
    self.paths = paths
  }

  func sorted(_ findings: [Finding]) -> [Finding] {
    let keys = findings.indices.map { key(findings[$0].location) }
    let order = findings.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left].lexicographicallyPrecedes(keys[right]) }
      return (findings[left].rule, left) < (findings[right].rule, right)
    }
    return order.map { findings[$0] }
  }

  private func key(_ location: Location) -> [Double] {
    let file = Double(paths[location.path] ?? paths.count)
    switch location {
    case .file: return [file, -1]
    case .text(_, let start, _): return [file, Double(start.line), Double(start.column)]
    case .page(_, let number, let box): return [file, Double(number), box.y, box.x]
    case .paragraph(_, let number): return [file, Double(number)]
    case .cell: return [file]
    }
  }
}

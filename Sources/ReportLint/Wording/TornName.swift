internal import FiscalStandards

/// A name that a reader put together from the end of one cell and the beginning of the next: behind
/// 公务用车, 业支出行政事业单位 for 社会保障和就业支出 and 行政事业单位养老支出.
struct TornName {
  private let name: [UInt8]

  init(_ name: String) { self.name = Array(name.utf8) }

  /// Whether the name begins with the end of its own code's name, or of another's, and goes on with
  /// the beginning of a third.
  func isTorn(between official: String, _ context: ReportSurface) -> Bool {
    let names = context.classifications.values.flatMap { $0.entries.map { Array($0.name.utf8) } }
    let own = Array(official.utf8)
    return stride(from: 3, to: name.count, by: 3).contains { cut in
      let (end, start) = (name[..<cut], name[cut...])
      guard
        end.count < own.count && own.suffix(end.count).elementsEqual(end)
          || names.contains(where: {
            $0.count > end.count && $0.suffix(end.count).elementsEqual(end)
          })
      else { return false }
      return start.count >= Self.shortest
        && names.contains { $0.count > start.count && $0.starts(with: start) }
    }
  }

  /// Three ideographs.
  private static let shortest = 9
}

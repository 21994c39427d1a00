internal import FiscalModel
internal import FiscalStandards
internal import ReportLint

/// Reads the other disclosures that a document is compared with, and makes sure that they are those.
struct PublishedReader {
  let reader: DocumentReader
  let report: Report
  let layout: Layout

  /// Last year's disclosure of the same kind; nil for no files.
  func last(_ paths: [String]) throws -> PublishedDocument? {
    try document(paths, option: "--last", kind: layout.kind, year: report.year.map { $0 - 1 })
  }

  /// The budget of the year of final accounts; nil for no files.
  func budget(_ paths: [String]) throws -> PublishedDocument? {
    guard paths.isEmpty || layout.kind == .finalAccounts else {
      throw CommandError("--budget 只用于检查决算")
    }
    return try document(paths, option: "--budget", kind: .budget, year: report.year)
  }

  private func document(
    _ paths: [String], option: String, kind: ReportKind, year: Int?
  ) throws -> PublishedDocument? {
    guard let first = paths.first else { return nil }
    let bound = try reader.read(Document(paths: paths), followsLayout: false)
    guard bound.layout.kind == kind else {
      throw CommandError("\(first)：是部门\(bound.layout.kind.word)；\(option) 应当给出部门\(kind.word)")
    }
    if let year, let found = bound.report.year, found != year {
      throw CommandError("\(first)：是 \(found) 年度的；\(option) 应当给出 \(year) 年度的")
    }
    return try PublishedDocument(report: bound.report, layout: bound.layout)
  }
}

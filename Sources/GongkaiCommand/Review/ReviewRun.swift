internal import ReportReview

/// Collects what was made of the documents and writes the files of reviewers, each whole.
struct ReviewRun {
  private let options: ReviewOptions
  private var parts: [ReviewPart] = []
  private var signOff: [UInt8]?
  private var annotated: [UInt8]?
  private var summaries: [DocumentSummary] = []

  init(_ options: ReviewOptions) { self.options = options }

  mutating func take(_ review: DocumentReview) {
    if let part = review.part { parts.append(part) }
    summaries.append(review.summary)
    if let sheet = review.signOff { signOff = sheet }
    if let copy = review.annotated { annotated = copy }
  }

  private func summary(_ path: String) -> [UInt8] {
    let path = path.lowercased()
    if path.hasSuffix(".csv") { return FolderSummary.csv(summaries) }
    if path.hasSuffix(".xlsx") { return FolderSummary.workbook(summaries) }
    return FolderSummary.html(summaries)
  }

  /// - Parameter inputs: the files that were read.
  func finish(sparing inputs: [String], _ console: Console) throws {
    if let file = options.report {
      try file.write(ReviewPage.bytes(parts), sparing: inputs)
    }
    if let file = options.signOff, let signOff { try file.write(signOff, sparing: inputs) }
    if let file = options.annotate, let annotated { try file.write(annotated, sparing: inputs) }
    if let file = options.summary { try file.write(summary(file.path), sparing: inputs) }
    for file in options.outputs { console.note("gongkai：已写出 \(file.path)") }
  }
}

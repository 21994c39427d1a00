internal import ReportReview

/// Collects what was made of the documents and writes the files of reviewers, each whole.
struct ReviewRun {
  private let options: ReviewOptions
  private var parts: [ReviewPart] = []

  init(_ options: ReviewOptions) { self.options = options }

  mutating func take(_ review: DocumentReview) {
    if let part = review.part { parts.append(part) }
  }

  /// - Parameter inputs: the files that were read.
  func finish(sparing inputs: [String], _ console: Console) throws {
    if let file = options.report {
      try file.write(ReviewPage.bytes(parts), sparing: inputs)
    }
    for file in options.outputs { console.note("gongkai：已写出 \(file.path)") }
  }
}

internal import FiscalModel
internal import ReportLint
internal import ReportReview

/// What is made of one document for the files of reviewers, while documents are worked on side
/// by side.
struct DocumentReview: Sendable {
  var part: ReviewPart?

  /// - Parameter number: which document it is, from 0.
  init(
    _ options: ReviewOptions, result: LintResult, report: Report, document: Document, number: Int
  ) throws {
    guard options.needsProofs else { return }
    let digest = Self.digest(of: document)
    if options.report != nil {
      part = ReviewPart(result, report: report, number: number, digest: digest)
    }
  }

  /// Of a document in one file; several files have several.
  private static func digest(of document: Document) -> String? {
    guard document.paths.count == 1, let path = document.paths.first, FileSystem.isFile(path),
      let bytes = try? FileSystem.read(path)
    else { return nil }
    return SHA256.hexadecimal(of: bytes)
  }
}

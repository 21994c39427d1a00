internal import FiscalModel
internal import ReportLint
internal import ReportReview

/// The outcomes of checked documents as they come in: reported one by one, counted for the exit
/// status.
struct LintRun {
  private let console: Console
  private var reporter: any LintReporter
  private let output: OutputFile?
  private let total: Int
  /// Writes entries for what is found, where that is wanted.
  private var accepted: AcceptedWriter?
  private var review: ReviewRun

  private var done = 0
  private var status = ExitStatus.clean
  /// What goes to a file is written at the end, whole.
  private var pending: [UInt8] = []
  private var inputs: [String] = []

  init(
    console: Console, reporter: any LintReporter, output: OutputFile?, total: Int,
    accepted: AcceptedWriter?, review: ReviewOptions
  ) {
    self.console = console
    self.reporter = reporter
    self.output = output
    self.total = total
    self.accepted = accepted
    self.review = ReviewRun(review)
  }

  mutating func take(_ outcome: LintJob.Outcome) throws {
    done += 1
    showProgress("")
    switch outcome {
    case .checked(let result, let settings, let made, let notes):
      for note in notes { console.note("gongkai：\(note)") }
      inputs += result.sources.map(\.path)
      if result.findings.contains(where: { $0.severity >= settings.threshold }) {
        status = max(status, .findings)
      }
      accepted?.add(result, to: settings.accepted)
      review.take(made)
      try emit(reporter.document(result))
    case .failed(let message):
      console.note("gongkai：\(message)")
      status = .failure
    }
    if done < total { showProgress("检查 \(done)/\(total)") }
  }

  /// Writes what is left.
  mutating func finish() throws -> ExitStatus {
    showProgress("")
    // Nothing could be checked: no empty result may be taken for a clean one.
    guard status < .failure || done > 1 else { return status }
    try emit(reporter.finish())
    try output?.write(pending, sparing: inputs)
    try review.finish(sparing: inputs, console)
    try accepted?.finish(console)
    return status
  }

  private mutating func emit(_ bytes: [UInt8]) throws {
    if output == nil {
      try console.write(bytes)
    } else {
      pending += bytes
    }
  }

  private func showProgress(_ text: String) {
    if total > 1 { console.showProgress(text) }
  }
}

internal import ReportLint

/// Reads and checks one document.
struct LintJob: Sendable {
  /// What became of a document.
  enum Outcome: Sendable {
    case checked(LintResult, notes: [String])
    case failed(message: String)
  }

  private let reader: DocumentReader
  private let linter: Linter

  init(_ invocation: Invocation, selection: Selection) throws {
    reader = try DocumentReader(invocation)
    linter = Linter(selection: selection)
  }

  @Sendable func outcome(_ document: Document) -> Outcome {
    do {
      let bound = try reader.read(document)
      let result = try linter.lint(bound.report, layout: bound.layout, path: document.name)
      return .checked(result, notes: bound.notes)
    } catch {
      return .failed(message: "\(error)")
    }
  }
}

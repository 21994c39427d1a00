internal import FiscalModel
internal import ReportLint
internal import ReportReview

/// The files for reviewers that `lint` writes besides its result.
struct ReviewOptions: Sendable {
  static let report = Option(
    "--report", value: "文件", help: "写出校核报告（.html），点数字看依据")
  static let options = [report]

  /// Where the review page goes; nil where none is wanted.
  let report: OutputFile?

  init(_ invocation: Invocation, documents: Int) throws {
    report = try Self.file(invocation, Self.report, endings: ["html", "htm"])
  }

  /// Whether the linter must carry the arithmetic along.
  var needsProofs: Bool { report != nil }

  /// All files that are written.
  var outputs: [OutputFile] { [report].compactMap(\.self) }

  private static func file(
    _ invocation: Invocation, _ option: Option, endings: [String]
  ) throws -> OutputFile? {
    guard let path = invocation.value(option) else { return nil }
    guard endings.contains(where: { path.lowercased().hasSuffix(".\($0)") }) else {
      let words = endings.map { ".\($0)" }.joined(separator: "、")
      throw UsageError("\(option.name) 的文件名应以 \(words) 结尾")
    }
    return OutputFile(path: path)
  }
}

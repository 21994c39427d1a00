internal import FiscalModel
internal import FiscalText
public import ReportLint

/// One line a finding: `a.txt:403:7: 错误[NN17] …`, for editors and for `grep`.
public struct ConciseReporter: LintReporter {
  public init() {}

  public mutating func document(_ result: LintResult) -> [UInt8] {
    var text = ""
    for finding in result.findings {
      let place = printable(finding.location.words)
      text += "\(place): \(finding.severity.word)[\(finding.rule)] \(printable(finding.message))\n"
    }
    return [UInt8](text.utf8)
  }

  public mutating func finish() -> [UInt8] { [] }
}

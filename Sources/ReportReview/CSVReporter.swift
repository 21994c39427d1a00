internal import FiscalModel
public import ReportLint

/// Findings, or all numbers with their states, as a table for spreadsheet programs.
public struct CSVReporter: LintReporter {
  private static let findingHeads = [
    "文档", "序号", "级别", "把握", "规则", "类别", "位置", "原文", "问题", "现为", "应为", "计算", "依据", "建议", "已认可的理由",
  ]
  private static let numberHeads = ["文档", "序号", "位置", "原文", "状态", "含义", "原因", "依据"]

  private let listsNumbers: Bool
  private var csv = CSVText()

  /// - Parameter listsNumbers: whether the rows are the numbers of the documents instead of the
  ///   findings.
  public init(listsNumbers: Bool = false) {
    self.listsNumbers = listsNumbers
    csv.row(listsNumbers ? Self.numberHeads : Self.findingHeads)
  }

  public mutating func document(_ result: LintResult) -> [UInt8] {
    if listsNumbers {
      addNumbers(result)
    } else {
      addFindings(result)
    }
    return csv.takeBytes()
  }

  public mutating func finish() -> [UInt8] { csv.takeBytes() }

  private mutating func addFindings(_ result: LintResult) {
    for (index, finding) in result.findings.enumerated() {
      csv.row([result.path, "\(index + 1)"] + fields(finding, result) + [""])
    }
    for item in result.accepted {
      csv.row([result.path, ""] + fields(item.finding, result) + [item.reason])
    }
  }

  private func fields(_ finding: Finding, _ result: LintResult) -> [String] {
    [
      finding.severity.word, finding.confidence.word, finding.rule, RuleGroup.word(finding.rule),
      finding.location.words(inside: result.path), finding.quote, finding.message,
      finding.actual ?? "", finding.expected ?? "", finding.arithmetic ?? "",
      evidence(finding.related, result), finding.suggestion ?? "",
    ]
  }

  private mutating func addNumbers(_ result: LintResult) {
    for (index, record) in result.numbers.enumerated() {
      csv.row([
        result.path, "\(index + 1)", record.location.words(inside: result.path), record.quote,
        record.state.word, record.meaning ?? "", record.reason ?? "",
        evidence(record.evidence, result),
      ])
    }
  }

  private func evidence(_ places: [Finding.Related], _ result: LintResult) -> String {
    places.map { "\($0.label)“\($0.quote)”（\($0.location.words(inside: result.path))）" }
      .joined(separator: "；")
  }
}

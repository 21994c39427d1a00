import FiscalModel
import FiscalText
import ReportLint
import ReportReview

/// A small document with one finding, and what the linter would say about it.
enum SampleResult {
  static let path = "决算/说明.txt"
  static let text = """
    一、支出情况
    支出决算为1,511.37万元，年初预算为8.61万元，完成年初预算的359.85%。
    """

  static func location(line: Int, column: Int, length: Int) -> Location {
    .text(
      path: path, start: TextPosition(line: line, column: column),
      end: TextPosition(line: line, column: column + length))
  }

  static var finding: Finding {
    Finding(
      rule: "NN17", category: "N4", severity: .error, message: "完成预算的百分比与数字不符",
      location: location(line: 2, column: 36, length: 7), quote: "359.85%", actual: "359.85%",
      expected: "35,985.00%", arithmetic: "1511.37 / 4.20",
      related: [
        Finding.Related(
          label: "支出决算数", quote: "1,511.37", location: location(line: 2, column: 6, length: 8))
      ], suggestion: "核对年初预算数。")
  }

  static var result: LintResult {
    var result = LintResult(
      path: path, sources: [ReportSource(path: path, text: source(text))])
    result.kind = .finalAccounts
    result.entity = "云汀市民政局"
    result.year = 2024
    result.numbers = [
      NumberRecord(
        location: location(line: 2, column: 6, length: 10), quote: "1,511.37万元", state: .verified,
        meaning: "支出决算"),
      NumberRecord(
        location: location(line: 2, column: 36, length: 7), quote: "359.85%", state: .contradicted),
      NumberRecord(
        location: location(line: 2, column: 22, length: 6), quote: "8.61万元", state: .unchecked,
        reason: "没有预算表"),
    ]
    result.tables = [
      LintResult.TableSummary(
        id: "公开01", title: "收入支出决算总表", rows: 30, columns: 6,
        location: location(line: 1, column: 1, length: 2))
    ]
    result.findings = [finding]
    return result
  }

  static func source(_ text: String) -> SourceText {
    SourceText(path: path, bytes: [UInt8](text.utf8))
  }

  static func print(_ reporter: some LintReporter, _ results: [LintResult] = [result]) -> String {
    var reporter = reporter
    var bytes: [UInt8] = []
    for result in results { bytes += reporter.document(result) }
    bytes += reporter.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}

import ReportLint
import ReportReview
import Testing

struct ConciseReporterTests {
  @Test func `a finding is one line with its place first`() {
    #expect(
      SampleResult.print(ConciseReporter()) == "决算/说明.txt:2:36: 错误[NN17] 完成预算的百分比与数字不符\n")
  }

  @Test func `a message with line ends stays one line`() {
    var result = SampleResult.result
    result.findings[0].message = "甲\n乙"
    #expect(SampleResult.print(ConciseReporter(), [result]).filter { $0 == "\n" }.count == 1)
  }
}

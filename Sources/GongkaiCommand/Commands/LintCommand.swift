internal import FiscalModel
internal import ReportLint
internal import ReportReview

/// `gongkai lint`: checks documents.
enum LintCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["full", "concise", "json", "sarif"], help: "输出格式")
  private static let output = Option(
    "--output", short: "-o", value: "文件", help: "结果写到文件（默认写到标准输出）")
  private static let threshold = Option(
    "--fail-on", value: "级别", choices: ["error", "warning", "info"], help: "达到此级别时退出状态为 1")
  private static let select = Option(
    "--select", value: "规则", help: "只用这些规则或规则组，逗号分开，如 NN,TI01")
  private static let ignore = Option("--ignore", value: "规则", help: "不用这些规则或规则组")
  private static let numbers = Option("--numbers", help: "逐个列出文字中的数字和核对结果")
  private static let color = Option(
    "--color", value: "何时", choices: ["auto", "always", "never"], help: "使用颜色")

  static let form = CommandForm(
    name: "lint", summary: "检查公开文本：数字、表格、结构、文字",
    operands: .init(name: "文件或文件夹", count: 1...10_000),
    details: [
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）；有 disclosure.md 的文件夹是一份
      文档；其他文件夹表示其中的每一份文档。
      """
    ],
    options: [
      format, output, threshold, select, ignore, numbers, .layout, .jobs, color, .layouts,
    ],
    examples: [
      ("gongkai lint 决算公开.pdf", "检查一份文档"),
      ("gongkai lint 情况说明.docx 公开表.xlsx", "说明和表格分开的一份文档"),
      ("gongkai lint 全市/ --format concise --fail-on warning", "检查文件夹里的每一份文档"),
    ]
  ) { try await run($0) }

  private static func run(_ invocation: Invocation) async throws -> ExitStatus {
    let documents = try DocumentFinder.documents(invocation.operands)
    let job = try LintJob(invocation, selection: try selection(invocation))
    let threshold = Severity(rawValue: invocation.choice(threshold)) ?? .error
    var run = LintRun(
      console: invocation.console, reporter: try reporter(invocation),
      output: invocation.value(output).map(OutputFile.init), threshold: threshold,
      total: documents.count)
    let width = try invocation.jobCount()
    try await OrderedWork.run(documents, width: width, job.outcome) { try run.take($0) }
    return try run.finish()
  }

  private static func selection(_ invocation: Invocation) throws -> Selection {
    let selected = ids(invocation.value(select))
    let ignored = ids(invocation.value(ignore))
    guard !(selected + ignored).isEmpty else { return Selection() }
    let catalogue = try RuleCatalogue(invocation.library())
    for id in selected + ignored { try catalogue.requireAny(id) }
    return Selection(selected: selected, ignored: ignored)
  }

  private static func ids(_ list: String?) -> [String] {
    (list ?? "").split { $0 == "," || $0 == "，" || $0 == " " }.map { $0.uppercased() }
  }

  private static func reporter(_ invocation: Invocation) throws -> any LintReporter {
    let listsNumbers = invocation.has(numbers)
    switch invocation.choice(format) {
    case "json": return JSONReporter(listsNumbers: listsNumbers)
    case "sarif":
      let entries = try RuleCatalogue(invocation.library()).entries
      let names = Dictionary(entries.map { ($0.id, $0.title) }) { first, _ in first }
      return SARIFReporter(ruleNames: names)
    case "concise": return ConciseReporter()
    default:
      return FullReporter(isColoured: wantsColour(invocation), listsNumbers: listsNumbers)
    }
  }

  private static func wantsColour(_ invocation: Invocation) -> Bool {
    switch invocation.choice(color) {
    case "always": return true
    case "never": return false
    default:
      let environment = invocation.surroundings.environment
      return invocation.console.outputIsTerminal && invocation.value(output) == nil
        && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }
}

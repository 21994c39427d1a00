internal import FiscalModel
internal import FiscalText
internal import ReportLint
internal import ReportReview

/// `gongkai lint`: checks documents.
enum LintCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["full", "concise", "json", "sarif", "csv"], help: "输出格式")
  private static let output = Option(
    "--output", short: "-o", value: "文件", help: "结果写到文件（默认写到标准输出）")
  private static let numbers = Option("--numbers", help: "逐个列出文字中的数字和核对结果")
  private static let show = Option(
    "--show", value: "内容", choices: ["findings", "unchecked"],
    help: "full 格式另外列出未核对的数字和原因")
  private static let color = Option(
    "--color", value: "何时", choices: ["auto", "always", "never"], help: "使用颜色")

  private static let last = Option(
    "--last", value: "文件或文件夹", isRepeatable: true, help: "上年的公开文本，用来核对上年数；分成几个文件的可以写几次")
  private static let budget = Option(
    "--budget", value: "文件或文件夹", isRepeatable: true, help: "当年公布的预算，用来核对决算中的年初预算数")

  private static let approved = Option(
    "--approved", value: "日期", help: "财政部门批复的日期，如 2025-08-20，用来核对是否按时公开")
  private static let published = Option(
    "--published", value: "日期", help: "公开的日期，如 2025-09-05")

  static let form = CommandForm(
    name: CommandName.lint.rawValue, summary: "检查公开文本：数字、表格、结构、文字",
    operands: .init(name: "文件或文件夹", count: 1...10_000),
    details: [
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）；有 disclosure.md 的文件夹是一份
      文档；其他文件夹表示其中的每一份文档。
      """,
      """
      核对过、确认不必改的问题可以写进 accepted.txt（--write-accept 生成草稿，逐条填写理由），
      以后不再计入。本单位用哪些规则写在 gongkai.conf 里，例如：

        [检查]
        不用：TX20 | GL03
        失败级别：警告
      """,
    ],
    options: [
      format, output, ReviewOptions.report, ReviewOptions.signOff,
      ReviewOptions.annotate, ReviewOptions.summary, SettingsReader.threshold,
      SettingsReader.select, SettingsReader.ignore, SettingsReader.configuration,
      SettingsReader.accept, SettingsReader.writeAccept, last, budget, approved, published,
      show, numbers, .layout,
      .jobs, color, .freeFonts, .layouts, .fonts,
    ],
    examples: [
      ("gongkai lint 决算公开.pdf", "检查一份文档"),
      ("gongkai lint 情况说明.docx 公开表.xlsx", "说明和表格分开的一份文档"),
      ("gongkai lint 2024年决算.pdf --last 2023年决算.pdf", "连同上年数一起核对"),
      ("gongkai lint 全市/ --format concise --fail-on warning", "检查文件夹里的每一份文档"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let width = try invocation.jobCount()
    let documents = try DocumentFinder.documents(invocation.operands)
    // Several documents are spread over the processors one by one.
    let isParallel = documents.count == 1 && width > 1
    if isParallel { Threads.ahead(Heap.takeHugePages) }
    Heap.takeHugePages()
    var settings = try SettingsReader(invocation)
    let review = try ReviewOptions(invocation, documents: documents.count)
    let tasks = try documents.enumerated().map { number, document in
      LintJob.Task(
        document: document, number: number, settings: try settings.settings(of: document))
    }
    let others = (invocation.values(last), invocation.values(budget))
    guard documents.count == 1 || others.0.isEmpty && others.1.isEmpty else {
      throw UsageError("--last 和 --budget 只能与一份文档一起用", command: form.name)
    }
    let dates = PublicationDates(
      approved: try date(approved, invocation), published: try date(published, invocation))
    let job = try LintJob(
      invocation, review: review, listsNumbers: invocation.has(numbers),
      isOnly: documents.count == 1, isParallel: isParallel, last: others.0, budget: others.1,
      dates: dates)
    var run = LintRun(
      console: invocation.console, reporter: try reporter(invocation, isParallel),
      output: invocation.value(output).map(OutputFile.init), total: documents.count,
      accepted: invocation.has(SettingsReader.writeAccept) ? AcceptedWriter() : nil,
      review: review)
    try OrderedWork.run(tasks, width: width, job.outcome) { try run.take($0) }
    return try run.finish()
  }

  private static func date(
    _ option: Option, _ invocation: Invocation
  ) throws -> CalendarDate? {
    guard let text = invocation.value(option) else { return nil }
    guard let date = CalendarDate(text) else {
      throw UsageError("\(option.name) 的日期“\(text)”应写成 2025-08-20", command: form.name)
    }
    return date
  }

  private static func reporter(
    _ invocation: Invocation, _ isParallel: Bool
  ) throws -> any LintReporter {
    let listsNumbers = invocation.has(numbers)
    switch invocation.choice(format) {
    case "json": return JSONReporter(listsNumbers: listsNumbers)
    case "sarif":
      let entries = try RuleCatalogue(invocation.library()).entries
      let names = Dictionary(entries.map { ($0.id, $0.title) }) { first, _ in first }
      return SARIFReporter(ruleNames: names)
    case "csv": return CSVReporter(listsNumbers: listsNumbers)
    case "concise": return ConciseReporter()
    default:
      return FullReporter(
        isColoured: wantsColour(invocation), listsNumbers: listsNumbers,
        listsUnchecked: invocation.choice(show) == "unchecked", isParallel: isParallel)
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

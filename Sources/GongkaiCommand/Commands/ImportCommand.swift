internal import FiscalModel

/// `gongkai import`: reads a document and writes what was read.
enum ImportCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["summary"], help: "输出格式")

  static let form = CommandForm(
    name: "import", summary: "读入公开文本，看读到了什么",
    operands: .init(name: "文件", count: 1...100),
    details: ["一起给出的几个文件是同一份文档（说明文字和它的表格）。"],
    options: [format, .layout, .layouts],
    examples: [("gongkai import 决算公开.docx", "列出章节、表格和读不懂的内容")]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    for document in try DocumentFinder.documents(invocation.operands) {
      let bound = try DocumentReader(invocation).read(document)
      for note in bound.notes { invocation.console.note("gongkai：\(note)") }
      try invocation.console.write(ReportSummary(bound.report, name: document.name).text)
    }
    return .clean
  }
}

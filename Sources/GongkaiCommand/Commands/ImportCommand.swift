internal import FiscalModel
internal import ReportReaders

/// `gongkai import`: reads a document and writes what was read.
enum ImportCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["summary", "json"], help: "输出格式")
  private static let output = Option(
    "--output", short: "-o", value: "文件", help: "结果写到文件（默认写到标准输出）")

  static let form = CommandForm(
    name: "import", summary: "读入公开文本，看读到了什么",
    operands: .init(name: "文件或文件夹", count: 1...100),
    details: [
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）。
      summary 列出章节、表格和读不懂的内容；json 是全部内容，供其他程序使用。
      """
    ],
    options: [format, output, .layout, .layouts],
    examples: [
      ("gongkai import 决算公开.docx", "列出章节、表格和读不懂的内容"),
      ("gongkai import 决算公开.pdf --format json -o 决算.json", "写出全部内容"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let documents = try DocumentFinder.documents(invocation.operands)
    guard documents.count == 1 else {
      throw CommandError("这里有 \(documents.count) 份文档，一次只能读入一份")
    }
    let bound = try DocumentReader(invocation).read(documents[0])
    for note in bound.notes { invocation.console.note("gongkai：\(note)") }
    let bytes =
      invocation.choice(format) == "json"
      ? ReportJSON.bytes(bound.report)
      : [UInt8](ReportSummary(bound.report, name: documents[0].name).text.utf8)
    guard let path = invocation.value(output) else {
      try invocation.console.write(bytes)
      return .clean
    }
    try OutputFile(path: path).write(bytes, sparing: bound.report.sources.map(\.path))
    return .clean
  }
}

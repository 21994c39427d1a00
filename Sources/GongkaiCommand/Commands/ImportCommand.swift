internal import FiscalModel
internal import ReportReaders

/// `gongkai import`: reads a document and writes what was read.
enum ImportCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["summary", "json", "source"], help: "输出格式")
  private static let output = Option(
    "--output", short: "-o", value: "文件或文件夹", help: "结果写到哪里（默认写到标准输出）")

  static let form = CommandForm(
    name: CommandName.importing.rawValue, summary: "读入公开文本，看读到了什么",
    operands: .init(name: "文件或文件夹", count: 1...100),
    details: [
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）。
      summary 列出章节、表格和读不懂的内容；json 是全部内容，供其他程序使用；source 写成源格式的
      新文件夹（disclosure.md 和 tables/），可以接着修改、检查、印制。
      """
    ],
    options: [format, output, .layout, .layouts],
    examples: [
      ("gongkai import 决算公开.docx", "列出章节、表格和读不懂的内容"),
      ("gongkai import 决算公开.pdf --format json -o 决算.json", "写出全部内容"),
      ("gongkai import 决算公开.docx --format source -o 我局2024年决算", "把 Word 文件变成源格式"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let documents = try DocumentFinder.documents(invocation.operands)
    guard documents.count == 1 else {
      throw CommandError("这里有 \(documents.count) 份文档，一次只能读入一份")
    }
    let bound = try DocumentReader(invocation).read(documents[0])
    for note in bound.notes { invocation.console.note("gongkai：\(note)") }
    switch invocation.choice(format) {
    case "source": try writeSource(bound.report, invocation)
    case "json": try write(ReportJSON.bytes(bound.report), of: bound.report, invocation)
    default:
      let summary = ReportSummary(bound.report, name: documents[0].name)
      try write([UInt8](summary.text.utf8), of: bound.report, invocation)
    }
    return .clean
  }

  private static func write(
    _ bytes: [UInt8], of report: Report, _ invocation: Invocation
  ) throws(CommandError) {
    guard let path = invocation.value(output) else { return try invocation.console.write(bytes) }
    try OutputFile(path: path).write(bytes, sparing: report.sources.map(\.path))
  }

  private static func writeSource(_ report: Report, _ invocation: Invocation) throws {
    guard let folder = invocation.value(output) else {
      throw UsageError("--format source 要用 -o 指明新文件夹", command: form.name)
    }
    let files = SourceWriter.files(report).map { NewFolder.File(path: $0.path, bytes: $0.bytes) }
    try NewFolder.write(files, to: folder)
    invocation.console.note("已新建 \(folder)")
  }
}

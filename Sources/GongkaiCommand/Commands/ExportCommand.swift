internal import FiscalModel
internal import FiscalStandards
internal import ReportDraft
internal import ReportReaders

/// `gongkai export`: writes a document as a Word file.
enum ExportCommand {
  private static let output = Option(
    "--output", short: "-o", value: "文件", help: "写到哪个 Word 文件（.docx）")

  private static let since = Option(
    "--since", value: "旧稿", help: "与这一稿不同的段落加批注，写明原文")

  static let form = CommandForm(
    name: CommandName.export.rawValue, summary: "把公开文本写成 Word 文件",
    operands: .init(name: "文件或文件夹", count: 1...100),
    details: [
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）。
      标题用 Word 的标题样式，目录和页码是域，表头逐页重复，图可以在 Word 里改样子；
      【请填写：……】标黄并加批注。写出的文件可以用 gongkai lint、render 再读。
      """
    ],
    options: [output, since, .layout, .layouts],
    examples: [
      ("gongkai export 我局2024年决算 -o 我局2024年决算.docx", "把源格式写成 Word 文件"),
      ("gongkai export 二稿 --since 一稿.docx -o 二稿.docx", "改过的段落加批注"),
      ("gongkai export 说明.txt 表.xlsx -o 公开.docx", "几个文件合成一个"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    guard let target = invocation.value(output) else {
      throw UsageError("缺少选项 --output", command: form.name)
    }
    guard WordOutput.isWordFile(target) else {
      throw UsageError("--output 应是以 \(WordOutput.suffix) 结尾的文件名", command: form.name)
    }
    let documents = try DocumentFinder.documents(invocation.operands)
    guard documents.count == 1 else {
      throw CommandError("这里有 \(documents.count) 份文档，一次只能写出一份")
    }
    let reader = try DocumentReader(invocation)
    let bound = try reader.read(documents[0])
    for note in bound.notes { invocation.console.note("gongkai：\(note)") }
    let old = try invocation.value(since).map { path in
      try reader.read(Document(paths: [path]), layout: bound.layout.name).report
    }
    let changes = old.map { ParagraphChanges.changes(from: $0, to: bound.report) } ?? [:]
    try OutputFile(path: target).write(
      WordOutput.bytes(bound.report, changes: changes),
      sparing: (bound.report.sources + (old?.sources ?? [])).map(\.path))
    invocation.console.note("已写出 \(target)")
    return .clean
  }
}

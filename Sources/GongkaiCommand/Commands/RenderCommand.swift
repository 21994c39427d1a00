internal import FiscalStandards
internal import HaruPDF
internal import ReportLayout

/// `gongkai render`: prints documents as PDF files.
enum RenderCommand {
  private static let output = Option(
    "--output", short: "-o", value: "文件或文件夹", help: "写到哪里（默认当前文件夹下的 Output/）")
  private static let style = Option("--style", value: "版式", help: "版式，如 公文、紧凑、大字（默认 公文）")
  private static let defaultFolder = "Output"
  private static let defaultStyle = "公文"

  static let form = CommandForm(
    name: "render", summary: "印制 PDF",
    operands: .init(name: "文件或文件夹", count: 1...10_000),
    details: [
      """
      PDF 符合 PDF/A-2a 和 PDF/UA-1，字体全部嵌入，带书签、目录链接和结构标记。
      同样的输入总是得到同样的文件。有一个字没有字体可用，就指出它的位置，什么也不写。
      """,
      """
      一起给出的几个文件是同一份文档（说明文字和它的表格）；有 disclosure.md 的文件夹是一份
      文档；其他文件夹表示其中的每一份文档。
      """,
    ],
    options: [output, style, .layout, .freeFonts, .jobs, .layouts, .fonts],
    examples: [
      ("gongkai render 我局2024年决算 -o 决算公开.pdf", "把源格式文件夹印成 PDF"),
      ("gongkai render 决算公开.docx --style 大字", "把 Word 文件按大字版式印成 Output/决算公开.pdf"),
    ]
  ) { try await run($0) }

  private static func run(_ invocation: Invocation) async throws -> ExitStatus {
    let documents = try DocumentFinder.documents(invocation.operands)
    let job = try RenderJob(invocation, style: try pageStyle(invocation), date: date(invocation))
    let tasks = try tasks(documents, invocation)
    var run = RenderRun(console: invocation.console, total: tasks.count)
    try await OrderedWork.run(tasks, width: try invocation.jobCount(), job.outcome) {
      try run.take($0)
    }
    return run.finish()
  }

  private static func pageStyle(_ invocation: Invocation) throws -> PageStyle {
    let library = StyleLibrary(layouts: try invocation.library().path)
    let name = invocation.value(style) ?? defaultStyle
    let names = try library.names()
    guard names.contains(name) else {
      let nearest = nearestWord(to: name, among: names).map { "，是不是要写 \($0)" } ?? ""
      throw CommandError("没有版式“\(name)”\(nearest)（可用：\(names.joined(separator: "、"))）")
    }
    return try library.style(name)
  }

  /// Dates are written only where they are asked for, so that two runs give the same bytes.
  static func date(_ invocation: Invocation) -> PDFDate? {
    invocation.surroundings.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
      .map { PDFDate(seconds: $0) }
  }

  /// Where each document's PDF goes.
  private static func tasks(
    _ documents: [Document], _ invocation: Invocation
  ) throws -> [RenderJob.Task] {
    let given = invocation.value(output)
    if documents.count == 1, let given, !given.hasSuffix("/"), !FileSystem.isFolder(given) {
      guard given != "-" else {
        guard !invocation.console.outputIsTerminal else {
          throw CommandError("PDF 不能写到终端；请用 -o 指明文件")
        }
        return [RenderJob.Task(document: documents[0], output: nil)]
      }
      return [RenderJob.Task(document: documents[0], output: given)]
    }
    let folder = given ?? defaultFolder
    try FileSystem.makeFolder(folder)
    return named(documents).map { name, document in
      RenderJob.Task(
        document: document, output: folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
  }

  /// File names after the documents' own; equal ones are numbered.
  private static func named(_ documents: [Document]) -> [(String, Document)] {
    var counts: [String: Int] = [:]
    return documents.map { document in
      let stem = FileSystem.stem(of: resolvedPath(document.name) ?? document.name)
      let count = counts[stem, default: 0] + 1
      counts[stem] = count
      return (count == 1 ? "\(stem).pdf" : "\(stem)-\(count).pdf", document)
    }
  }
}

internal import FiscalStandards
internal import HaruPDF
internal import ReportLayout

/// `gongkai render`: prints documents as PDF files.
enum RenderCommand {
  private static let output = Option(
    "--output", short: "-o", value: "文件或文件夹", help: "写到哪里（默认当前文件夹下的 Output/）")
  private static let style = Option("--style", value: "版式", help: "版式，如 公文、紧凑、大字（默认 公文）")
  private static let data = Option(
    "--attach-data", help: "附上数据：各表的 CSV 和全文的 JSON（PDF/A-3a）")
  private static let draft = Option(
    "--draft", value: "文字", preset: "征求意见稿", help: "每页印上水印（默认 征求意见稿）")
  private static let pages = Option(
    "--pages", value: "页", help: "只印这些页，如 1-3,8,20-；从封面数起")
  private static let restrict = Option(
    "--restrict", value: "密码文件",
    help: "用 AES-256 加密：可看、可打印，不能改、不能复制（见上）")
  private static let defaultFolder = "Output"
  private static let defaultStyle = "公文"

  static let form = CommandForm(
    name: CommandName.render.rawValue, summary: "印制 PDF",
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
      """
      --restrict 的密码文件第一行是权限密码，第二行可以是打开密码；写 - 就当场询问。加密或只印几页的
      文件不再是 PDF/A。
      """,
    ],
    options: [
      output, style, data, draft, pages, restrict, .layout, .freeFonts, .jobs, .layouts, .fonts,
    ],
    examples: [
      ("gongkai render 我局2024年决算 -o 决算公开.pdf", "把源格式文件夹印成 PDF"),
      ("gongkai render 决算公开.docx --style 大字", "把 Word 文件按大字版式印成 Output/决算公开.pdf"),
      ("gongkai render 我局2024年决算 --draft=内部讨论稿 --pages 1-20", "印前 20 页，带水印"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let documents = try DocumentFinder.documents(invocation.operands)
    let width = try invocation.jobCount()
    let job = try RenderJob(
      invocation, style: try pageStyle(invocation), wishes: try wishes(invocation),
      isParallel: documents.count == 1 && width > 1)
    let tasks = try tasks(documents, invocation)
    var run = RenderRun(console: invocation.console, total: tasks.count)
    try OrderedWork.run(tasks, width: width, job.outcome) {
      try run.take($0)
    }
    return run.finish()
  }

  private static func wishes(_ invocation: Invocation) throws -> RenderJob.Wishes {
    var wishes = RenderJob.Wishes()
    wishes.date = date(invocation)
    wishes.attachesData = invocation.has(data)
    wishes.watermark = invocation.value(draft)
    if let words = wishes.watermark, words.count > longestWatermark {
      throw UsageError("水印的文字最多 \(longestWatermark) 个字", command: form.name)
    }
    if let text = invocation.value(pages) { wishes.pages = try PageSelection(text).ranges }
    if let path = invocation.value(restrict) {
      guard !wishes.attachesData else {
        throw UsageError("加密的文件不能再附数据（PDF/A 不许加密）", command: form.name)
      }
      wishes.passwords =
        path == "-" ? try Passwords(asking: invocation.console) : try Passwords(file: path)
    }
    return wishes
  }

  private static let longestWatermark = 30

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

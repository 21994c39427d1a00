internal import FiscalModel
internal import ReportLint
internal import ReportReview

/// `gongkai diff`: compares two versions of a document.
enum DiffCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["full", "json"], help: "输出格式")
  private static let output = Option(
    "--output", short: "-o", value: "文件", help: "结果写到文件（默认写到标准输出）")

  static let form = CommandForm(
    name: CommandName.diff.rawValue, summary: "比较两个版本：问题的增减、改动的数字、没有跟着改的句子",
    operands: .init(name: "旧版 新版", count: 2...2),
    details: [
      """
      每个版本是一份文件，或者一个有 disclosure.md 的文件夹。一个数字改了，用它核对的句子却
      一字未动，就在这个数字下面列出，并写明现在相符还是矛盾。
      """,
      """
      没有新问题、也没有因漏改而矛盾的句子时退出状态为 0，否则为 1。
      """,
    ],
    options: [format, output, .layout, .layouts],
    examples: [
      ("gongkai diff 初稿.docx 二稿.docx", "看修改以后少了哪些问题、多了哪些问题")
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let reader = try DocumentReader(invocation)
    var versions: [ReadDocument] = []
    var inputs: [String] = []
    for operand in invocation.operands {
      let bound = try reader.read(try document(operand))
      for note in bound.notes { invocation.console.note("gongkai：\(note)") }
      let result = try Linter(detail: .proofs).lint(
        bound.report, layout: bound.layout, path: operand)
      inputs += bound.report.sources.map(\.path)
      versions.append(ReadDocument(result, report: bound.report))
    }
    guard let old = versions.first, let new = versions.last else { return .failure }
    let comparison = VersionComparison(old: old, new: new)
    let bytes =
      invocation.choice(format) == "json"
      ? ComparisonJSON.bytes(comparison) : ComparisonText.bytes(comparison)
    if let path = invocation.value(output) {
      try OutputFile(path: path).write(bytes, sparing: inputs)
    } else {
      try invocation.console.write(bytes)
    }
    return comparison.needsAttention ? .findings : .clean
  }

  /// An operand is one version, whatever it is.
  private static func document(_ operand: String) throws -> Document {
    let documents = try DocumentFinder.documents([operand])
    guard documents.count == 1, let document = documents.first else {
      throw CommandError("\(operand)：有 \(documents.count) 份文档；请各给出一份")
    }
    return document
  }
}

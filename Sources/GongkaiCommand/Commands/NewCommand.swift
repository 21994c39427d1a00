internal import FiscalStandards

/// `gongkai new`: copies a sample disclosure out.
enum NewCommand {
  private static let layout = Option(
    "--layout", value: "布局", help: "用哪个布局的样例，如 budget（默认 final-accounts）")

  static let form = CommandForm(
    name: CommandName.new.rawValue, summary: "从样例新建一份公开文本",
    operands: .init(name: "文件夹", count: 1...1),
    details: ["把一份完整的样例（说明文字和全部表格）复制到新文件夹，改成本部门的内容即可。"],
    options: [layout, .layouts],
    examples: [
      ("gongkai new 我局2024年决算", "新建部门决算"),
      ("gongkai new 我局2025年预算 --layout budget", "新建部门预算"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let library = try invocation.library()
    let name = try invocation.layoutName(in: library) ?? "final-accounts"
    let folders = try library.layout(name).folders.reversed().map { "\($0)/sample" }
    guard let sample = folders.first(where: { FileSystem.isFolder($0) }) else {
      throw CommandError("布局“\(name)”没有样例")
    }
    let target = invocation.operands[0]
    try NewFolder.write(files(of: sample), to: target)
    invocation.console.note("已新建 \(target)：说明文字在 \(DocumentFinder.sourceFile)，表格在 tables/。")
    return .clean
  }

  /// What a disclosure is made of; the sample's own README is about the sample.
  private static func files(of folder: String) throws -> [NewFolder.File] {
    var files: [NewFolder.File] = []
    for name in try FileSystem.names(folder) where name != "README.md" {
      let path = "\(folder)/\(name)"
      guard FileSystem.isFolder(path) else {
        files.append(NewFolder.File(path: name, bytes: try FileSystem.read(path)))
        continue
      }
      for inner in try FileSystem.names(path) {
        files.append(
          NewFolder.File(path: "\(name)/\(inner)", bytes: try FileSystem.read("\(path)/\(inner)")))
      }
    }
    return files
  }
}

internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import ReportDraft
internal import ReportReaders

/// What becomes of a draft: its blanks are filled, and it is written as a folder in the source
/// format or as a Word file.
struct DraftOutput {
  static let reasons = Option(
    "--reasons", value: "文件", help: "填写表：按科目或小节填写【请填写：……】")
  static let template = Option(
    "--reasons-template", value: "文件", help: "把还空着的【请填写：……】列成填写表（csv）")

  let invocation: Invocation
  let layout: Layout

  // MARK: Blanks

  /// Whether blanks are to be filled, or those that stay listed.
  var hasReasons: Bool {
    [Self.reasons, Self.template].contains { invocation.value($0) != nil }
  }

  /// Fills the blanks, and writes the list of those that stay, as the command line asks.
  ///
  /// - Parameter tables: bound to the layout.
  func fill(_ report: inout Report, tables: Report) throws {
    let list = invocation.value(Self.template)
    guard let path = invocation.value(Self.reasons) else {
      guard let list else { return }
      return try write(list, try filled(&report, tables, nil, path: ""))
    }
    let text = try PlainText.read(path)
    let file = try Self.naming(path) { () throws(ReasonError) in try ReasonFile(text) }
    let filler = try filled(&report, tables, file, path: path)
    for line in filler.unused {
      invocation.console.note("gongkai：\(path)：第 \(line.number) 行没有用上：“\(line.subject)”没有这样的空白")
    }
    invocation.console.note(
      "gongkai：按 \(path) 填写了 \(filler.filled) 处，还有 \(filler.open.count) 处待填写")
    if let list { try write(list, filler) }
  }

  private func filled(
    _ report: inout Report, _ tables: Report, _ file: ReasonFile?, path: String
  ) throws(CommandError) -> BlankFiller {
    var filler = BlankFiller(tables: tables, layout: layout)
    try Self.naming(path) { () throws(ReasonError) in try filler.fill(&report, from: file) }
    return filler
  }

  /// Spreadsheet programs take a file for UTF-8 if it begins with a byte order mark.
  private func write(_ path: String, _ filler: BlankFiller) throws(CommandError) {
    guard !FileSystem.exists(path) else {
      throw CommandError("\(path)：已有同名文件，不会覆盖；请换一个名称")
    }
    try AtomicFile.write([UInt8]("\u{FEFF}\(ReasonFile.template(filler.open))".utf8), to: path)
    invocation.console.note("gongkai：已写出填写表 \(path)，共 \(filler.open.count) 处")
  }

  static func naming<Value>(
    _ path: String, _ body: () throws(ReasonError) -> Value
  ) throws(CommandError) -> Value {
    do throws(ReasonError) {
      return try body()
    } catch {
      throw CommandError("\(path)：\(error)")
    }
  }

  // MARK: Files

  /// Writes the draft.
  ///
  /// - Parameter more: gives the files that lie in the folder beside those of the draft.
  func write(
    _ report: Report, to target: String, with more: ([NewFolder.File]) -> [NewFolder.File]
  ) throws {
    guard WordOutput.isWordFile(target) else {
      let files = Self.files(report)
      return try NewFolder.write(files + more(files), to: target)
    }
    guard !FileSystem.exists(target) else {
      throw CommandError("\(target)：已有同名文件，不会覆盖；请换一个名称")
    }
    let resolved = try ReportReader.resolved(report, layout: layout)
    try AtomicFile.write(WordOutput.bytes(resolved), to: target)
  }

  static func files(_ report: Report) -> [NewFolder.File] {
    SourceWriter.files(report, threads: Threads(isParallel: true)).map {
      NewFolder.File(path: $0.path, bytes: $0.bytes)
    }
  }
}

internal import FiscalModel
internal import FiscalStandards
internal import ReportDraft
internal import ReportReaders

/// `gongkai draft --last`: last year's disclosure with this year's tables.
struct RollRun {
  private let invocation: Invocation
  private let reader: DocumentReader
  private let last: DocumentReader.Bound

  /// Nil where the narrative is to be written from templates.
  init?(
    _ invocation: Invocation, _ reader: DocumentReader, last path: String?, wording: String?
  ) throws {
    guard wording == nil || wording == "last" || wording == "template" else {
      throw UsageError("--wording 的值应是 last 或 template", command: DraftCommand.form.name)
    }
    guard let path, wording != "template" else {
      guard wording != "last" else {
        throw UsageError("沿用上年的文字要给出 --last", command: DraftCommand.form.name)
      }
      return nil
    }
    self.invocation = invocation
    self.reader = reader
    last = try reader.read(Document(paths: try Self.paths(path)))
    let hasNarrative = last.report.allSections.contains {
      $0.role?.hasPrefix("narrative") == true && !$0.blocks.isEmpty
    }
    guard hasNarrative else {
      guard wording == nil else { throw CommandError("\(path)：没有找到情况说明") }
      return nil
    }
  }

  /// The files of a document: those of a folder without a disclosure in the source format, or one.
  private static func paths(_ path: String) throws -> [String] {
    guard FileSystem.isFolder(path), !FileSystem.isFile("\(path)/\(DocumentFinder.sourceFile)")
    else { return [path] }
    let names = try FileSystem.names(path).filter { !$0.hasPrefix(".") }
    return names.map { "\(path)/\($0)" }.filter { !FileSystem.isFolder($0) }
  }

  func run(tables operands: [String], year: Int?, to target: String) throws -> ExitStatus {
    let now = try reader.read(tables: operands, layout: last.layout.name)
    guard now.report.tables.contains(where: { $0.kind == .financial && $0.id != nil }) else {
      throw CommandError("\(operands[0])：没有认出布局“\(last.layout.name)”的表格")
    }
    guard let year = year ?? now.report.year ?? last.report.year.map({ $0 + 1 }) else {
      throw UsageError("表中看不出年度，请用 --year 写明", command: DraftCommand.form.name)
    }
    var roller = try ReportRoller(
      last: last.report, layout: last.layout, tables: now.report, year: year)
    let rolled = roller.rolled()
    let journal = RollJournal(rolled, from: last.report.year)
    var files = SourceWriter.files(rolled.report).map {
      NewFolder.File(path: $0.path, bytes: $0.bytes)
    }
    files.append(.init(path: "起草说明.md", bytes: [UInt8](journal.markdown().utf8)))
    files.append(.init(path: "起草说明.json", bytes: journal.json()))
    try NewFolder.write(files, to: target)
    for note in last.notes + now.notes { invocation.console.note("gongkai：\(note)") }
    invocation.console.note(
      "已起草 \(target)：沿用上年的文字，\(journal.summary)；请看 起草说明.md，填写其中的【请填写：……】。")
    return .clean
  }
}

internal import FiscalModel
internal import ReportDraft
internal import ReportReaders

/// `gongkai draft --update`: brings a draft that a person has worked on up to date with its
/// tables.
struct DraftUpdateRun {
  static let update = Option(
    "--update", value: "文件夹", help: "更新以前起草的文件夹：只改随表变动的地方，保留手工改过的文字")
  static let dryRun = Option("--dry-run", help: "与 --update 一起用：只列出改动，不写文件")

  let invocation: Invocation
  let folder: String
  let draft: Draft

  /// A draft from the tables as they are now.
  struct Draft {
    /// The text that was drafted before.
    var base: String
    /// With what the file of reasons says filled in.
    var filled: Report
    /// What the next update starts from.
    var record: DraftRecord
    /// Whether the tables come from elsewhere and are to be put into the folder.
    var hasNewTables: Bool
    /// What lies beside the text and is written anew each time.
    var more: [NewFolder.File]
  }

  func run() throws -> ExitStatus {
    let path = "\(folder)/\(DocumentFinder.sourceFile)"
    let mine = try PlainText.read(path)
    let files = DraftOutput.files(draft.filled)
    let update = DraftUpdate(
      base: draft.base, mine: mine, new: Self.text(files[0].bytes))
    var changed = [
      NewFolder.File(path: DocumentFinder.sourceFile, bytes: [UInt8](update.text.utf8))
    ]
    if draft.hasNewTables { changed = files.dropFirst() + changed }
    for file in changed { try show(file) }
    note(update.kept)
    note(oldReasons: update.oldReasons)
    guard !invocation.has(Self.dryRun) else { return .clean }
    // The record comes last: where writing fails, the next update sees the same changes again.
    for file in changed + draft.more + draft.record.files {
      let target = "\(folder)/\(file.path)"
      try FileSystem.makeFolder(FileSystem.parent(of: target))
      guard try !FileSystem.isFile(target) || FileSystem.read(target) != file.bytes else {
        continue
      }
      try AtomicFile.write(file.bytes, to: target)
    }
    return .clean
  }

  /// The text among the files of a draft, which is the first.
  static func text(_ files: [NewFolder.File]) -> String { files.first.map { text($0.bytes) } ?? "" }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func show(_ file: NewFolder.File) throws {
    let path = "\(folder)/\(file.path)"
    let old = FileSystem.isFile(path) ? try FileSystem.read(path) : []
    guard old != file.bytes else { return }
    let diff = UnifiedDiff.text(Self.text(old), Self.text(file.bytes), name: file.path)
    try invocation.console.write(diff)
  }

  private func note(_ kept: [DraftUpdate.Kept]) {
    guard !kept.isEmpty else { return }
    invocation.console.note("gongkai：有 \(kept.count) 处手工改过的文字没有随表更新，请核对：")
    for item in kept {
      switch item.why {
      case .changedByHand:
        invocation.console.note("  保留：\(item.text)\n  按表：\(item.proposal)")
      case .gone: invocation.console.note("  保留：\(item.text)\n  按表：（没有这一段了）")
      case .deleted: invocation.console.note("  已删：\(item.text)\n  按表：\(item.proposal)")
      }
    }
  }

  private func note(oldReasons paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    invocation.console.note(
      "gongkai：有 \(paragraphs.count) 段的数变了而原因没有改，请核对原因是否仍然成立：")
    for paragraph in paragraphs { invocation.console.note("  \(paragraph)") }
  }
}

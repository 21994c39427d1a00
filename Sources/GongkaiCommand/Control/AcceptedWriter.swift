internal import ReportLint

/// Collects findings by the file that would accept them, and adds entries for them to the files.
/// What stands in a file stays as it is.
struct AcceptedWriter {
  /// By file, in the order of the documents.
  private var templates: [(path: String, template: AcceptedTemplate)] = []

  mutating func add(_ result: LintResult, to path: String) {
    var index = templates.count
    if let known = templates.firstIndex(where: { $0.path == path }) {
      index = known
    } else {
      templates.append((path, AcceptedTemplate()))
    }
    templates[index].template.add(result) { Self.name($0, from: path) }
  }

  func finish(_ console: Console) throws(CommandError) {
    for (path, template) in templates where template.count > 0 {
      var bytes = [UInt8](AcceptedTemplate.head.utf8)
      if FileSystem.exists(path) { bytes = try FileSystem.read(path) }
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      try AtomicFile.write(bytes + template.text.utf8, to: path)
      console.note("gongkai：\(template.count) 个问题写进了 \(path)；逐条填写理由以后才会被接受")
    }
  }

  /// What a file is called in the entries: its path below the folder that holds them.
  private static func name(_ file: String, from path: String) -> String {
    guard let folder = resolvedPath(FileSystem.parent(of: path)), let whole = resolvedPath(file),
      whole.hasPrefix(folder + "/")
    else { return file }
    return String(whole.dropFirst(folder.count + 1))
  }
}

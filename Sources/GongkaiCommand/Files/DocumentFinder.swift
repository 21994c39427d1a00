/// Tells which documents the operands of a command mean: files given together are one document, a
/// source folder is one, and any other folder stands for every document in it.
struct DocumentFinder {
  private static let narratives = ["md", "markdown", "txt", "docx", "doc", "wps", "pdf"]
  private static let workbooks = ["xlsx", "xls", "et"]
  /// How deep folders are searched.
  private static let depth = 8
  /// The file that makes a folder a source folder.
  static let sourceFile = "disclosure.md"

  private var documents: [Document] = []
  private var files: [String] = []

  static func documents(_ operands: [String]) throws(CommandError) -> [Document] {
    var finder = DocumentFinder()
    for operand in operands { try finder.add(operand) }
    if !finder.files.isEmpty { finder.documents.insert(Document(paths: finder.files), at: 0) }
    return finder.documents
  }

  private mutating func add(_ path: String) throws(CommandError) {
    guard FileSystem.isFolder(path) else {
      files.append(path)
      return
    }
    let before = documents.count
    try search(path, depth: Self.depth)
    guard documents.count > before else {
      throw CommandError(
        "\(path)：文件夹里没有公开文本（\(Self.sourceFile) 或 \(Self.narratives.joined(separator: "、")) 文件）")
    }
  }

  private mutating func search(_ folder: String, depth: Int) throws(CommandError) {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    if FileSystem.isFile("\(folder)/\(Self.sourceFile)") {
      documents.append(Document(paths: [folder]))
      return
    }
    let names = try FileSystem.names(folder)
    let files = names.filter { FileSystem.isFile("\(folder)/\($0)") }
    for name in files where Self.isNarrative(name) {
      let tables = files.filter {
        Self.isWorkbook($0) && FileSystem.stem(of: $0) == FileSystem.stem(of: name)
      }
      documents.append(Document(paths: ([name] + tables).map { "\(folder)/\($0)" }))
    }
    guard depth > 0 else { return }
    for name in names where FileSystem.isFolder("\(folder)/\(name)") {
      try search("\(folder)/\(name)", depth: depth - 1)
    }
  }

  private static func isNarrative(_ name: String) -> Bool {
    let stem = FileSystem.stem(of: name).lowercased()
    // Office puts a file of this name beside one that is open.
    return !name.hasPrefix("~$") && stem != "readme" && name != LintSettings.acceptedName
      && narratives.contains(fileExtension(name))
  }

  private static func isWorkbook(_ name: String) -> Bool { workbooks.contains(fileExtension(name)) }

  private static func fileExtension(_ name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}

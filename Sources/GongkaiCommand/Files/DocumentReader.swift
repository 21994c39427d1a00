internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import ReportReaders

/// Reads documents and binds them to their layouts.
struct DocumentReader: Sendable {
  /// A document as read, with the layout that it follows.
  struct Bound: Sendable {
    var report: Report
    var layout: Layout
    /// What the user should know about how it was read, in Chinese.
    var notes: [String]
  }

  private let library: LayoutLibrary
  private let layoutName: String?
  /// Told the layout of a document as soon as it is known.
  var layoutFound: (@Sendable (Layout) -> Void)?
  /// How many processors may work on a document.
  var threads = Threads()
  /// Whether the process ends behind the document, so that nothing need be freed.
  var isOnly = false

  init(_ invocation: Invocation) throws {
    library = try invocation.library()
    layoutName = try invocation.layoutName(in: library)
  }

  /// Begins to read what tells the layouts apart, beside what is done before a document is opened.
  func prepare() {
    guard layoutName == nil else { return }
    Threads.ahead { [library] in library.prepare() }
  }

  /// - Parameters:
  ///   - layout: the layout to read by where the command line names none.
  ///   - followsLayout: whether the layout that the command line names is the document's.
  func read(
    _ document: Document, layout: String? = nil, followsLayout: Bool = true
  ) throws -> Bound {
    var library = library
    let named = try layout.map { try library.resolve($0) }
    let (report, notes) = try readUnited(
      document, library, layout: followsLayout ? layoutName ?? named : named)
    guard let name = report.layout else {
      throw CommandError("\(document.name)：看不出是预算还是决算；请用 --layout 指明布局")
    }
    let layout = try library.layout(name)
    return Bound(report: report, layout: layout, notes: notes + UnreadFigures.notes(report))
  }

  /// Reads tables: files together, a whole disclosure, or a folder of table files.
  ///
  /// - Parameters:
  ///   - layout: the layout to read by where the command line names none.
  ///   - followsLayout: whether the layout that the command line names is that of the tables.
  func read(
    tables paths: [String], layout: String? = nil, followsLayout: Bool = true
  ) throws -> Bound {
    guard let (folder, ids) = try sourceTables(paths) else {
      return try read(
        Document(paths: try paths.flatMap(tableFiles)), layout: layout,
        followsLayout: followsLayout)
    }
    let options = ReadOptions(
      library: library, layout: followsLayout ? layoutName ?? layout : layout)
    let report = try ReportReader(options: options).read(tables: ids, in: folder)
    let layout = try library.layout(report.layout ?? "")
    return Bound(report: report, layout: layout, notes: [])
  }

  /// A folder and its tables in the source format that are meant: all of them, or single files.
  private func sourceTables(_ paths: [String]) throws -> (folder: String, ids: [String])? {
    guard let first = paths.first else { return nil }
    if paths.count == 1, let ids = try tableIDs(in: first) { return (first, ids) }
    let folder = FileSystem.parent(of: first)
    for path in paths {
      guard path.hasSuffix(".csv"), FileSystem.isFile(path),
        FileSystem.parent(of: path) == folder, try isSourceTable(path)
      else { return nil }
    }
    return (folder, paths.map { FileSystem.stem(of: FileSystem.name(of: $0)) })
  }

  /// The tables of a folder in the source format without its text; nil if it is none.
  private func tableIDs(in folder: String) throws -> [String]? {
    guard FileSystem.isFolder(folder),
      !FileSystem.isFile("\(folder)/\(DocumentFinder.sourceFile)")
    else { return nil }
    let names = try FileSystem.names(folder).filter { $0.hasSuffix(".csv") }
    guard !names.isEmpty else { return nil }
    for name in names {
      guard try isSourceTable("\(folder)/\(name)") else { return nil }
    }
    return names.map { FileSystem.stem(of: $0) }
  }

  /// Whether a file begins with the lines of meta, perhaps behind a byte order mark.
  private func isSourceTable(_ path: String) throws -> Bool {
    let start = try FileSystem.read(path).drop { [0xEF, 0xBB, 0xBF].contains($0) }
    return start.first == UInt8(ascii: "#")
  }

  /// The files that an operand means: those of a folder of tables, or itself.
  private func tableFiles(_ path: String) throws -> [String] {
    guard FileSystem.isFolder(path), !FileSystem.isFile("\(path)/\(DocumentFinder.sourceFile)")
    else { return [path] }
    let files = try FileSystem.names(path).filter { name in
      [".csv", ".xlsx", ".xls", ".et"].contains { name.lowercased().hasSuffix($0) }
    }
    guard !files.isEmpty else { throw CommandError("\(path)：文件夹里没有表格（csv 或 xlsx 文件）") }
    return files.map { "\(path)/\($0)" }
  }

  /// Files given together must be parts of one document: a narrative and its tables.
  private func readUnited(
    _ document: Document, _ library: LayoutLibrary, layout: String?
  ) throws -> (Report, notes: [String]) {
    var options = ReadOptions(library: library, layout: layout)
    options.layoutFound = layoutFound
    options.threads = threads
    options.keepsInput = isOnly
    let reader = ReportReader(options: options)
    guard document.paths.count > 1 else { return (try reader.read(paths: document.paths), []) }
    let (report, parts) = try reader.readTogether(paths: document.paths)
    return (report, try checkUnity(Array(zip(document.paths, parts))))
  }

  private func checkUnity(_ parts: [(path: String, report: Report)]) throws -> [String] {
    guard let first = parts.first else { return [] }
    for part in parts.dropFirst() where !isSame(first.report, part.report) {
      let message =
        "\(first.path)（\(name(of: first.report))）与 \(part.path)（\(name(of: part.report))）不像同一份文档"
      let bothTellTheirStory = isNarrative(first.report) && isNarrative(part.report)
      guard !bothTellTheirStory, first.report.kind == part.report.kind else {
        throw CommandError("\(message)；各自独立的文档请分别处理，或放进一个文件夹后给出文件夹")
      }
      return ["\(message)，请核对；已按同一份处理"]
    }
    return []
  }

  private func isSame(_ left: Report, _ right: Report) -> Bool {
    left.kind == right.kind && agree(left.entity, right.entity) && agree(left.year, right.year)
  }

  private func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    left == nil || right == nil || left == right
  }

  private func isNarrative(_ report: Report) -> Bool {
    report.allSections.contains { $0.role?.hasPrefix("narrative") == true }
  }

  private func name(of report: Report) -> String {
    let year = report.year.map { "\($0)年度" } ?? ""
    return "\(report.entity ?? "部门不详")\(year)\(report.kind?.word ?? "")"
  }
}

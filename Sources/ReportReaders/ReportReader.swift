public import FiscalModel
public import FiscalStandards
internal import FiscalText

/// Reads the files of one disclosure into a report.
public struct ReportReader: Sendable {
  public var options: ReadOptions

  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
  }

  /// The readers of files that are no text, in the order in which they are asked.
  static var formats: [any FormatReader.Type] {
    [PDFReader.self, DocxReader.self, XlsxReader.self, CSVReader.self]
  }

  /// Reads files that together are one document: a narrative and its tables, or all in one; or a
  /// folder of the source format.
  ///
  /// - Throws: a ``ReadError`` if a file cannot be read at all. What is merely not understood
  ///   stays in the report.
  public func read(paths: [String]) throws(ReadError) -> Report {
    guard !paths.isEmpty else { throw ReadError(path: "", message: "没有给出文件") }
    if paths.count == 1, let report = try readSource(paths[0]) { return report }
    return try report(of: try readFiles(paths))
  }

  /// Reads files as ``read(paths:)`` does, and tells what each of them is by itself. No file is
  /// read twice, whatever the process is that reads it.
  ///
  /// - Returns: the document; and for each file a report that is bound to a layout of its own, but
  ///   whose flattened tables have no columns.
  public func readTogether(
    paths: [String]
  ) throws(ReadError) -> (whole: Report, parts: [Report]) {
    let files = try readFiles(paths)
    var alone = self
    alone.options.layoutFound = nil
    var parts: [Report] = []
    for (path, file) in zip(paths, files) {
      if let report = try alone.readSource(path) {
        parts.append(report)
        continue
      }
      var part = Assembler.report(of: file.blocks, sources: files.map(\.source))
      part.layout = options.layout
      _ = try alone.bind(&part)
      parts.append(part)
    }
    return (try report(of: files), parts)
  }

  /// The files in order, each with its place among them in its blocks.
  private func readFiles(_ paths: [String]) throws(ReadError) -> [ReadFile] {
    var files: [ReadFile] = []
    for path in paths { files.append(try readFile(path, index: files.count)) }
    return files
  }

  private func report(of files: [ReadFile]) throws(ReadError) -> Report {
    var blocks = files.first?.blocks ?? []
    for file in files.dropFirst() {
      if !blocks.isEmpty { blocks.append(.pageBreak) }
      blocks += file.blocks
    }
    if options.keepsInput { Keepsake.keep(blocks) }
    var report = Assembler.report(
      of: blocks, sources: files.map(\.source), threads: options.threads)
    // Numbers of pages and the like are no text.
    guard !report.cover.isEmpty || report.contents != nil || !report.parts.isEmpty else {
      throw ReadError(path: files.first?.source.path ?? "", message: Self.noText)
    }
    report.layout = options.layout
    if let layout = try bind(&report) {
      FlatTableSolver.solve(&report, layout: layout, threads: options.threads)
    }
    PerformanceNumbers.apply(to: &report)
    return report
  }

  // MARK: Source format

  /// The report of a folder or file in the source format; nil if a path is neither.
  private func readSource(_ path: String) throws(ReadError) -> Report? {
    let file = Files.isFolder(path) ? try disclosure(in: path) : path
    guard Files.name(file).hasSuffix(".md") else { return nil }
    let bytes = try TextDecoding.utf8(try Files.read(file), path: file)
    guard SourceReader.canRead(bytes) else { return nil }
    var report = try SourceReader.report(SourceText(path: file, bytes: bytes), options: options)
    guard let layout = try bind(&report) else { return report }
    return try ReferenceResolver(report, layout: layout, unit: report.tables.first?.unit?.rawValue)
      .resolved()
  }

  /// Reads table files of the source format that lie in a folder without a `disclosure.md`.
  ///
  /// - Parameter ids: the names of the files without `.csv`, in the order in which they are read.
  /// - Throws: a ``ReadError`` with file, line and column if one of them does not parse.
  public func read(tables ids: [String], in folder: String) throws(ReadError) -> Report {
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    let directives = ids.map { "{{表 \($0)}}\n\n" }.joined()
    let text = SourceText(path: path, bytes: [UInt8]("---\ntables: .\n---\n\(directives)".utf8))
    var report = try SourceReader.report(text, options: options)
    report.layout = options.layout
    _ = try bind(&report)
    return report
  }

  /// A report that was made by the program, with the references of its text and charts resolved.
  ///
  /// - Parameter report: bound to the layout.
  /// - Throws: a ``ReadError`` at a reference that is no formula, or that has no value.
  public static func resolved(_ report: Report, layout: Layout) throws(ReadError) -> Report {
    try ReferenceResolver(report, layout: layout, unit: report.tables.first?.unit?.rawValue)
      .resolved()
  }

  private func disclosure(in folder: String) throws(ReadError) -> String {
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    guard Files.exists(path + SourceReader.fileName) else {
      throw ReadError(path: folder, message: "文件夹里没有 \(SourceReader.fileName)")
    }
    return path + SourceReader.fileName
  }

  // MARK: Files

  private static let noText = "文件里没有文字"

  private func readFile(_ path: String, index: Int) throws(ReadError) -> ReadFile {
    let file = Files.isFolder(path) ? try disclosure(in: path) : path
    let prefix = try Files.prefix(file)
    guard !prefix.isEmpty else { throw ReadError(path: file, message: "文件是空的") }
    for format in Self.formats where format.canRead(prefix, name: Files.name(file)) {
      let blocks = try format.init().read(path: file, source: index)
      return ReadFile(source: ReportSource(path: file), blocks: blocks)
    }
    let bytes = try TextDecoding.utf8(try Files.read(file), path: file)
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ReadError(path: file, message: Self.noText)
    }
    prepareLayout(opening: bytes.prefix(Self.openingLength))
    let text = SourceText(path: file, bytes: bytes)
    return ReadFile(
      source: ReportSource(path: file, text: text),
      blocks: TextReader.blocks(of: text, source: index))
  }

  // MARK: Binding

  /// The bytes of a text that mostly name the body and the kind of its disclosure: its cover.
  private static let openingLength = 4096

  /// Tells the layout that the document probably follows, so that its data can be read while the
  /// document is.
  private func prepareLayout(opening: ArraySlice<UInt8>) {
    guard options.threads.isParallel, let library = options.library,
      let found = options.layoutFound
    else { return }
    let (opening, name) = (Array(opening), options.layout)
    Threads.ahead {
      let binder = ReportBinder(library)
      // What is wrong with a layout is said when the report is bound to it.
      let layout =
        if let name { try? library.layout(name) } else {
          try? binder.probableLayout(opening: opening)
        }
      if let layout { found(layout) }
    }
  }

  /// Binds a report to its form, where layouts are at hand.
  private func bind(_ report: inout Report) throws(ReadError) -> Layout? {
    guard let library = options.library else { return nil }
    do throws(LayoutError) {
      let binder = ReportBinder(library)
      let layout = try binder.layout(for: report)
      if let found = options.layoutFound {
        // Most probably it is the one that was found before.
        Threads.ahead { found(layout) }
      }
      binder.bind(&report, to: layout, threads: options.threads)
      return layout
    } catch {
      throw ReadError(path: report.sources.first?.path ?? "", message: "\(error)")
    }
  }
}

/// A file's blocks, before they are put together.
private struct ReadFile {
  var source: ReportSource
  var blocks: [RawBlock]
}

internal import FiscalModel
internal import FiscalStandards
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

  init(_ invocation: Invocation) throws {
    library = try invocation.library()
    layoutName = try invocation.layoutName(in: library)
  }

  /// - Parameter layout: the layout to read by where the command line names none.
  func read(_ document: Document, layout: String? = nil) throws -> Bound {
    let notes = try checkUnity(document)
    let report = try read(document.paths, layout: layout)
    guard let name = report.layout else {
      throw CommandError("\(document.name)：看不出是预算还是决算；请用 --layout 指明布局")
    }
    let layout = try library.layout(name)
    return Bound(report: report, layout: layout, notes: notes)
  }

  private func read(_ paths: [String], layout: String? = nil) throws -> Report {
    let options = ReadOptions(library: library, layout: layoutName ?? layout)
    return try ReportReader(options: options).read(paths: paths)
  }

  /// Files given together must be parts of one document: a narrative and its tables.
  private func checkUnity(_ document: Document) throws -> [String] {
    guard document.paths.count > 1 else { return [] }
    let parts = document.paths.compactMap { path in
      (try? read([path])).map { (path: path, report: $0) }
    }
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

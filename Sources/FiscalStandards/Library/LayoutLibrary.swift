internal import FiscalModel

/// The layouts of a `Layouts/` folder. Nothing is read before it is asked for, and a layout is read
/// once for all copies of the library.
public struct LayoutLibrary: Sendable {
  /// The folder's path.
  public let path: String
  private let layouts = Memo<String, Layout>()

  /// - Throws: a ``LayoutError`` if there is no such folder.
  public init(path: String) throws(LayoutError) {
    guard FileAccess.isFolder(path) else {
      throw LayoutError(path: path, message: "没有这个布局文件夹")
    }
    self.path = path
  }

  /// The names of all layouts, sorted: `budget`, `budget/hebei`, `final-accounts`, ….
  public func names() throws(LayoutError) -> [String] {
    var names: [String] = []
    for kind in try FileAccess.names(path) {
      if isLayout(kind) { names.append(kind) }
      guard FileAccess.isFolder("\(path)/\(kind)") else { continue }
      for region in try FileAccess.names("\(path)/\(kind)") where isLayout("\(kind)/\(region)") {
        names.append("\(kind)/\(region)")
      }
    }
    return names.sorted()
  }

  /// A layout with all that its parents say.
  ///
  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  public func layout(_ name: String) throws(LayoutError) -> Layout {
    try layouts.value(of: name) { () throws(LayoutError) in try layout(name, below: []) }
  }

  /// What all layouts say of themselves, in the order of their names.
  func summaries() throws(LayoutError) -> [LayoutSummary] {
    var summaries: [LayoutSummary] = []
    for name in try names() {
      let file = try DataFile(
        source: FileAccess.text("\(path)/\(name)/layout.txt"), sectionLimit: 1)
      let head = try LayoutFileReader(file).head()
      summaries.append(
        LayoutSummary(name: name, kind: try kind(head, summaries), placeNames: head.placeNames))
    }
    return summaries
  }

  /// The kind of a layout, its own or its parent's, which mostly stands before it.
  private func kind(
    _ head: LayoutFileReader.Head, _ summaries: [LayoutSummary]
  ) throws(LayoutError) -> ReportKind {
    if let kind = head.kind { return kind }
    let parent = head.parent?.text ?? ""
    if let known = summaries.first(where: { $0.name == parent }) { return known.kind }
    return try layout(parent).kind
  }

  private func isLayout(_ name: String) -> Bool {
    FileAccess.exists("\(path)/\(name)/layout.txt")
  }

  private func layout(
    _ name: String, below children: [String]
  ) throws(LayoutError) -> Layout {
    guard isSafe(name), isLayout(name) else {
      throw LayoutError(path: path, message: "没有名为“\(name)”的布局")
    }
    let folder = "\(path)/\(name)"
    let file = try DataFile(source: FileAccess.text("\(folder)/layout.txt"))
    let reader = LayoutFileReader(file)
    let head = try reader.head()
    var parent: Layout?
    if let parentName = head.parent {
      guard !children.contains(parentName.text), parentName.text != name else {
        throw file.error("布局不能继承自己", at: parentName)
      }
      guard isSafe(parentName.text), isLayout(parentName.text) else {
        throw file.error("没有名为“\(parentName.text)”的布局", at: parentName)
      }
      parent = try layout(parentName.text, below: children + [name])
    }
    guard let kind = head.kind ?? parent?.kind else {
      throw file.error("“[布局]”缺少“种类”", at: head.title)
    }
    var layout = Layout(
      name: name, title: head.title.text, kind: kind, parts: try reader.parts(extending: parent))
    layout.parent = head.parent?.text
    layout.placeNames = head.placeNames
    layout.figures = head.figures.isEmpty ? parent?.figures ?? [] : head.figures
    layout.folders = (parent?.folders ?? [path]) + [folder]
    layout.tables = try tables(folder, head: head, file: file, extending: parent)
    return layout
  }

  private func tables(
    _ folder: String, head: LayoutFileReader.Head, file: DataFile, extending parent: Layout?
  ) throws(LayoutError) -> [TableForm] {
    var tables = parent?.tables ?? []
    let path = "\(folder)/tables.txt"
    if FileAccess.exists(path) {
      tables = try TableFileReader.tables(
        DataFile(source: FileAccess.text(path)), extending: tables)
    }
    guard !head.tableOrder.isEmpty else { return tables }
    var ordered: [TableForm] = []
    for id in head.tableOrder {
      guard let table = tables.first(where: { $0.id == id.text }) else {
        throw file.error("表序中的“\(id.text)”没有定义", at: id)
      }
      ordered.append(table)
    }
    return ordered
  }

  /// Layouts lie below the library's folder, wherever a name comes from.
  private func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}

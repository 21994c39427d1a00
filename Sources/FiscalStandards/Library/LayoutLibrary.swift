internal import FiscalModel

/// The layouts of a `Layouts/` folder. Nothing is read before it is asked for.
public struct LayoutLibrary: Sendable {
  /// The folder's path.
  public let path: String

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
    try layout(name, below: [])
  }

  /// A layout without its tables, which are most of its data: enough to tell which one a report
  /// follows.
  func outline(_ name: String) throws(LayoutError) -> Layout {
    try layout(name, below: [], withTables: false)
  }

  private func isLayout(_ name: String) -> Bool {
    FileAccess.exists("\(path)/\(name)/layout.txt")
  }

  private func layout(
    _ name: String, below children: [String], withTables: Bool = true
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
      parent = try layout(parentName.text, below: children + [name], withTables: withTables)
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
    if withTables {
      layout.tables = try tables(folder, head: head, file: file, extending: parent)
    }
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

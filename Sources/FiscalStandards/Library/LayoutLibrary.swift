internal import FiscalModel

/// The layouts of a `Layouts/` folder. Nothing is read before it is asked for, and a layout is read
/// once for all copies of the library.
public struct LayoutLibrary: Sendable {
  /// The folder's path.
  public let path: String
  private let layouts = Memo<String, Layout>()
  /// The names of the layouts below the folder, by the folder's path.
  private let ownNames = Memo<String, [String]>()
  /// By the names of the layouts that they tell apart.
  private let allSummaries = Memo<[String], [LayoutSummary]>()
  /// The folders of layouts that lie elsewhere, by name: those of users.
  private var added: [String: String] = [:]

  /// - Throws: a ``LayoutError`` if there is no such folder.
  public init(path: String) throws(LayoutError) {
    guard FileAccess.isFolder(path) else {
      throw LayoutError(path: path, message: "没有这个布局文件夹")
    }
    self.path = path
  }

  /// Adds a layout of the user's own, which lies in any folder. It is named as its folder, and may
  /// extend any layout of the library.
  ///
  /// - Returns: its name.
  /// - Throws: a ``LayoutError`` if the folder holds no layout, or the library's own folder has one
  ///   of that name. An added one of that name is replaced.
  public mutating func add(folder: String) throws(LayoutError) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    let path = (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard FileAccess.exists("\(path)/layout.txt") else {
      throw LayoutError(path: folder, message: "文件夹里没有 layout.txt，不是布局")
    }
    guard let last = parts.last, last != "..", case let name = String(last), isSafe(name) else {
      throw LayoutError(path: folder, message: "请写出布局文件夹的名称")
    }
    guard added[name] != nil || !isLayout(name) else {
      throw LayoutError(path: folder, message: "已经有名为“\(name)”的布局，请改文件夹的名称")
    }
    added[name] = path
    return name
  }

  /// The names of all layouts, sorted: `budget`, `budget/hebei`, `final-accounts`, ….
  public func names() throws(LayoutError) -> [String] {
    let own = try ownNames.value(of: path) { () throws(LayoutError) in try namesBelow() }
    return own + added.keys.sorted()
  }

  private func namesBelow() throws(LayoutError) -> [String] {
    var names: [String] = []
    for kind in try FileAccess.folders(path) {
      if isLayout(kind) { names.append(kind) }
      for region in try FileAccess.folders("\(path)/\(kind)") where isLayout("\(kind)/\(region)") {
        names.append("\(kind)/\(region)")
      }
    }
    return names.sorted()
  }

  /// A layout with all that its parents say.
  ///
  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  public func layout(_ name: String) throws(LayoutError) -> Layout {
    try layouts.value(of: name) { () throws(LayoutError) in
      var layout = try layout(name, below: [])
      layout.headings = try HeadingWords(layout)
      return layout
    }
  }

  /// Reads what tells the layouts apart, for whoever has a thread to spare before it is known which
  /// one a document follows. An error shows when it is asked for.
  public func prepare() { _ = try? summaries() }

  /// What all layouts say of themselves, in the order of their names.
  func summaries() throws(LayoutError) -> [LayoutSummary] {
    let names = try names()
    return try allSummaries.value(of: names) { () throws(LayoutError) in try summaries(names) }
  }

  private func summaries(_ names: [String]) throws(LayoutError) -> [LayoutSummary] {
    var summaries: [LayoutSummary] = []
    for name in names {
      let file = try DataFile(
        source: FileAccess.text("\(folder(name))/layout.txt"), sectionLimit: 1)
      let head = try LayoutFileReader(file).head()
      summaries.append(
        LayoutSummary(
          name: name, kind: try kind(head, summaries), placeNames: head.placeNames,
          marks: head.marks))
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
    FileAccess.exists("\(folder(name))/layout.txt")
  }

  private func folder(_ name: String) -> String { added[name] ?? "\(path)/\(name)" }

  private func layout(
    _ name: String, below children: [String]
  ) throws(LayoutError) -> Layout {
    let folder = folder(name)
    guard isSafe(name), let text = try FileAccess.textIfAny("\(folder)/layout.txt") else {
      throw LayoutError(path: path, message: "没有名为“\(name)”的布局")
    }
    let file = try DataFile(source: text)
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
    if let text = try FileAccess.textIfAny("\(folder)/tables.txt") {
      tables = try TableFileReader.tables(DataFile(source: text), extending: tables)
    }
    guard !head.tableOrder.isEmpty else { return tables }
    var ordered: [TableForm] = []
    for id in head.tableOrder {
      guard let table = tables.first(where: { $0.id == id.text }) else {
        throw file.error("表序中的“\(id.text)”没有定义", at: id)
      }
      ordered.append(table)
    }
    let ids = ordered.map(\.id)
    return ordered
      + tables.filter { $0.variantOf.map(ids.contains) ?? false && !ids.contains($0.id) }
  }

  /// Layouts lie below the library's folder, wherever a name comes from.
  private func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}

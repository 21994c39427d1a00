/// The parts of a Word file that its text is read from.
struct WordParts {
  var document: XMLTree
  var styles: WordStyles
  var numbering: WordNumbering
  var footnotes: [String: XMLNode]
  var endnotes: [String: XMLNode]
  var charts: [String: WordChart]
  var links: [String: Relationship]
  /// The embedded workbooks by their link.
  var workbooks: [String: EmbeddedWorkbook]

  init(_ package: inout OfficePackage) throws(ReadError) {
    guard let document = try package.tree(package.mainPart) else {
      throw ReadError(path: package.path, message: "文件损坏：缺少正文部分，请重新取得文件")
    }
    guard document.root.name == "document", document.root.vocabulary == .word else {
      throw ReadError(path: package.path, message: "不是 Word 文档，请检查文件的类型")
    }
    self.document = document
    let relationships = try package.relationships(of: package.mainPart)
    styles = WordStyles(try Self.tree("styles", relationships, &package))
    numbering = WordNumbering(try Self.tree("numbering", relationships, &package))
    footnotes = Self.notes(try Self.tree("footnotes", relationships, &package))
    endnotes = Self.notes(try Self.tree("endnotes", relationships, &package))
    charts = [:]
    links = [:]
    workbooks = [:]
    for link in relationships {
      links[link.id] = link
      if link.kind == "chart", !link.isExternal, let tree = try package.tree(link.target) {
        charts[link.id] = WordChart(tree)
      }
    }
    // One that is damaged is told by its name, as those of other kinds are.
    let packages = relationships.filter { $0.kind == "package" && !$0.isExternal }
    for link in packages.prefix(Self.mostWorkbooks) {
      guard let bytes = try? package.bytes(link.target) else { continue }
      workbooks[link.id] = EmbeddedWorkbook(bytes, path: package.path)
    }
  }

  /// Each is a package of its own to unpack; no document embeds as many.
  private static let mostWorkbooks = 32

  private static func tree(
    _ kind: String, _ relationships: [Relationship], _ package: inout OfficePackage
  ) throws(ReadError) -> XMLTree? {
    guard let link = relationships.first(where: { $0.kind == kind && !$0.isExternal }) else {
      return nil
    }
    return try package.tree(link.target)
  }

  private static func notes(_ tree: XMLTree?) -> [String: XMLNode] {
    guard let tree else { return [:] }
    var notes: [String: XMLNode] = [:]
    for node in tree.root.children {
      if let id = node["id"] { notes[id] = node }
    }
    return notes
  }
}

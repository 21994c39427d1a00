/// The parts of an Excel file that all its sheets share.
struct Workbook {
  struct SheetEntry {
    var name: String
    var part: String
    var isHidden: Bool
  }

  var sheets: [SheetEntry] = []
  /// The part of the sheet that shows when the workbook is opened.
  var activePart: String?
  var strings: [String] = []
  var formats: CellFormats
  /// Whether days are counted from 1904, as in old Mac files.
  var uses1904 = false

  init(_ package: inout OfficePackage) throws(ReadError) {
    guard let tree = try package.tree(package.mainPart) else {
      throw ReadError(path: package.path, message: "文件损坏：缺少工作簿部分，请重新取得文件")
    }
    guard tree.root.name == "workbook" else {
      throw ReadError(path: package.path, message: "不是 Excel 工作簿，请检查文件的类型")
    }
    let links = try package.relationships(of: package.mainPart).filter { !$0.isExternal }
    let styles = links.first { $0.kind == "styles" }
    formats = CellFormats(try Self.tree(styles, &package))
    if let link = links.first(where: { $0.kind == "sharedStrings" }) {
      let handler = SharedStrings(path: package.path)
      _ = try package.parse(link.target, handler)
      strings = handler.texts
    }
    readSheets(tree, links)
  }

  private static func tree(
    _ link: Relationship?, _ package: inout OfficePackage
  ) throws(ReadError) -> XMLTree? {
    guard let link else { return nil }
    return try package.tree(link.target)
  }

  /// Chart sheets and macro sheets hold no cells.
  private mutating func readSheets(_ tree: XMLTree, _ links: [Relationship]) {
    let date1904 = tree.root.child("workbookPr")?["date1904"]
    uses1904 = date1904 == "1" || date1904 == "true"
    guard let list = tree.root.child("sheets") else { return }
    let view = tree.root.child("bookViews")?.child("workbookView")
    let active = view?["activeTab"].flatMap { Int($0) } ?? 0
    for (index, node) in list.children.filter({ $0.name == "sheet" }).enumerated() {
      guard let id = node["id"], let link = links.first(where: { $0.id == id }),
        link.kind == "worksheet"
      else { continue }
      if index == active { activePart = link.target }
      let state = node["state"] ?? "visible"
      sheets.append(
        SheetEntry(name: node["name"] ?? "", part: link.target, isHidden: state != "visible"))
    }
  }
}

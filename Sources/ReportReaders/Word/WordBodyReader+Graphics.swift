internal import FiscalModel

extension WordBodyReader {
  /// The charts, pictures, embedded files and text boxes of a drawing.
  func readGraphic(_ node: XMLNode, at place: Place) -> [RawBlock] {
    if let embedded = embeddedFile(node, at: place) { return embedded }
    var found: [RawBlock] = []
    collectGraphics(node, at: place, title: title(of: node), into: &found)
    return found
  }

  private func collectGraphics(
    _ node: XMLNode, at place: Place, title: String, into found: inout [RawBlock]
  ) {
    for child in node.children {
      switch child.name {
      case "txbxContent": found += collect { readBlocks(child) }
      case "chart" where child.vocabulary == .chart:
        if let chart = child["id"].flatMap({ parts.charts[$0] }) {
          found.append(.figure(chart.figure(at: place)))
        }
      case "pic", "imagedata": found.append(picture(titled: title, at: place))
      case "textpath":
        if let text = child["string"], !text.isEmpty {
          found.append(.line(of: RawLine(TracedText(text, place: place), extent: .paragraph)))
        }
      case "AlternateContent":
        if let chosen = chosen(child) {
          collectGraphics(chosen, at: place, title: title, into: &found)
        }
      default: collectGraphics(child, at: place, title: title, into: &found)
      }
    }
  }

  /// What the author says that the picture shows.
  private func title(of node: XMLNode) -> String {
    let properties = node.descendant("docPr")
    return properties?["title"] ?? properties?["descr"] ?? ""
  }

  private func picture(titled title: String, at place: Place) -> RawBlock {
    let mark = title.isEmpty ? "[图片]" : "[图片：\(title)]"
    return .figure(Figure(kind: .picture, mark: TracedText(mark, place: place)))
  }

  /// The tables of an embedded workbook, of which the document shows a picture; what cannot be read
  /// is told by its name.
  private func embeddedFile(_ node: XMLNode, at place: Place) -> [RawBlock]? {
    guard let object = node.descendant("OLEObject") else { return nil }
    if let workbook = object["id"].flatMap({ parts.workbooks[$0] }) {
      return workbook.blocks(at: place)
    }
    let target = object["id"].flatMap { parts.links[$0]?.target } ?? ""
    let name = target.split(separator: "/").last.map(String.init) ?? object["ProgID"] ?? ""
    let isSheet = object["ProgID"]?.hasPrefix("Excel") == true || name.hasSuffix(".xlsx")
    return [unread(isSheet ? "嵌入的 Excel 表格" : "嵌入的文件", name, at: place)]
  }

  /// A piece of another format that Word itself would take in when it opens the document.
  func readForeignPiece(_ node: XMLNode) {
    let name = node["id"].flatMap { parts.links[$0]?.target }?.split(separator: "/").last
    append(unread("嵌入的文件", name.map(String.init) ?? "", at: place(of: node)))
  }

  private func unread(_ kind: String, _ name: String, at place: Place) -> RawBlock {
    var figure = Figure(kind: .picture, mark: TracedText("[\(kind)：\(name)]", place: place))
    figure.unreadReason = "文件里嵌入的其他文件没有读入"
    return .figure(figure)
  }
}

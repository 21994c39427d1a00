import FiscalModel
import Glibc
import TestSupport

@testable import ReportReaders

/// What the Office tests share: fixtures, small packages made on the spot, and raw blocks as text.
enum OfficeFixture {
  static func path(_ name: String) -> String {
    let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(tests)/Fixtures/office/\(name)"
  }

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let wordNamespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="\(office)" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
    xmlns:wp="urn:wp" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:o="urn:o" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
    """
  private static let sheetNamespaces = """
    xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="\(office)"
    """

  private static func relationships(_ links: [(kind: String, target: String)]) -> String {
    let items = links.enumerated().map { index, link in
      "<Relationship Id='rId\(index + 1)' Type='\(office)/\(link.kind)' Target='\(link.target)'/>"
    }
    return "<Relationships xmlns='\(package)'>\(items.joined())</Relationships>"
  }

  /// A .docx file with a body and other parts by their kind; part n has the id rId n.
  static func word(
    _ body: String, parts: [(kind: String, content: String)] = []
  ) -> [UInt8] {
    wordPackage(body, parts: parts).build()
  }

  static func wordPackage(
    _ body: String, parts: [(kind: String, content: String)]
  ) -> ZipBuilder {
    var zip = ZipBuilder()
    zip.add("_rels/.rels", relationships([("officeDocument", "word/document.xml")]))
    zip.add(
      "word/document.xml", "<w:document \(wordNamespaces)><w:body>\(body)</w:body></w:document>")
    let links = parts.enumerated().map { ($1.kind, "part\($0 + 1).xml") }
    zip.add("word/_rels/document.xml.rels", relationships(links))
    for (index, part) in parts.enumerated() {
      zip.add("word/part\(index + 1).xml", part.content)
    }
    return zip
  }

  /// A .xlsx file with worksheets, each the content of `worksheet`, and style and string parts.
  static func workbook(
    _ sheets: [(name: String, content: String)], attributes: String = "",
    styles: String? = nil, strings: String? = nil, properties: String = ""
  ) -> [UInt8] {
    workbookPackage(
      sheets, attributes: attributes, styles: styles, strings: strings, properties: properties
    ).build()
  }

  static func workbookPackage(
    _ sheets: [(name: String, content: String)], attributes: String = "",
    styles: String? = nil, strings: String? = nil, properties: String = ""
  ) -> ZipBuilder {
    var zip = ZipBuilder()
    zip.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
    var links = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
    if styles != nil { links.append(("styles", "styles.xml")) }
    if strings != nil { links.append(("sharedStrings", "sharedStrings.xml")) }
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(index + 1)' r:id='rId\(index + 1)' \(attributes)/>"
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook \(sheetNamespaces)>\(properties)<sheets>\(list.joined())</sheets></workbook>")
    zip.add("xl/_rels/workbook.xml.rels", relationships(links))
    for (index, sheet) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet \(sheetNamespaces)>\(sheet.content)</worksheet>")
    }
    if let styles {
      zip.add("xl/styles.xml", "<styleSheet \(sheetNamespaces)>\(styles)</styleSheet>")
    }
    if let strings { zip.add("xl/sharedStrings.xml", "<sst \(sheetNamespaces)>\(strings)</sst>") }
    return zip
  }

  /// The blocks as text, one a line: tables as `行列|…` with spans, uncertain cells with a ?.
  static func dump(_ blocks: [RawBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .line(let line): [line.text.string]
      case .table(let table): table.rows.map { "| " + $0.map(dump).joined(separator: " | ") }
      case .figure(let figure): ["{\(figure.kind.rawValue) \(figure.mark.string)}"]
      case .pageBreak: ["----"]
      }
    }
  }

  private static func dump(_ cell: Cell) -> String {
    var text = "\(cell.column):\(cell.text.string)"
    if cell.columnSpan > 1 { text += "→\(cell.columnSpan)" }
    if cell.rowSpan > 1 { text += "↓\(cell.rowSpan)" }
    return cell.isUncertain ? text + "?" : text
  }

  /// Whether LibreOffice is installed.
  static var hasConverter: Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { Files.exists("\($0)/soffice") }
  }
}

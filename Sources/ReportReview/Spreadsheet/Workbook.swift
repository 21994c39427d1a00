internal import OfficeOutput

/// A workbook of one sheet (ECMA-376, SpreadsheetML): a head row, then rows of words and counts.
/// Words are written as strings, so that no program takes them for formulas.
enum Workbook {
  static func bytes(name: String, heads: [String], rows: [[SummaryColumns.Value]]) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", [UInt8](contentTypes.utf8))
    zip.add("_rels/.rels", [UInt8](packageRelations.utf8))
    zip.add("xl/workbook.xml", workbook(name))
    zip.add("xl/_rels/workbook.xml.rels", [UInt8](workbookRelations.utf8))
    zip.add("xl/styles.xml", [UInt8](styles.utf8))
    zip.add("xl/worksheets/sheet1.xml", sheet(heads, rows))
    return zip.finish()
  }

  private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static var contentTypes: String {
    declaration + #"<Types xmlns="\#(package)/content-types">"#
      + #"<Default Extension="rels" ContentType="\#(relationsType)"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + #"<Override PartName="/xl/workbook.xml" ContentType="\#(type).sheet.main+xml"/>"#
      + #"<Override PartName="/xl/styles.xml" ContentType="\#(type).styles+xml"/>"#
      + #"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="\#(type).worksheet+xml"/>"#
      + "</Types>"
  }

  private static let relationsType = "application/vnd.openxmlformats-package.relationships+xml"

  private static var packageRelations: String {
    declaration + #"<Relationships xmlns="\#(package)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(relations)/officeDocument" Target="xl/workbook.xml"/>"#
      + "</Relationships>"
  }

  private static var workbookRelations: String {
    declaration + #"<Relationships xmlns="\#(package)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(relations)/worksheet" Target="worksheets/sheet1.xml"/>"#
      + #"<Relationship Id="rId2" Type="\#(relations)/styles" Target="styles.xml"/>"#
      + "</Relationships>"
  }

  private static var styles: String {
    declaration + #"<styleSheet xmlns="\#(main)"><fonts count="2">"#
      + #"<font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/>"#
      + #"<name val="宋体"/></font></fonts><fills count="2"><fill><patternFill"#
      + #" patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
      + #"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#
      + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
      + #"</cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0""#
      + #" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0""#
      + #" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0""#
      + #" builtinId="0"/></cellStyles></styleSheet>"#
  }

  private static func workbook(_ name: String) -> [UInt8] {
    [UInt8]((declaration + #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)">"#).utf8)
      + [UInt8](#"<sheets><sheet name=""#.utf8) + XMLText.escaped(name)
      + [UInt8](#"" sheetId="1" r:id="rId1"/></sheets></workbook>"#.utf8)
  }

  private static func sheet(_ heads: [String], _ rows: [[SummaryColumns.Value]]) -> [UInt8] {
    var xml = [UInt8](
      (declaration + #"<worksheet xmlns="\#(main)"><sheetViews><sheetView workbookViewId="0">"#
        + #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
        + #"</sheetView></sheetViews><cols><col min="1" max="1" width="40" customWidth="1"/>"#
        + #"<col min="2" max="2" width="28" customWidth="1"/></cols><sheetData><row>"#).utf8)
    for head in heads { xml += words(head, style: 1) }
    xml += [UInt8]("</row>".utf8)
    for row in rows {
      xml += [UInt8]("<row>".utf8)
      for value in row {
        switch value {
        case .words(let text): xml += words(text, style: 0)
        case .count(let count): xml += [UInt8]("<c><v>\(count)</v></c>".utf8)
        }
      }
      xml += [UInt8]("</row>".utf8)
    }
    return xml + [UInt8]("</sheetData></worksheet>".utf8)
  }

  private static func words(_ text: String, style: Int) -> [UInt8] {
    [UInt8](#"<c t="inlineStr" s="\#(style)"><is><t xml:space="preserve">"#.utf8)
      + XMLText.escaped(text) + [UInt8]("</t></is></c>".utf8)
  }
}

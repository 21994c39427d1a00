internal import FiscalModel
internal import FiscalText

/// The workbook that lies inside a Word file behind a chart (ECMA-376, SpreadsheetML), so that Word
/// can edit its data: names of the parts in the first column, a series in each further one.
struct ChartWorkbook {
  static let sheet = "Sheet1"

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  var bytes: [UInt8] {
    var zip = ZipWriter()
    for (name, text) in parts { zip.add(name, [UInt8]((WordParts.declaration + text).utf8)) }
    return zip.finish()
  }

  private var parts: [(name: String, text: String)] {
    [
      ("[Content_Types].xml", Self.contentTypes),
      ("_rels/.rels", Self.relation(to: "xl/workbook.xml", kind: "officeDocument")),
      ("xl/workbook.xml", Self.workbook),
      ("xl/_rels/workbook.xml.rels", Self.relation(to: "worksheets/sheet1.xml", kind: "worksheet")),
      ("xl/worksheets/sheet1.xml", worksheet),
    ]
  }

  private static let contentTypes =
    #"<Types xmlns="\#(package)/content-types"><Default Extension="rels""#
    + #" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default"#
    + #" Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml""#
    + #" ContentType="\#(type).sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml""#
    + #" ContentType="\#(type).worksheet+xml"/></Types>"#

  private static func relation(to target: String, kind: String) -> String {
    #"<Relationships xmlns="\#(package)/relationships"><Relationship Id="rId1""#
      + #" Type="\#(WordParts.relations)/\#(kind)" Target="\#(target)"/></Relationships>"#
  }

  private static let workbook =
    #"<workbook xmlns="\#(main)" xmlns:r="\#(WordParts.relations)"><sheets>"#
    + #"<sheet name="\#(sheet)" sheetId="1" r:id="rId1"/></sheets></workbook>"#

  // MARK: The sheet

  /// The letter of a column, counted from 0.
  static func letter(_ column: Int) -> Character {
    Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(max(0, min(column, 25)))))
  }

  var worksheet: String {
    var rows = row(1, [Self.words("")] + figure.series.map { Self.words($0.name) })
    for (index, label) in figure.labels.enumerated() {
      let values = figure.series.map { series in
        series.values.indices.contains(index) ? Self.number(series.values[index]) : ""
      }
      rows += row(index + 2, [Self.words(label)] + values)
    }
    return #"<worksheet xmlns="\#(Self.main)"><sheetData>\#(rows)</sheetData></worksheet>"#
  }

  /// A row of cells, of each of which all but its address is given; empty ones are left out.
  private func row(_ number: Int, _ cells: [String]) -> String {
    var text = #"<row r="\#(number)">"#
    for (column, cell) in cells.prefix(26).enumerated() where !cell.isEmpty {
      text += #"<c r="\#(Self.letter(column))\#(number)"\#(cell)</c>"#
    }
    return text + "</row>"
  }

  private static func words(_ text: String) -> String {
    text.isEmpty ? "" : #" t="inlineStr"><is><t>\#(escapedXML(text))</t></is>"#
  }

  private static func number(_ value: PrintedNumber?) -> String {
    value.map { "><v>\($0.text(grouped: false))</v>" } ?? ""
  }
}

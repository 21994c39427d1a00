internal import FiscalModel
internal import FiscalText

/// Reads a .csv file (RFC 4180; UTF-8, UTF-16 or GB 18030) like a workbook with one sheet.
struct CSVReader: FormatReader {
  /// Bytes cannot tell a .csv file from any other text.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    name.count > 4 && name.suffix(4).lowercased() == ".csv"
  }

  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    try read(bytes: try Files.read(path), path: path, source: source)
  }

  func read(bytes: [UInt8], path: String, source: Int) throws(ReadError) -> [RawBlock] {
    let text = SourceText(path: path, bytes: try TextDecoding.utf8(bytes, path: path))
    var sheet = Sheet(name: String(Files.name(path).dropLast(4)))
    for record in try CSVRecords.records(text, source: source, from: 0) {
      for (column, field) in record.fields.prefix(CellReference.columnLimit).enumerated()
      where !field.text.isEmpty {
        let reference = CellReference(row: record.row, column: column)
        sheet.cells.append(Sheet.Cell(reference: reference, text: field.text.string))
      }
    }
    let grid = SheetGrid(sheet, source: source, includesHidden: false)
    return SheetLayout.blocks(of: grid, name: sheet.name, source: source)
  }
}

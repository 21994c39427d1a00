internal import FiscalModel
internal import FiscalText

/// Reads a .csv or .tsv file (RFC 4180; UTF-8, UTF-16 or GB 18030; commas, tabs or semicolons)
/// like a workbook with one sheet.
struct CSVReader: FormatReader {
  /// Bytes cannot tell a .csv file from any other text.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    name.count > 4 && [".csv", ".tsv"].contains(name.suffix(4).lowercased())
  }

  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    try read(bytes: try Files.read(path), path: path, source: source)
  }

  func read(bytes: [UInt8], path: String, source: Int) throws(ReadError) -> [RawBlock] {
    let text = SourceText(path: path, bytes: try TextDecoding.utf8(bytes, path: path))
    var sheet = Sheet(name: String(Files.name(path).dropLast(4)))
    let separator = Self.separator(of: text.bytes)
    for record in try CSVRecords.records(text, source: source, from: 0, separator: separator) {
      for (column, field) in record.fields.prefix(CellReference.columnLimit).enumerated()
      where !field.text.isEmpty {
        let reference = CellReference(row: record.row, column: column)
        sheet.cells.append(Sheet.Cell(reference: reference, text: field.text.string))
      }
    }
    let grid = SheetGrid(sheet, source: source, includesHidden: false)
    return SheetLayout.blocks(of: grid, name: sheet.name, source: source)
  }

  /// The tab or semicolon if most lines have one; amounts hold commas, but none of these.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";")]
    var counts = [0, 0]
    var lines = 0
    for line in bytes.prefix(1 << 16).split(separator: 0x0A)
    where line.contains(where: { $0 > 0x20 }) {
      lines += 1
      for (index, candidate) in candidates.enumerated() where hasBare(candidate, in: line) {
        counts[index] += 1
      }
    }
    let best = candidates.indices.first { counts[$0] * 2 > lines }
    return best.map { candidates[$0] } ?? UInt8(ascii: ",")
  }

  /// Whether a byte stands in a line outside of quotation marks.
  private static func hasBare(_ byte: UInt8, in line: ArraySlice<UInt8>) -> Bool {
    var isQuoted = false
    for other in line {
      if other == UInt8(ascii: "\"") { isQuoted.toggle() }
      if other == byte, !isQuoted { return true }
    }
    return false
  }
}

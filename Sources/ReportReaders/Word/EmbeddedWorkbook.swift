internal import FiscalModel
internal import FiscalText

/// A workbook that is embedded in a Word document, which shows a picture of its active sheet.
struct EmbeddedWorkbook {
  /// What the active sheet holds.
  private let blocks: [RawBlock]

  /// Nil if the bytes are no workbook that can be read, or the sheet that shows is empty: the
  /// document around it is read all the same.
  init?(_ bytes: [UInt8], path: String) {
    var reader = XlsxReader()
    reader.options.isEmbedded = true
    guard let blocks = try? reader.read(bytes: bytes, path: path, source: 0), !blocks.isEmpty
    else { return nil }
    self.blocks = blocks
  }

  /// The lines and tables of the sheet, all of them at the place in the document that shows them.
  func blocks(at place: Place) -> [RawBlock] {
    blocks.map { block in
      switch block {
      case .line(let read):
        var line = read.raw
        line.text = TracedText(utf8: line.text.utf8, place: place)
        return .line(of: line)
      case .table(var table):
        table.rows = table.rows.map { $0.map { Self.cell($0, at: place) } }
        return .table(table)
      case .figure, .pageBreak: return block
      }
    }
  }

  private static func cell(_ cell: Cell, at place: Place) -> Cell {
    Cell(
      TracedText(utf8: cell.text.utf8, place: place), column: cell.column,
      columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, isUncertain: cell.isUncertain)
  }
}

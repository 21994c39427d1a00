internal import FiscalModel
internal import FiscalText

/// Writes tables as the assembler wants them.
struct TableMaker {
  let maker: PlaceMaker

  /// A ruled table; every area is a cell, empty ones too.
  func table(_ filled: GridFiller.Filled) -> RawTable {
    var rows: [[Cell]] = Array(repeating: [], count: filled.grid.rowCount)
    for (index, area) in filled.grid.areas.enumerated() {
      let lines = filled.lines[index]
      rows[area.row].append(
        Cell(
          text(lines), column: area.column, columnSpan: area.columnSpan, rowSpan: area.rowSpan,
          isUncertain: lines.contains(where: \.isUncertain)))
    }
    var table = RawTable(rows: rows, columnCount: filled.grid.columnCount)
    table.mayBeTorn = true
    return table
  }

  /// A table whose columns are told by alignment.
  func table(_ aligned: AlignedTable) -> RawTable {
    let rows = aligned.rows.map { row in
      row.map { cell in
        Cell(
          text(cell.lines), column: cell.column, columnSpan: cell.columnSpan,
          rowSpan: cell.rowSpan, isUncertain: cell.lines.contains(where: \.isUncertain))
      }
    }
    var table = RawTable(rows: rows, columnCount: aligned.columnCount)
    table.headRowCount = aligned.headRowCount
    table.mayBeTorn = true
    return table
  }

  /// The lines of a cell as one text: a space only between words that need one.
  private func text(_ lines: [TextLine]) -> TracedText {
    var text = TracedText()
    for line in lines {
      if needsSpace(text.utf8.last, line.items[0].scalar), let place = text.runs.last?.place {
        text.append(" ", place: place)
      }
      line.append(to: &text, maker)
    }
    return text
  }

  private func needsSpace(_ last: UInt8?, _ next: UInt32) -> Bool {
    guard let last else { return false }
    return isLetter(UInt32(last)) && isLetter(next)
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }
}

extension TextLine {
  /// Whether what is read may not be what is printed: a font that does not tell its characters,
  /// or the recognised text behind a scanned page.
  var isUncertain: Bool { isHidden || items.contains { $0.scalar == 0xFFFD } }
}

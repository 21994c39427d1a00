internal import FiscalModel
internal import FiscalText

extension WordBodyReader {
  /// Far more columns than Word allows.
  private static let columnLimit = 512

  /// Reads a table; one with a single cell is only a frame around its text.
  func readTable(_ node: XMLNode) {
    let rows = tableRows(node)
    if rows.count == 1, let cell = rows[0].cells.first, rows[0].cells.count == 1 {
      readBlocks(cell)
      return
    }
    var grid = WordGrid()
    var attachments: [RawBlock] = []
    for row in rows { append(row, to: &grid, attachments: &attachments) }
    let margins = TableMargins(
      grid.table(headRowCount: headRowCount(rows)), below: linesAbove())
    for line in margins.before { append(.line(of: line)) }
    if let table = margins.table { append(.table(table)) }
    for line in margins.after { append(.line(of: line)) }
    for attachment in attachments { append(attachment) }
  }

  /// How many lines a caption has at most.
  private static let mostCaptionLines = 8

  /// The lines since the last table, figure or page, which may be the caption of a table.
  private func linesAbove() -> [RawLine] {
    var lines: [RawLine] = []
    for block in blocks.suffix(Self.mostCaptionLines).reversed() {
      guard case .line(let line) = block else { break }
      lines.append(line.raw)
    }
    return lines.reversed()
  }

  private struct TableRow {
    var properties: XMLNode?
    var cells: [XMLNode]
  }

  /// The rows with their cells, whatever content controls stand between.
  private func tableRows(_ table: XMLNode) -> [TableRow] {
    members("tr", of: table).compactMap { row in
      let properties = row.child("trPr")
      let isGone = properties?.children.contains { options.revisions.leavesOut($0.name) }
      guard isGone != true else { return nil }
      return TableRow(properties: properties, cells: members("tc", of: row))
    }
  }

  private func members(_ name: String, of node: XMLNode) -> [XMLNode] {
    var found: [XMLNode] = []
    for child in node.children {
      switch child.name {
      case name where child.vocabulary == .word: found.append(child)
      case "sdt", "sdtContent", "customXml": found += members(name, of: child)
      case "AlternateContent": if let chosen = chosen(child) { found += members(name, of: chosen) }
      default: break
      }
    }
    return found
  }

  /// The rows at the top that are repeated on each page.
  private func headRowCount(_ rows: [TableRow]) -> Int? {
    let count = rows.prefix { $0.properties?.child("tblHeader")?.isOn == true }.count
    return count == 0 || count == rows.count ? nil : count
  }

  private func append(
    _ row: TableRow, to grid: inout WordGrid, attachments: inout [RawBlock]
  ) {
    grid.startRow(skipping: span(row.properties?.child("gridBefore")) ?? 0)
    for cell in row.cells {
      let properties = cell.child("tcPr")
      let lines = cellLines(collect { readBlocks(cell) }, attachments: &attachments)
      let merge = properties?.child("vMerge")
      grid.append(
        CellLines.joined(lines), columnSpan: span(properties?.child("gridSpan")) ?? 1,
        continuesAbove: merge != nil && merge?["val"] != "restart",
        continuesLeft: properties?.child("hMerge").map { $0["val"] != "restart" } ?? false)
    }
  }

  private func span(_ node: XMLNode?) -> Int? {
    node?["val"].flatMap { Int($0) }.map { min(max($0, 0), Self.columnLimit) }
  }

  /// The lines of a cell; a table inside it is one with line ends. Figures cannot stand in a cell
  /// and come behind the table.
  private func cellLines(_ blocks: [RawBlock], attachments: inout [RawBlock]) -> [TracedText] {
    var lines: [TracedText] = []
    for block in blocks {
      switch block {
      case .line(let line): lines.append(line.text)
      case .table(let table): lines.append(Self.text(of: table))
      case .figure: attachments.append(block)
      case .pageBreak: break
      }
    }
    return lines
  }

  /// A table inside a cell as text, a line for each row.
  private static func text(of table: RawTable) -> TracedText {
    var text = TracedText()
    for row in table.rows {
      let filled = row.filter { !$0.text.isEmpty }
      for (index, cell) in filled.enumerated() {
        if !text.isEmpty { text.append(index == 0 ? "\n" : " ", place: .none) }
        text.append(cell.text)
      }
    }
    return text
  }
}

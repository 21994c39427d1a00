internal import Typography

/// Divides a table over pages.
extension Composer {
  /// - Parameters:
  ///   - isContinued: whether an earlier piece of the same table was placed.
  ///   - isForm: whether it is a table of the form, which is not parted if a page can hold it.
  mutating func placeTable(
    _ whole: SetTable, landscape: Bool, isContinued: Bool, isForm: Bool
  ) {
    var table = whole
    var isContinued = isContinued
    startTable(table, landscape: landscape, isContinued: isContinued, isForm: isForm)
    var first = 0
    while first < table.rows.count {
      if isContinued { placeContinuation() }
      let end = rowsThatFit(&table, from: first)
      table.cutSpans(before: end)
      emit(table, first..<end, isRepeated: first > 0)
      first = end
      isContinued = true
      if first < table.rows.count { pages.startPage(landscape: landscape) }
    }
  }

  /// Goes to a new page if too little of the table would stand on this one.
  private mutating func startTable(
    _ table: SetTable, landscape: Bool, isContinued: Bool, isForm: Bool
  ) {
    let geometry = pages.nextGeometry(landscape: landscape)
    let full = geometry.textHeight - pendingHeight(width: geometry.textWidth)
    func start(rows: Int) -> Double {
      table.rows.prefix(rows).reduce(table.headHeight) { $0 + $1.height }
    }
    // A table of the form that has to be parted starts where half a page is left for it, and some
    // rows find a place.
    let least =
      isForm && !isContinued
      ? max(full / 2, min(start(rows: 6), full)) : min(start(rows: 3), full / 2)
    // Other tables are not parted either, unless that leaves half a page empty.
    let height = table.height + table.spaceBelow
    let isWhole = height <= (isForm ? full : full / 2)
    let above = isContinued ? continuationHeight : 0
    let room = (isWhole ? height : least) + above
    makeRoom(room, landscape: landscape)
  }

  var continuationHeight: Double { style.tableLine.size * 1.5 }

  /// 续表 over the head that is repeated.
  private mutating func placeContinuation() {
    let line = decoration("续表", style.tableLine)
    let x = pages.geometry.left + pages.geometry.textWidth - line.width
    let y = pages.sheetY + continuationHeight / 2 + 0.38 * style.tableLine.size
    pages.append(.beginArtifact)
    for part in line.parts {
      pages.append(.glyphs(part.run, origin: Point(x + part.x, y), colour: .black))
    }
    pages.append(.end)
    pages.advance(continuationHeight)
  }

  /// The end of the rows that go on this page: at least one, of which no more than a page full
  /// is kept; no single row is left over, since that is where totals stand.
  private func rowsThatFit(_ table: inout SetTable, from first: Int) -> Int {
    let room = pages.remaining - table.headHeight
    var used = 0.0
    var end = first
    while end < table.rows.count, used + table.rows[end].height <= room + 0.01 {
      used += table.rows[end].height
      end += 1
    }
    if end == table.rows.count {
      // Notes do not stand alone on the next page: two rows go with them.
      let partsNotes = used + table.spaceBelow > room && end - first > 4
      return partsNotes ? end - 2 : end
    }
    let full = pages.geometry.textHeight - table.headHeight - continuationHeight
    let isTall = table.rows[end].height > full * 0.6
    let line = style.tableText.size * style.tableLineSpacing + 2 * table.padding
    if end == first || isTall, room - used >= 2 * line, end == first || room - used > full / 4 {
      table.cutRow(end, at: room - used)
      return end + 1
    }
    if end == first {
      // Not even two lines fit under the head: the page is too small for the style.
      table.cutRow(end, at: max(room, line))
      return end + 1
    }
    if end == table.rows.count - 1, end - first >= 2 { end -= 1 }
    return endOfGroups(table, first..<end, room: room)
  }

  /// Moves the end of some rows up to where it tears no cell over several rows of which only the
  /// first row would stay, or less than its text needs; but not so that half the page is empty.
  private func endOfGroups(_ table: SetTable, _ rows: Range<Int>, room: Double) -> Int {
    var end = rows.upperBound
    var height = 0.0
    for index in rows {
      let above = table.rows[index..<rows.upperBound].reduce(0) { $0 + $1.height }
      let isTorn = table.rows[index].cells.contains { cell in
        index + cell.rowSpan > rows.upperBound
          && (index == rows.upperBound - 1 || above < cell.height + 2 * table.padding)
      }
      if isTorn, height > room / 2 { end = min(end, index) }
      height += table.rows[index].height
    }
    return end
  }

  // MARK: - Drawing

  private mutating func emit(_ table: SetTable, _ range: Range<Int>, isRepeated: Bool) {
    let edges = table.edges
    var tops = [pages.sheetY]
    for row in table.head + table.rows[range] { tops.append((tops.last ?? 0) + row.height) }
    let rows = table.head + table.rows[range]
    emitShades(rows, edges, tops, headCount: table.head.count)
    var cells: [PlacedCell] = []
    for (index, row) in rows.enumerated() {
      let isArtifact = isRepeated && index < table.head.count
      for cell in row.cells where !cell.lines.isEmpty {
        let end = min(index + cell.rowSpan, rows.count)
        let lines = placed(cell, edges, tops[index]..<tops[end], table.padding)
        cells.append(PlacedCell(element: isArtifact ? nil : cell.element, lines: lines))
      }
    }
    partLines(&cells)
    for cell in cells { emit(cell) }
    emitRules(rows, edges, tops)
    pages.advance((tops.last ?? 0) - pages.sheetY)
  }

  /// A cell with its lines where they stand on the sheet.
  private struct PlacedCell {
    /// Nil for an artifact.
    var element: Int?
    var lines: [(line: SetLine, origin: Point)]
  }

  private func placed(
    _ cell: SetTable.Cell, _ edges: [Double], _ span: Range<Double>, _ padding: Double
  ) -> [(line: SetLine, origin: Point)] {
    let rest = span.upperBound - span.lowerBound - cell.height
    let top = span.lowerBound + (cell.isCut ? padding : max(0, rest / 2))
    let left = pages.geometry.left + edges[cell.column]
    return cell.lines.enumerated().map { index, line in
      let middle = top + (Double(index) + 0.5) * cell.lineHeight
      return (line.line, Point(left + line.x, middle + 0.38 * line.line.size))
    }
  }

  private mutating func emit(_ cell: PlacedCell) {
    pages.append(cell.element.map { .beginContent(element: $0) } ?? .beginArtifact)
    for (line, origin) in cell.lines {
      for part in line.parts {
        pages.append(
          .glyphs(part.run, origin: Point(origin.x + part.x, origin.y), colour: .black))
      }
    }
    pages.append(.end)
  }

  /// Puts blanks of no width between the last line of a cell and the first of the next, where that
  /// stands further left but about as high, as it does below a head over several rows. Programs
  /// that look at places (pdfium) join what is less than half a character apart in height, and
  /// read it from the left; beside a blank the character that counts is a narrow one.
  private func partLines(_ cells: inout [PlacedCell]) {
    for index in cells.indices.dropFirst() {
      guard let last = cells[index - 1].lines.last, let next = cells[index].lines.first,
        next.origin.x < last.origin.x, abs(next.origin.y - last.origin.y) < last.line.size
      else { continue }
      // A blank is about a quarter of a square wide, and half of that counts.
      let least = 0.14 * last.line.size
      let distance = next.origin.y - last.origin.y
      if abs(distance) < least {
        let shift = distance < 0 ? -least - distance : least - distance
        for line in cells[index].lines.indices { cells[index].lines[line].origin.y += shift }
      }
      let end = cells[index - 1].lines.count - 1
      addBlank(to: &cells[index - 1].lines[end].line, atStart: false)
      addBlank(to: &cells[index].lines[0].line, atStart: true)
    }
  }

  private func addBlank(to line: inout SetLine, atStart: Bool) {
    guard let part = atStart ? line.parts.indices.first : line.parts.indices.last else { return }
    let blanks = [style.tableHead, style.tableText].lazy.compactMap { shape(" ", $0).runs.first }
    guard let blank = blanks.first(where: { $0.face == line.parts[part].run.face }),
      var glyph = blank.glyphs.first
    else { return }
    glyph.advance = 0
    if atStart {
      for index in line.parts[part].run.glyphs.indices {
        line.parts[part].run.glyphs[index].cluster += 1
      }
      glyph.cluster = 0
      line.parts[part].run.glyphs.insert(glyph, at: 0)
      line.parts[part].run.text.insert(0x20, at: 0)
    } else {
      glyph.cluster = line.parts[part].run.text.count
      line.parts[part].run.glyphs.append(glyph)
      line.parts[part].run.text.append(0x20)
    }
  }

  private mutating func emitShades(
    _ rows: [SetTable.Row], _ edges: [Double], _ tops: [Double], headCount: Int
  ) {
    for (index, row) in rows.enumerated()
    where index < headCount ? style.shadesTableHeads : row.isShaded {
      let left = pages.geometry.left
      let right = left + (edges.last ?? 0)
      pages.append(.beginArtifact)
      pages.append(
        .path(
          Path(
            steps: [
              .move(Point(left, tops[index])), .line(Point(right, tops[index])),
              .line(Point(right, tops[index + 1])), .line(Point(left, tops[index + 1])), .close,
            ], fill: Colour(0.93, 0.93, 0.93))))
      pages.append(.end)
    }
  }

  /// Draws the rules between cells, each as long as it goes without a break.
  private mutating func emitRules(_ rows: [SetTable.Row], _ edges: [Double], _ tops: [Double]) {
    let rules = TableRules(rows, columnCount: edges.count - 1)
    let left = pages.geometry.left
    pages.append(.beginArtifact)
    for segment in rules.horizontal {
      let y = tops[segment.line]
      let isFrame = segment.line == 0 || segment.line == rows.count
      pages.append(
        .rule(
          from: Point(left + edges[segment.range.lowerBound], y),
          to: Point(left + edges[segment.range.upperBound], y),
          width: isFrame ? style.tableFrame : style.tableRule, colour: .black))
    }
    for segment in rules.vertical {
      let x = left + edges[segment.line]
      let isFrame = segment.line == 0 || segment.line == edges.count - 1
      pages.append(
        .rule(
          from: Point(x, tops[segment.range.lowerBound]),
          to: Point(x, tops[segment.range.upperBound]),
          width: isFrame ? style.tableFrame : style.tableRule, colour: .black))
    }
    pages.append(.end)
  }
}

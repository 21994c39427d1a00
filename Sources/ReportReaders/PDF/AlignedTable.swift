internal import FiscalModel
internal import FiscalText

/// A table without vertical lines: its columns are where texts stand below each other.
struct AlignedTable {
  struct AlignedCell {
    var column: Int
    var columnSpan: Int
    var rowSpan = 1
    var lines: [TextLine]
  }

  var rows: [[AlignedCell]]
  var columnCount: Int
  /// The lines that it is made of.
  var lines: Range<Int>
  /// How many of the rows are heads, where that is certain.
  var headRowCount: Int?
  /// What its columns were told by, where white parts them.
  var open: OpenTable?

  /// The tables among the lines of a page.
  static func find(in lines: [TextLine]) -> [AlignedTable] {
    let segments = lines.map { $0.segments(splitsCodes: true) }
    var tables: [AlignedTable] = []
    var start = 0
    var next = 0
    while start < lines.count {
      let end = blockEnd(from: start, lines, segments)
      let block = withHead(withoutCaptions(start..<end, segments), lines, from: next)
      if let open = OpenTable(Array(lines[block])) {
        let end = block.lowerBound + open.lineCount
        tables.append(AlignedTable(open, lines: block.lowerBound..<end))
        next = end
      } else if let table = AlignedTable(withoutCaptions(start..<end, segments), segments) {
        tables.append(table)
        next = block.upperBound
      }
      start = max(end, start + 1)
    }
    return tables
  }

  /// How far lines of several parts go on, with at most two others between them, or with any
  /// number of such as the cells of a table hold.
  private static func blockEnd(
    from start: Int, _ lines: [TextLine], _ segments: [[TextLine]]
  ) -> Int {
    guard segments[start].count > 1 else { return start }
    var last = start
    var index = start + 1
    var others = 0
    var box = lines[start].box
    while index < lines.count, others < 3,
      lines[index].baseline - lines[index - 1].baseline < 4 * lines[index].fontSize
    {
      if isUnitLine(segments[index]) { break }
      if segments[index].count > 1 {
        last = index
        others = 0
        box = box.union(lines[index].box)
      } else if !isCell(lines[index], below: lines[index - 1], in: box) {
        others += 1
      }
      index += 1
    }
    // What is left of the last row's wrapped cells.
    let reach = 0.8 * rowPitch(Array(segments[start...last]))
    while last + 1 < lines.count, lines[last + 1].baseline - lines[last].baseline < reach {
      last += 1
    }
    return last + 1
  }

  /// Whether a line may be the text of one cell: as large as the texts before it, close below
  /// them, and much narrower than the table.
  private static func isCell(_ line: TextLine, below last: TextLine, in box: Box) -> Bool {
    isCell(line, in: box) && abs(line.fontSize - last.fontSize) < 0.6
      && line.baseline - last.baseline < 2.2 * line.fontSize
  }

  private static func isCell(_ line: TextLine, above next: TextLine, in box: Box) -> Bool {
    isCell(line, in: box) && abs(line.fontSize - next.fontSize) < 0.6
      && next.baseline - line.baseline < 2.2 * line.fontSize && !isCaption([line])
  }

  private static func isCell(_ line: TextLine, in box: Box) -> Bool {
    line.box.x > box.x - 1 && line.end < box.x + box.width + 1 && line.box.width * 2 < box.width
  }

  private static func withoutCaptions(
    _ block: Range<Int>, _ segments: [[TextLine]]
  ) -> Range<Int> {
    var block = block
    while let first = block.first, isCaption(segments[first]) {
      block = (first + 1)..<block.upperBound
    }
    return block
  }

  /// Adds the lines of the head above that have one name alone.
  private static func withHead(
    _ block: Range<Int>, _ lines: [TextLine], from first: Int
  ) -> Range<Int> {
    guard let top = block.first else { return block }
    let box = block.dropFirst().reduce(lines[top].box) { $0.union(lines[$1].box) }
    var start = top
    while start > first, isCell(lines[start - 1], above: lines[start], in: box) { start -= 1 }
    return start..<block.upperBound
  }

  private init?(_ block: Range<Int>, _ segments: [[TextLine]]) {
    let most = block.reduce(0) { max($0, segments[$1].count) }
    let body = block.filter { segments[$0].count >= 2 && segments[$0].count * 5 >= most * 3 }
    guard body.count >= 3 else { return nil }
    guard let columns = Self.columns(ofRows: body.map { segments[$0] }) else { return nil }
    lines = block
    columnCount = columns.count
    rows = Self.rows(block.map { segments[$0] }, columns)
  }

  init(_ open: OpenTable, lines: Range<Int>) {
    let laid = open.rows()
    rows = laid.rows
    headRowCount = laid.headCount
    columnCount = open.columns.count
    self.lines = lines
    self.open = open
  }

  /// Whether a line states the unit of the table below it.
  private static func isUnitLine(_ parts: [TextLine]) -> Bool {
    isCaption(parts) && parts.contains { Captions.unitRange($0.plainText) != nil }
  }

  /// Whether a line says who made the table and in what unit, as stands above its head.
  private static func isCaption(_ parts: [TextLine]) -> Bool {
    parts.contains { part in part.items.contains { $0.scalar == 0xFF1A || $0.scalar == 0x3A } }
      && !parts.contains(where: \.isAmount)
  }

  /// The columns of some rows; nil if they make no table.
  private static func columns(ofRows rows: [[TextLine]]) -> [ClosedRange<Double>]? {
    let all = columns(rows.flatMap(\.self))
    if all.count >= 2, fits(rows, all), hasAmounts(rows, all) { return all }
    // Heads that are aligned another way than the amounts below reach into the next column. They
    // have a text for each column.
    let inked = rows.filter { $0.contains(where: \.isAmount) }
    let narrow = columns(inked.flatMap(\.self))
    let heads = rows.filter { !$0.contains(where: \.isAmount) }
    guard narrow.count >= 3, inked.count >= 3, heads.allSatisfy({ $0.count == narrow.count }),
      fits(inked, narrow), hasAmounts(inked, narrow)
    else { return nil }
    return narrow
  }

  /// The stretches of the page that texts cover, where no gap goes through all rows.
  private static func columns(_ parts: [TextLine]) -> [ClosedRange<Double>] {
    var columns: [ClosedRange<Double>] = []
    for part in parts.sorted(by: { $0.box.x < $1.box.x }) {
      let range = part.box.x...max(part.box.x, part.end)
      if let last = columns.last, range.lowerBound < last.upperBound + 0.3 * part.fontSize {
        columns[columns.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        columns.append(range)
      }
    }
    return columns
  }

  /// The columns that a text stands in.
  private static func span(_ part: TextLine, _ columns: [ClosedRange<Double>]) -> Range<Int> {
    let covered = columns.indices.filter {
      part.box.x < columns[$0].upperBound && part.end > columns[$0].lowerBound
    }
    if let first = covered.first, let last = covered.last { return first..<(last + 1) }
    let middle = (part.box.x + part.end) / 2
    let nearest = columns.indices.min {
      distance(middle, columns[$0]) < distance(middle, columns[$1])
    }
    return (nearest ?? 0)..<((nearest ?? 0) + 1)
  }

  private static func distance(_ x: Double, _ column: ClosedRange<Double>) -> Double {
    max(0, column.lowerBound - x, x - column.upperBound)
  }

  /// Whether nearly every row has at most one text in each column.
  private static func fits(_ rows: [[TextLine]], _ columns: [ClosedRange<Double>]) -> Bool {
    let crowded = rows.count { row in
      zip(row, row.dropFirst()).contains { span($0, columns).overlaps(span($1, columns)) }
    }
    return crowded * 5 <= rows.count
  }

  /// Whether a column behind the first holds mostly amounts; page numbers of a contents list and
  /// names in a list of people are none.
  private static func hasAmounts(_ rows: [[TextLine]], _ columns: [ClosedRange<Double>]) -> Bool {
    columns.indices.dropFirst().contains { column in
      let texts = rows.flatMap { $0 }.filter { span($0, columns).lowerBound == column }
      let amounts = texts.count(where: \.isAmount)
      return amounts >= 2 && amounts * 2 > texts.count
    }
  }

  private static func rows(
    _ lines: [[TextLine]], _ columns: [ClosedRange<Double>]
  ) -> [[AlignedCell]] {
    let pitch = rowPitch(lines)
    var rows: [[AlignedCell]] = []
    var baseline = -Double.infinity
    for parts in lines {
      // Lines of wrapped cells stand closer than rows, those of cells beside them in between.
      let reach = parts.count == 1 ? 0.8 : 0.7
      if parts[0].baseline - baseline < reach * pitch, !rows.isEmpty {
        for part in parts { wrap(part, columns, into: &rows[rows.count - 1]) }
      } else {
        rows.append(
          parts.enumerated().map { index, part in
            // A row with a text for each column needs no measuring.
            let span =
              parts.count == columns.count ? index..<(index + 1) : span(part, columns)
            return AlignedCell(column: span.lowerBound, columnSpan: span.count, lines: [part])
          })
      }
      baseline = parts[0].baseline
    }
    return rows.map(joinedCells)
  }

  /// The usual distance of rows that have several texts.
  private static func rowPitch(_ lines: [[TextLine]]) -> Double {
    let baselines = lines.filter { $0.count > 1 }.map { $0[0].baseline }
    let distances = zip(baselines, baselines.dropFirst()).map { $1 - $0 }.sorted()
    return distances.isEmpty ? 0 : distances[(distances.count - 1) / 2]
  }

  /// Adds a further line of a cell to the row above.
  private static func wrap(
    _ part: TextLine, _ columns: [ClosedRange<Double>], into row: inout [AlignedCell]
  ) {
    let span = span(part, columns)
    if let index = row.firstIndex(where: { $0.column == span.lowerBound }) {
      row[index].lines.append(part)
    } else {
      row.append(AlignedCell(column: span.lowerBound, columnSpan: span.count, lines: [part]))
      row.sort { $0.column < $1.column }
    }
  }

  /// Joins the texts of a row that stand in one column.
  private static func joinedCells(_ row: [AlignedCell]) -> [AlignedCell] {
    var cells: [AlignedCell] = []
    for cell in row {
      if let last = cells.last, cell.column < last.column + last.columnSpan {
        cells[cells.count - 1].lines.append(contentsOf: cell.lines)
      } else {
        cells.append(cell)
      }
    }
    return cells
  }
}

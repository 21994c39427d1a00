internal import FiscalModel
internal import FiscalText

/// A table without vertical lines whose columns are parted by rivers of white.
struct OpenTable {
  private var head: [TextLine]
  /// The row of column numbers, 栏次 1 2 3, whose digits stand in the middle of columns that are
  /// filled from the right, and so say nothing of where these are.
  private var numbers: TextLine?
  /// What is left of the last row on the page before.
  private var rest: [TextLine] = []
  private var body: [TextLine]
  private(set) var columns: [ClosedRange<Double>]
  /// The least distance of lines below each other.
  private let leading: Double?

  /// What parts a line that shows a number from one that does not.
  fileprivate static let partGap = 0.45
  private static let leastRows = 3
  /// A text may reach into the next column by this part of its size: the edges of columns are those
  /// of other texts, and faces have bearings.
  private static let overlap = 0.1
  /// Lines nearer than this, in points, are one, in spite of different faces.
  private static let leastLeading = 4.0
  /// More than a page has.
  private static let mostLines = 2_000
  private static let mostHeadLines = 40
  private static let mostColumns = 100

  /// Nil if the lines are no table of amounts.
  ///
  /// - Parameter lines: from top to bottom.
  init?(_ lines: [TextLine]) {
    var rows = lines.indices.filter { Self.hasNumber(lines[$0]) }[...]
    guard rows.count >= Self.leastRows, lines.count <= Self.mostLines else { return nil }
    let numberRow = rows.first.flatMap { Self.isNumberRow(lines[$0]) ? $0 : nil }
    if numberRow != nil { rows.removeFirst() }
    guard let first = rows.first else { return nil }
    leading = Self.leading(lines[first...])
    let start = max(
      numberRow.map { $0 + 1 } ?? 0, Self.bodyStart(lines, rows: rows, leading: leading))
    numbers = numberRow.map { lines[$0] }
    head = Array(lines[..<(numberRow ?? start)])
    body = Array(lines[(numberRow.map { $0 + 1 } ?? start)...])
    columns = []
    guard start <= Self.mostHeadLines, let columns = Self.columns(head: head, body: body, leading)
    else {
      return nil
    }
    self.columns = columns
    dropNotes()
  }

  /// Rows at the top of the next page that are too few to tell columns of their own, in those of
  /// this table, below its head or without it; nil if the lines do not begin so.
  func sequel(_ lines: [TextLine]) -> OpenTable? {
    var rows = self
    let headCount = repeatedHead(lines)
    rows.head = Array(lines[..<headCount])
    let number = lines[headCount...].first.flatMap { Self.isNumberRow($0) ? $0 : nil }
    rows.numbers = number
    let below = lines[(headCount + (number == nil ? 0 : 1))...]
    let kept = below.prefix(Self.mostLines).prefix { isRow($0) || isPartOfName($0) }
    guard let first = kept.firstIndex(where: isRow), let last = kept.lastIndex(where: isRow),
      first - kept.startIndex <= Self.mostLinesAbove
    else { return nil }
    let rest = kept[(last + 1)...].prefix { line in
      leading.map { line.baseline - kept[last].baseline < RowBands.leadingSlack * $0 } ?? false
    }
    rows.body = Array(kept[...last] + rest)
    return goes(onIn: rows) ? rows : nil
  }

  /// How many of the first lines say what the head says; 0 if they do not.
  private func repeatedHead(_ lines: [TextLine]) -> Int {
    var left = head.reduce(0) { $0 + $1.items.count }
    var count = 0
    while left > 0, count < lines.count {
      left -= lines[count].items.count
      count += 1
    }
    let said = lines[..<count].flatMap { $0.items.map(\.scalar) }.sorted()
    return said == head.flatMap { $0.items.map(\.scalar) }.sorted() ? count : 0
  }

  /// Of a name above the middle of which code and amounts stand.
  private static let mostLinesAbove = 2

  /// Whether every text of a line stands in a column of its own, amounts among them.
  private func isRow(_ line: TextLine) -> Bool {
    let parts = line.parts(between: gaps)
    let spans = parts.map(span)
    return parts.count > 1 && parts.dropFirst().contains(where: \.isAmount)
      && spans.allSatisfy { $0.count == 1 } && Set(spans.map(\.lowerBound)).count == spans.count
  }

  /// Whether a line is one text of one column, as large as those of the table.
  private func isPartOfName(_ line: TextLine) -> Bool {
    let parts = line.parts(between: gaps)
    guard parts.count == 1, span(parts[0]).count == 1, let size = body.last?.fontSize else {
      return false
    }
    return abs(line.fontSize - size) < 0.6
  }

  /// Leaves out the lines below the last row that do not keep to the columns.
  private mutating func dropNotes() {
    while let last = body.last, !Self.hasNumber(last),
      last.parts(between: gaps).contains(where: { span($0).count > 1 })
    {
      body.removeLast()
    }
  }

  /// How many lines it has.
  var lineCount: Int { head.count + body.count + (numbers == nil ? 0 : 1) }

  /// Whether another table may go on with this one on the next page.
  func goes(onIn other: OpenTable) -> Bool {
    (other.head.isEmpty || hasHead(of: other) || other.startsWithRest(of: self))
      && Self.joined([self, other]) != nil
  }

  /// Whether what stands above the first row is no head but what is left of the last row on the
  /// page before: one text, below one there.
  private func startsWithRest(of upper: OpenTable) -> Bool {
    guard numbers == nil, head.count == 1, let rest = head.first, let last = upper.body.last,
      rest.segments(atLeast: Self.partGap).count == 1
    else { return false }
    return rest.stands(below: last) && upper.span(rest).count == 1
  }

  /// The parts of one table on several pages, all with the columns of the whole; nil if the parts
  /// have columns that do not agree.
  static func joined(_ parts: [OpenTable]) -> [OpenTable]? {
    var parts = parts
    for index in parts.indices.dropFirst() where parts[index].startsWithRest(of: parts[index - 1]) {
      parts[index].rest = parts[index].head
      parts[index].head = []
    }
    guard let first = parts.first,
      let columns = columns(head: first.head, body: parts.flatMap(\.body), first.leading),
      parts.allSatisfy({ columns.count >= $0.columns.count })
    else { return nil }
    return parts.map { part in
      var part = part
      part.columns = columns
      return part
    }
  }

  /// Whether the head has the same characters. Those of a line may be told apart from the next
  /// line's on one page and not on another.
  private func hasHead(of other: OpenTable) -> Bool {
    head.flatMap { $0.items.map(\.scalar) }.sorted()
      == other.head.flatMap { $0.items.map(\.scalar) }.sorted()
  }

  // MARK: Head and body

  private static func hasNumber(_ line: TextLine) -> Bool {
    let parts = line.segments(atLeast: partGap)
    return parts.count > 1 && parts.contains(where: \.isWholeNumber)
  }

  /// Whether a line counts columns: 1 2 3, with 栏次 before it or not.
  private static func isNumberRow(_ line: TextLine) -> Bool {
    let parts = line.segments(atLeast: partGap)
    let counts = parts.compactMap { PageNumber.bare($0.plainText) }
    return counts.count >= leastNumbers && counts.count + 1 >= parts.count
      && counts == Array(1...counts.count)
  }

  /// Fewer numbers in order may be amounts.
  private static let leastNumbers = 3

  /// The first line of the body: that of the first number, or what stands close above it as the
  /// lines of a wrapped cell do.
  private static func bodyStart(_ lines: [TextLine], rows: ArraySlice<Int>, leading: Double?) -> Int
  {
    let firstRow = rows[rows.startIndex]
    let pitch = zip(rows, rows.dropFirst()).map { lines[$1].baseline - lines[$0].baseline }.min()
    guard let leading, let pitch, leading < RowBands.tightness * pitch else { return firstRow }
    var start = firstRow
    while start > 0,
      lines[start...].prefix(4).contains(where: { line in
        line.baseline - lines[start - 1].baseline < RowBands.leadingSlack * leading
          && line.stands(below: lines[start - 1])
      })
    {
      start -= 1
    }
    return start
  }

  /// The least distance of lines of which one stands below another.
  private static func leading(_ lines: ArraySlice<TextLine>) -> Double? {
    var least: Double?
    for (index, line) in lines.enumerated() {
      for upper in lines.dropFirst(max(0, index - 3)).prefix(min(3, index)) {
        let distance = line.baseline - upper.baseline
        guard distance > leastLeading, distance < least ?? .infinity else { continue }
        if line.stands(below: upper) { least = distance }
      }
    }
    return least
  }

  // MARK: Columns

  private static func columns(
    head: [TextLine], body: [TextLine], _ leading: Double?
  ) -> [ClosedRange<Double>]? {
    guard let last = body.lastIndex(where: hasNumber) else { return nil }
    let rivers = RiverFinder.rivers(in: Array(body[...last]))
    guard !rivers.isEmpty else { return nil }
    let columns = OpenHead(head, distance: leading).complete(stretches(body, rivers))
    guard (2...mostColumns).contains(columns.count), hasAmounts(body, columns, rivers) else {
      return nil
    }
    return columns
  }

  /// What texts cover between the rivers.
  private static func stretches(
    _ lines: [TextLine], _ rivers: [ClosedRange<Double>]
  ) -> [ClosedRange<Double>] {
    guard let left = lines.map(\.box.x).min(), let right = lines.map(\.end).max() else { return [] }
    let starts = [left] + rivers.map(\.upperBound)
    let ends = rivers.map(\.lowerBound) + [right]
    return zip(starts, ends).map { $0...max($0, $1) }
  }

  /// Whether a column behind the first holds amounts.
  private static func hasAmounts(
    _ lines: [TextLine], _ columns: [ClosedRange<Double>], _ rivers: [ClosedRange<Double>]
  ) -> Bool {
    let parts = lines.flatMap { $0.parts(between: rivers) }
    return columns.dropFirst().contains { column in
      let texts = parts.filter { $0.box.x < column.upperBound && $0.end > column.lowerBound }
      let amounts = texts.count(where: \.isAmount)
      return amounts >= 2 && amounts * 2 > texts.count
    }
  }

  /// The white between the columns.
  private var gaps: [ClosedRange<Double>] {
    zip(columns, columns.dropFirst()).map { upper, lower in
      upper.upperBound...max(upper.upperBound, lower.lowerBound)
    }
  }

  /// The columns that a text stands in; the nearest, if it stands beside all.
  private func span(_ part: TextLine) -> Range<Int> {
    let slack = Self.overlap * part.fontSize
    let covered = columns.indices.filter {
      part.box.x + slack < columns[$0].upperBound && part.end - slack > columns[$0].lowerBound
    }
    if let first = covered.first, let last = covered.last { return first..<(last + 1) }
    let middle = (part.box.x + part.end) / 2
    let nearest = columns.indices.min { distance(middle, $0) < distance(middle, $1) } ?? 0
    return nearest..<(nearest + 1)
  }

  private func distance(_ x: Double, _ column: Int) -> Double {
    max(0, columns[column].lowerBound - x, x - columns[column].upperBound)
  }

  // MARK: Rows

  /// The rows, the head's first.
  func rows() -> (rows: [[AlignedTable.AlignedCell]], headCount: Int) {
    var headRows = OpenHead(head, distance: leading).rows(columns)
    if let numbers { headRows.append(cells(numbers.segments(atLeast: Self.partGap))) }
    let restRow = rest.isEmpty ? [] : [cells(rest)]
    return (headRows + restRow + bodyRows(), headRows.count)
  }

  /// One row of texts, those of one column put together.
  private func cells(_ parts: [TextLine]) -> [AlignedTable.AlignedCell] {
    var cells: [AlignedTable.AlignedCell] = []
    for part in parts { Self.add(part, at: span(part), to: &cells) }
    return cells.sorted { $0.column < $1.column }
  }

  private static func add(
    _ part: TextLine, at span: Range<Int>, to row: inout [AlignedTable.AlignedCell]
  ) {
    let known = row.firstIndex {
      $0.column < span.upperBound && span.lowerBound < $0.column + $0.columnSpan
    }
    if let known {
      row[known].lines.append(part)
    } else {
      row.append(
        AlignedTable.AlignedCell(
          column: span.lowerBound, columnSpan: span.count, lines: [part]))
    }
  }

  private func bodyRows() -> [[AlignedTable.AlignedCell]] {
    let parts = body.flatMap { line in
      line.parts(between: gaps).map { (line: $0, span: span($0)) }
    }
    let lines = parts.map { RowBands.Line($0.line, column: $0.span.lowerBound) }
    // No column with two numbers: the last row of a table of the page before.
    guard let bands = RowBands(lines) else { return [cells(parts.map(\.line))] }
    var rows: [[AlignedTable.AlignedCell]] = Array(repeating: [], count: bands.bands.count)
    for part in parts {
      guard let row = bands.row(part.line.baseline) else { continue }
      Self.add(part.line, at: part.span, to: &rows[row])
    }
    return rows.map { row in row.sorted { $0.column < $1.column } }
  }
}

extension TextLine {
  /// Whether some text of the line stands right below some of another.
  fileprivate func stands(below upper: TextLine) -> Bool {
    let parts = segments(atLeast: OpenTable.partGap)
    return upper.segments(atLeast: OpenTable.partGap).contains { part in
      parts.contains { $0.box.x < part.end && part.box.x < $0.end }
    }
  }
}

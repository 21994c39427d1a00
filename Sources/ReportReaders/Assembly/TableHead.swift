internal import FiscalModel
internal import FiscalText

/// Finds the head rows of a grid, and the spans of its head cells where the format lost them.
struct TableHead {
  /// How many rows from the top are heads, the row of column numbers (栏次) included.
  let count: Int
  /// The head rows with their spans.
  let rows: [[Cell]]
  let columns: [Column]

  init(_ table: RawTable, isPerformance: Bool) {
    count = isPerformance ? 0 : Self.count(table)
    let named = Array(table.rows.prefix(count).filter { !Self.isNumberRow($0) })
    let spanned = Self.spanned(named, columns: table.columnCount)
    let numbers = table.rows.prefix(count).filter { Self.isNumberRow($0) }
    rows = spanned + numbers
    if isPerformance {
      columns = Self.indicatorColumns(table)
    } else {
      columns = (0..<table.columnCount).map { Column(path: Self.path($0, in: spanned)) }
    }
  }

  // MARK: Where the head ends

  private static let mostRows = 8

  private static func count(_ table: RawTable) -> Int {
    let rows = table.rows
    let reach = min(rows.count, mostRows)
    if let numbers = (0..<reach).first(where: { isNumberRow(rows[$0]) }) { return numbers + 1 }
    if let stated = table.headRowCount, stated > 0 { return min(stated, rows.count) }
    if let first = rows.first, isData(first) { return 0 }
    var count = min(1, rows.count)
    while count < reach, !isData(rows[count]), isOpen(Array(rows[..<count]), table.columnCount) {
      count += 1
    }
    return count
  }

  /// 栏次 1 2 3, or the numbers alone.
  static func isNumberRow(_ row: [Cell]) -> Bool {
    let inked = row.filter { !$0.text.isEmpty }
    let words = inked.filter { PageNumber.bare($0.text.utf8) == nil }
    let numbers = inked.compactMap { PageNumber.bare($0.text.utf8) }
    if words.contains(where: { DenseText.dense($0.text.utf8) == columnNumberWord }) {
      return words.count <= 2
    }
    return words.isEmpty && numbers.count >= 3 && numbers == Array(1...numbers.count)
  }

  private static let columnNumberWord = [UInt8]("栏次".utf8)
  private static let totals = ["合计", "总计", "小计"].map { [UInt8]($0.utf8) }

  /// Whether a row holds what only bodies of tables hold.
  private static func isData(_ row: [Cell]) -> Bool {
    guard let first = row.first(where: { !$0.text.isEmpty }) else { return false }
    if DenseText.isCode(first.text.utf8) { return true }
    if row.contains(where: { DenseText.isNumber($0) }) { return true }
    return row.count <= 2 && totals.contains(DenseText.dense(first.text.utf8))
  }

  /// Whether columns are still without a head of their own.
  private static func isOpen(_ rows: [[Cell]], _ columns: Int) -> Bool {
    if let last = rows.last, last.contains(where: { $0.columnSpan > 1 && $0.rowSpan == 1 }) {
      return true
    }
    var covered = [Bool](repeating: false, count: columns)
    // A head over several columns may come once for each of them.
    for row in rows where !hasRepeatedNeighbours(row) {
      for cell in row where !cell.text.isEmpty {
        for column in cell.column..<min(columns, cell.column + cell.columnSpan) {
          covered[column] = true
        }
      }
    }
    return covered.contains(false)
  }

  private static func hasRepeatedNeighbours(_ row: [Cell]) -> Bool {
    zip(row, row.dropFirst()).contains { left, right in
      !left.text.isEmpty && left.column + 1 == right.column && left.text.utf8 == right.text.utf8
    }
  }

  // MARK: Spans

  /// The rows with spans worked out for cells that have none: a head reaches over the empty cells
  /// to its right that have heads below them, and down over the empty cells under it.
  private static func spanned(_ rows: [[Cell]], columns: Int) -> [[Cell]] {
    guard rows.count > 1,
      rows.allSatisfy({ $0.allSatisfy { $0.columnSpan == 1 && $0.rowSpan == 1 } })
    else { return rows }
    var result = rows.map { $0.filter { !$0.text.isEmpty } }
    for level in rows.indices {
      for (index, cell) in result[level].enumerated() {
        let next = index + 1 < result[level].count ? result[level][index + 1].column : columns
        var width = 1
        let below = rows[(level + 1)...]
        while cell.column + width < next,
          below.contains(where: { isInked($0, cell.column + width) }),
          below.contains(where: { isInked($0, cell.column) })
        {
          width += 1
        }
        var height = 1
        while width == 1, level + height < rows.count,
          !isInked(rows[level + height], cell.column)
        {
          height += 1
        }
        result[level][index].columnSpan = width
        result[level][index].rowSpan = height
      }
    }
    return result
  }

  private static func isInked(_ row: [Cell], _ column: Int) -> Bool {
    row.contains { $0.column == column && !$0.text.isEmpty }
  }

  /// The heads over a column from top to bottom, without spaces.
  private static func path(_ column: Int, in rows: [[Cell]]) -> [String] {
    var path: [String] = []
    for row in rows {
      guard
        let cell = row.first(where: {
          $0.column <= column && column < $0.column + $0.columnSpan && !$0.text.isEmpty
        })
      else { continue }
      let name = DenseText.dense(cell.text)
      if path.last != name { path.append(name) }
    }
    return path
  }

  // MARK: Performance sheets

  private static let indicatorWord = [UInt8]("一级指标".utf8)

  static func isIndicatorHead(_ row: [Cell]) -> Bool {
    row.contains { DenseText.dense($0.text.utf8) == indicatorWord }
  }

  /// A performance sheet has its heads in the middle: the columns are named by the row that
  /// starts the indicators.
  private static func indicatorColumns(_ table: RawTable) -> [Column] {
    let head = table.rows.first { isIndicatorHead($0) } ?? []
    return (0..<table.columnCount).map { Column(path: path($0, in: [head])) }
  }
}

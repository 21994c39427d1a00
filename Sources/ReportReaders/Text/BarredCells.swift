internal import FiscalText

/// A table of which a page that lost its markup prints one cell a line, each behind or before a bar:
/// `项 目 |`, `预算数 |`, `合 计 |`, `8.40 |`. Nothing says where a row ends but that every row
/// begins with a name, and that the rest of it are numbers.
struct BarredCells {
  /// The cells of each row, empty ones with an empty range.
  let rows: [[Range<Int>]]
  /// The line behind the last cell.
  let end: Int

  private static let bar = UInt8(ascii: "|")
  private static let fewestCells = 8
  private static let mostCells = 6000
  private static let mostLinesOfCell = 3
  private static let mostBytesOfCell = 120
  private static let fewestRows = 3

  /// The table that starts at a line; nil if none does.
  init?(_ bytes: [UInt8], _ lines: [Range<Int>], from first: Int) {
    guard let (cells, end) = Self.cells(bytes, lines, from: first), cells.count >= Self.fewestCells,
      let width = Self.width(of: cells, bytes)
    else { return nil }
    let rows = stride(from: 0, to: cells.count, by: width).map { Array(cells[$0..<$0 + width]) }
    // What stands only between the rows is no column.
    let kept = (0..<width).filter { column in rows.contains { !$0[column].isEmpty } }
    self.rows = rows.map { row in kept.map { row[$0] } }
    self.end = end
  }

  // MARK: Cells

  private static func cells(
    _ bytes: [UInt8], _ lines: [Range<Int>], from first: Int
  ) -> (cells: [Range<Int>], end: Int)? {
    var cells: [Range<Int>] = []
    var (index, end) = (first, first)
    var open: Range<Int>?
    while index < lines.count {
      // No table of one cell a line is that long, and pages of links are.
      guard cells.count < mostCells else { return nil }
      let line = TextFields.trimmed(bytes, lines[index])
      guard !line.isEmpty else {
        index += 1
        continue
      }
      let isClosed = bytes[line.upperBound - 1] == bar
      let text = TextFields.trimmed(bytes, isClosed ? line.lowerBound..<line.upperBound - 1 : line)
      guard !bytes[text].contains(bar), text.count <= mostBytesOfCell else { break }
      // 一般公共 above 预算: a cell may take several lines.
      if let begun = open, !text.isEmpty {
        open = begun.lowerBound..<text.upperBound
      } else if open == nil {
        open = text
      }
      index += 1
      if isClosed {
        cells.append(open ?? text)
        open = nil
        end = index
      } else if index - end > mostLinesOfCell {
        break
      }
    }
    return cells.isEmpty ? nil : (cells, end)
  }

  // MARK: Rows

  /// How many cells a row has: the fewest with which the rows are those of a table.
  private static func width(of cells: [Range<Int>], _ bytes: [UInt8]) -> Int? {
    let kinds = cells.map { kind(of: bytes[$0]) }
    return (2...mostColumns).first { width in
      guard kinds.count.isMultiple(of: width) else { return false }
      return isTable(
        stride(from: 0, to: kinds.count, by: width).map { Array(kinds[$0..<$0 + width]) })
    }
  }

  /// Whether rows of cells, as they stand between their bars, are those of a table whose columns can be
  /// told.
  static func isTable(_ rows: [[Range<Int>]], _ bytes: [UInt8]) -> Bool {
    isTable(rows.map { row in row.map { kind(of: bytes[$0]) } })
  }

  /// Below one row of heads, each row begins with a name in one column and holds nothing but numbers
  /// behind it. Where a cell spans rows or columns, those behind it stand too far to the left.
  private static func isTable(_ rows: [[Kind]]) -> Bool {
    guard let last = rows.last, let name = last.firstIndex(where: { $0 != .empty }) else {
      return false
    }
    let body = rows.reversed().prefix { isRow($0, name) }
    guard body.count >= fewestRows, let head = rows.dropLast(body.count).last,
      head.prefix(name).allSatisfy({ $0 == .empty })
    else { return false }
    let columns = head.lastIndex { $0 != .empty } ?? -1
    return rows.count - body.count <= mostHeadRows
      && rows.dropLast(body.count + 1).allSatisfy { $0.count { $0 != .empty } < 2 }
      && head[..<(columns + 1)].dropFirst(name).allSatisfy { $0 == .name }
      && body.allSatisfy { ($0.lastIndex { $0 != .empty } ?? 0) <= columns }
      && body.allSatisfy { remark($0, name) ?? columns == columns }
  }

  private static let mostColumns = 14
  private static let mostHeadRows = 3

  /// A name with numbers behind it, and a remark at the most behind those.
  private static func isRow(_ kinds: [Kind], _ name: Int) -> Bool {
    guard name < kinds.count, kinds[name] == .name, kinds[..<name].allSatisfy({ $0 == .empty })
    else { return false }
    return kinds[(name + 1)...].allSatisfy { $0 != .name } || remark(kinds, name) != nil
  }

  /// Where the remark of a row stands; nil if it has none.
  private static func remark(_ kinds: [Kind], _ name: Int) -> Int? {
    guard let last = kinds.lastIndex(where: { $0 != .empty }), last > name + 1,
      kinds[last] == .name, kinds[(name + 1)..<last].allSatisfy({ $0 != .name })
    else { return nil }
    return last
  }

  private enum Kind {
    case empty
    case name
    case number
  }

  private static func kind(of cell: ArraySlice<UInt8>) -> Kind {
    if cell.isEmpty { return .empty }
    let isNumber = cell.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || marks.contains($0)
    }
    return isNumber ? .number : .name
  }

  private static let marks = [UInt8](".,-+% /".utf8)
}

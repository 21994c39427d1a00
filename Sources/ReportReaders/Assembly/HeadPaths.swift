internal import FiscalModel
internal import FiscalText

/// One line of heads written as paths (`本年支出/小计`), made into head rows with spans.
struct HeadPaths {
  private(set) var rows: [[Cell]] = []
  private(set) var columns: [Column] = []

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")

  init(_ heads: [Cell], columns count: Int) {
    var paths = [[TracedText]](repeating: [], count: count)
    for cell in heads where cell.column < count { paths[cell.column] = Self.parts(cell.text) }
    self.init(paths)
    columns = paths.map { Column(path: $0.map { DenseText.dense($0) }) }
  }

  /// The head rows that columns state by their paths.
  init(columns: [Column]) {
    self.init(columns.map { $0.path.map { TracedText($0) } })
    self.columns = columns
  }

  private init(_ paths: [[TracedText]]) {
    let depth = paths.map { $0.count }.max() ?? 0
    for level in 0..<depth { rows.append(Self.row(level, of: depth, paths)) }
  }

  /// The parts of a path; `\/` is a slash in a name.
  private static func parts(_ text: TracedText) -> [TracedText] {
    var parts: [TracedText] = []
    var part = TracedText()
    var start = 0
    func flush(to end: Int) { part.append(text.slice(start..<end)) }
    for (offset, byte) in text.utf8.enumerated() where byte == slash {
      if offset > 0, text.utf8[offset - 1] == backslash {
        flush(to: offset - 1)
        start = offset
      } else {
        flush(to: offset)
        parts.append(part.trimmed())
        part = TracedText()
        start = offset + 1
      }
    }
    flush(to: text.utf8.count)
    parts.append(part.trimmed())
    return parts
  }

  /// The heads of a level: neighbours with the same path down to it are one cell, and a path that
  /// ends reaches to the bottom.
  private static func row(_ level: Int, of depth: Int, _ paths: [[TracedText]]) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    while column < paths.count {
      let path = paths[column]
      guard level < path.count else {
        column += 1
        continue
      }
      let isLeaf = level == path.count - 1
      var width = 1
      while !isLeaf, column + width < paths.count,
        continues(paths[column + width], path, through: level)
      {
        width += 1
      }
      cells.append(
        Cell(
          path[level], column: column, columnSpan: width, rowSpan: isLeaf ? depth - level : 1))
      column += width
    }
    return cells
  }

  private static func continues(
    _ other: [TracedText], _ path: [TracedText], through level: Int
  ) -> Bool {
    guard other.count > level + 1 else { return false }
    return (0...level).allSatisfy { other[$0].utf8 == path[$0].utf8 }
  }
}

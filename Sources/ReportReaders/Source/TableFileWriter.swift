internal import FiscalModel
internal import FiscalText

/// Writes tables as the source format has them: as files, or as bars between paragraphs.
enum TableFileWriter {
  // MARK: Bars

  /// Whether a table is a grid and nothing else, so that it can stand between paragraphs.
  static func isPlain(_ table: Table) -> Bool {
    guard table.kind == .generic, table.title == nil, table.publicNumber == nil,
      table.department == nil, table.unitLine == nil, table.unit == nil, table.headLines.isEmpty,
      table.notes.isEmpty, table.head.count == 1, !table.rows.isEmpty
    else { return false }
    return (table.head + table.rows.map(\.cells)).allSatisfy { row in
      row.allSatisfy { $0.columnSpan == 1 && $0.rowSpan == 1 && !$0.isUncertain }
    }
  }

  static func bars(_ table: Table) -> String {
    let count = table.columns.count
    let rule = "|" + String(repeating: " --- |", count: count) + "\n"
    let rows = table.rows.map { bar($0.cells, columns: count) }
    return bar(table.head[0], columns: count) + rule + rows.joined()
  }

  private static func bar(_ cells: [Cell], columns: Int) -> String {
    var fields = [String](repeating: "", count: columns)
    for cell in cells where cell.column < columns {
      fields[cell.column] = SourceLine.escaped(cell.text.string, isStart: false, bars: true)
    }
    return "|" + fields.map { " \($0) |" }.joined() + "\n"
  }

  // MARK: Files

  static func file(_ table: Table) -> String {
    let head = headRows(table)
    var text = meta(table, headRows: head.count)
    let width = max(
      table.columns.count,
      table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0)
    for row in head { text += record(row) }
    for row in grid(table.rows.map(\.cells), columns: width) { text += record(row) }
    return text
  }

  private static func meta(_ table: Table, headRows: Int) -> String {
    var text = "# 标题：\(table.title?.string ?? "")\n"
    text += "# 公开编号：\(table.publicNumber?.string ?? "")\n"
    let department = table.department?.string ?? ""
    let isPrinted = table.department.map { Captions.isDepartment($0.utf8) } ?? false
    text += isPrinted ? "# \(department)\n" : "# 编制部门：\(department)\n"
    text += table.unitLine.map { "# \($0.string)\n" } ?? "# 单位：\n"
    switch table.kind {
    case .financial: break
    case .performance: text += "# 类型：绩效\n"
    case .generic: text += "# 类型：普通\n"
    }
    if headRows != 1 { text += "# 表头：\(headRows)\n" }
    for line in table.headLines { text += "# 行：\(line.string)\n" }
    for note in table.notes { text += "# 注：\(note.text.string)\n" }
    return text + uncertain(table)
  }

  private static func uncertain(_ table: Table) -> String {
    var places: [String] = []
    for (row, cells) in table.rows.map(\.cells).enumerated() {
      places += cells.filter(\.isUncertain).map { "\(row + 1).\($0.column + 1)" }
    }
    return places.isEmpty ? "" : "# 存疑：\(places.joined(separator: " "))\n"
  }

  /// The head as one row of paths where that says all of it, else row by row.
  private static func headRows(_ table: Table) -> [[String]] {
    guard let first = table.head.first else { return [] }
    if table.head.count == 1, first.allSatisfy({ $0.columnSpan == 1 }) {
      var fields = [String](repeating: "", count: table.columns.count)
      for cell in first where cell.column < fields.count {
        fields[cell.column] = field(name(cell.text.string))
      }
      return [fields]
    }
    if same(HeadPaths(columns: table.columns).rows, table.head) {
      return [table.columns.map { field($0.path.map(name).joined(separator: "/")) }]
    }
    return grid(table.head, columns: table.columns.count)
  }

  /// A part of a path; a slash in it is no separator.
  private static func name(_ text: String) -> String { text.replacing("/", with: "\\/") }

  private static func same(_ left: [[Cell]], _ right: [[Cell]]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { first, second in
      first.count == second.count
        && zip(first, second).allSatisfy {
          $0.text.utf8 == $1.text.utf8 && $0.column == $1.column
            && $0.columnSpan == $1.columnSpan && $0.rowSpan == $1.rowSpan
        }
    }
  }

  /// Rows of fields, with the marks of merged cells.
  private static func grid(_ rows: [[Cell]], columns: Int) -> [[String]] {
    var grid = [[String]](
      repeating: [String](repeating: "", count: columns), count: rows.count)
    for (row, cells) in rows.enumerated() {
      for cell in cells where cell.column < columns {
        let right = min(columns, cell.column + cell.columnSpan)
        for below in row..<min(rows.count, row + cell.rowSpan) {
          for column in cell.column..<right {
            grid[below][column] = column > cell.column ? "<" : "^"
          }
        }
        grid[row][cell.column] = field(cell.text.string)
      }
    }
    return grid
  }

  private static func record(_ fields: [String]) -> String {
    var fields = fields
    // A line that starts with a number sign, and an empty one, would not be a record.
    if let first = fields.first, first.hasPrefix("#") || (fields.count == 1 && first.isEmpty) {
      fields[0] = "\"\(first)\""
    }
    return fields.joined(separator: ",") + "\n"
  }

  /// A field in quotes where its text would be taken for marks.
  private static func field(_ text: String) -> String {
    let bytes = [UInt8](text.utf8)
    let isPlain =
      !bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      && text != "<" && text != "^"
      && TextFields.trimmed(bytes, 0..<bytes.count).count == bytes.count
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

import FiscalModel
import FiscalText
import Glibc

/// The tables of a source folder, read without the readers: these tests protect what is below them.
enum SampleTables {
  static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func names(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".csv") { names.append(name) }
    }
    return names.sorted()
  }

  /// A report of one part with all tables of a folder.
  static func report(_ folder: String, kind: ReportKind) -> Report {
    var report = Report()
    report.kind = kind
    report.layout = kind == .budget ? "budget" : "final-accounts"
    var part = Section()
    for name in names(folder) {
      guard let text = text("\(folder)/\(name)") else { continue }
      part.blocks.append(.table(table(text)))
    }
    report.parts = [part]
    return report
  }

  /// A table from CSV with meta lines and one head row of paths.
  static func table(_ csv: String) -> Table {
    var table = Table()
    var body = csv[...]
    while body.first == "#" {
      let line = body.prefix { !$0.isNewline }
      body = body.dropFirst(line.count + 1)
      let parts = line.dropFirst().split(separator: "：", maxSplits: 1).map {
        $0.drop { $0 == " " }
      }
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "标题": table.title = TracedText(String(parts[1]))
      case "单位": table.unit = AmountUnit(rawValue: String(parts[1]))
      default: break
      }
    }
    var lines = records(body)
    guard !lines.isEmpty else { return table }
    table.columns = lines.removeFirst().map { head in
      Column(path: head.split(separator: "/").map(String.init))
    }
    table.rows = lines.map { row($0) }
    return table
  }

  private static func row(_ fields: [String]) -> Row {
    var cells: [Cell] = []
    for (column, field) in fields.enumerated() {
      if field == "<", !cells.isEmpty {
        cells[cells.count - 1].columnSpan += 1
      } else if !field.isEmpty {
        cells.append(Cell(TracedText(field), column: column))
      }
    }
    return Row(cells)
  }

  private static func records(_ text: Substring) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields: [String] = [""]
      var isQuoted = false
      for character in line where character != "\r" {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }
}

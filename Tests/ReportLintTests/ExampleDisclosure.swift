import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import ReportReaders

@testable import ReportLint

/// An example of a rule written out as a disclosure, its marks taken out and remembered.
struct ExampleDisclosure {
  /// A marked place: what a rule must quote, and where.
  struct Mark: Hashable, CustomStringConvertible {
    var file: String
    var line: Int
    var column: Int
    var quote: String

    var description: String { "\(file):\(line):\(column)「\(quote)」" }
  }

  let folder: URL
  private(set) var marks: Set<Mark> = []
  private let example: RuleExample

  init(_ example: RuleExample) throws {
    self.example = example
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gongkai-example-\(UUID().uuidString)")
    try write(
      .init(example.text, tables: example.tables), folder, layout: example.layout,
      year: example.year)
    let own = marks
    if let last = example.last {
      try write(last, otherFolder("last"), layout: example.layout, year: example.year - 1)
    }
    if let budget = example.budget {
      try write(budget, otherFolder("budget"), layout: "budget", year: example.year)
    }
    marks = own
  }

  private func otherFolder(_ name: String) -> URL { folder.appendingPathComponent("other-\(name)") }

  private mutating func write(
    _ other: RuleExample.Other, _ folder: URL, layout: String, year: Int
  ) throws {
    let tables = folder.appendingPathComponent("tables")
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    let head = """
      ---
      layout: \(layout)
      entity: \(example.entity)
      year: \(year)
      unit: 万元
      tables: tables
      ---

      """
    let body = other.tables.keys.sorted().map { "\n\n{{表 \($0)}}" }.joined()
    let narrative = other.text + (body.isEmpty ? "" : "\n\n# 第四部分 部门决算表" + body) + "\n"
    try write(head + narrative, "disclosure.md", folder)
    for (id, content) in other.tables { try write(content + "\n", "\(id).csv", tables) }
  }

  /// The findings of one rule on the example.
  func findings(of rule: String, layouts: LayoutLibrary) throws -> [Finding] {
    var report = try ReportReader(options: ReadOptions(library: layouts)).read(paths: [folder.path])
    if !example.contents.isEmpty {
      report.contents = ContentsList(entries: example.contents.map(Self.entry))
    }
    let layout = try ReportBinder(layouts).bind(&report)
    let linter = Linter(selection: Selection(selected: [rule]))
    return try linter.lint(
      report, layout: layout, path: folder.path,
      last: example.last == nil ? nil : try published("last", layouts),
      budget: example.budget == nil ? nil : try published("budget", layouts)
    ).findings
  }

  /// An entry of a contents list, with its page behind ……, if it has one.
  private static func entry(_ line: String) -> ContentsList.Entry {
    let parts = line.components(separatedBy: "……")
    return .init(title: TracedText(parts[0]), page: parts.count == 2 ? Int(parts[1]) : nil)
  }

  /// All that the linter says about the example.
  func result(_ layouts: LayoutLibrary) throws -> LintResult {
    var report = try ReportReader(options: ReadOptions(library: layouts)).read(paths: [folder.path])
    let layout = try ReportBinder(layouts).bind(&report)
    return try Linter().lint(report, layout: layout, path: folder.path)
  }

  private func published(_ name: String, _ layouts: LayoutLibrary) throws -> PublishedDocument {
    var report = try ReportReader(options: ReadOptions(library: layouts)).read(
      paths: [otherFolder(name).path])
    let layout = try ReportBinder(layouts).bind(&report)
    return try PublishedDocument(report: report, layout: layout)
  }

  /// The place of a finding as a mark would state it.
  static func mark(_ finding: Finding) -> Mark {
    guard case .text(let path, let start, _) = finding.location else {
      return Mark(file: "", line: 0, column: 0, quote: finding.quote)
    }
    return Mark(
      file: URL(fileURLWithPath: path).lastPathComponent, line: start.line, column: start.column,
      quote: finding.quote)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private mutating func write(_ marked: String, _ name: String, _ folder: URL) throws {
    var text = ""
    var line = 1
    var column = 1
    var open: (line: Int, column: Int, quote: String)?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open = (line, column, "")
      case "⟧":
        if let mark = open {
          marks.insert(
            Mark(file: name, line: mark.line, column: mark.column, quote: mark.quote))
        }
        open = nil
      default:
        text.unicodeScalars.append(scalar)
        open?.quote.unicodeScalars.append(scalar)
        if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
      }
    }
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}

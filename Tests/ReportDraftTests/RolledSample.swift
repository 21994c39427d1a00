import FiscalModel
import FiscalNarrative
import FiscalStandards
import Foundation
import ReportReaders
import Testing

@testable import ReportDraft

/// The sample of a layout rolled forward with its own tables, in which some texts are others.
enum RolledSample {
  /// What is put into the files of a sample in the place of other texts, by the file's path.
  typealias Changes = [String: [(String, String)]]

  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameters:
  ///   - gone: tables that are not there this year.
  ///   - changes: of this year's tables, by their names.
  ///   - last: of last year's disclosure.
  static func rolled(
    _ kind: String, without gone: [String] = [], _ changes: Changes, last: Changes = [:]
  ) throws -> RolledReport {
    var now: Changes = ["disclosure.md": gone.map { ("{{表 \($0)}}", "") }]
    for (name, edits) in changes { now["tables/\(name).csv"] = edits }
    let library = try LayoutLibrary(path: checkout.appendingPathComponent("Layouts").path)
    let layout = try library.layout(kind)
    let reader = ReportReader(options: ReadOptions(library: library, layout: kind))
    let old = try with(last, in: kind) { try reader.read(paths: [$0]) }
    // Only the tables of the other copy are taken.
    let tables = try with(now, in: kind) { try reader.read(paths: [$0]) }
    var roller = try ReportRoller(
      try DisclosureReading(old, layout: layout), glossary: try layout.glossary(),
      tables: tables, year: try #require(old.year) + 1)
    return roller.rolled()
  }

  private static func with<Result>(
    _ changes: Changes, in kind: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: checkout.appendingPathComponent("Layouts/\(kind)/sample"), to: folder)
    for (name, edits) in changes {
      let file = folder.appendingPathComponent(name)
      var text = try String(contentsOf: file, encoding: .utf8)
      for (old, new) in edits {
        try #require(text.contains(old))
        text = text.replacingOccurrences(of: old, with: new)
      }
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try body(folder.path)
  }

  /// The first paragraph that has a text in it.
  static func paragraph(_ words: String, of rolled: RolledReport) throws -> String {
    let texts = rolled.report.allSections.flatMap(\.blocks).compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text.string } else { nil }
    }
    return try #require(texts.first { $0.contains(words) })
  }
}

import Foundation
import Testing

@testable import GongkaiCommand

/// The real disclosures beside the checkout, if they are there.
private enum Corpus {
  private static let folder = URL(fileURLWithPath: CommandTester.checkout)
    .deletingLastPathComponent().appendingPathComponent("shared/corpus").path

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

  /// The files of a document, by the start of their names.
  static func files(_ name: String) throws -> [String] {
    try ["text", "pdf"].flatMap { kind in
      try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")
        .filter { $0.hasPrefix(name) }.sorted().map { "\(folder)/\(kind)/\($0)" }
    }
  }
}

/// Real disclosures that are imported to the source format.
struct CorpusImportTests {
  @Test(
    .enabled(if: Corpus.isThere, "the corpus is not beside the checkout (../shared)"),
    arguments: ["000", "001", "002", "003", "H02", "H08", "H11", "H18", "H26", "H27"])
  func `an imported document lints to the same findings`(name: String) async throws {
    let files = try Corpus.files(name)
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/新"
    let run = try await CommandTester().run(
      ["import"] + files + ["--format", "source", "-o", copy])
    #expect(run.status == 0)
    let before = try await DocumentComparison(files)
    let after = try await DocumentComparison([copy])
    #expect(before.model.count > 20)
    // Where the glyphs of a PDF stand says nothing of spaces, those of a typed text are meant.
    #expect(after.findings.filter { !$0.hasPrefix("TX10 ") } == before.findings)
    #expect(after.numbers == before.numbers)
  }
}

import Foundation
import Testing

@testable import GongkaiCommand

/// A disclosure stays the same whichever way it goes through files.
struct RoundTripTests {
  private static let layouts = "\(CommandTester.checkout)/Layouts"
  private static let samples = [
    "final-accounts/sample", "final-accounts/sample-faulty", "budget/sample",
  ]

  @Test(arguments: samples, ["公文", "大字", "紧凑"])
  func `a rendered PDF reads back to the same document`(sample: String, style: String) async throws
  {
    let folder = try TemporaryFolder()
    let source = "\(Self.layouts)/\(sample)"
    let file = "\(folder.path)/公开.pdf"
    let run = try await CommandTester().run(
      "render", source, "-o", file, "--style", style, "--free-fonts")
    #expect(run.status == 0)
    try await expectSame([file], as: [source])
  }

  @Test(arguments: samples)
  func `a rendered PDF that is imported lints to the same findings`(sample: String) async throws {
    let folder = try TemporaryFolder()
    let source = "\(Self.layouts)/\(sample)"
    let file = "\(folder.path)/公开.pdf"
    let tester = CommandTester()
    #expect(try await tester.run("render", source, "-o", file, "--free-fonts").status == 0)
    let copy = "\(folder.path)/新"
    let run = try await tester.run("import", file, "--format", "source", "-o", copy)
    #expect(run.status == 0)
    try await expectSame([copy], as: [source])
  }

  @Test(arguments: samples)
  func `a Word file that is exported reads back to the same document`(sample: String) async throws {
    let folder = try TemporaryFolder()
    let source = "\(Self.layouts)/\(sample)"
    let (file, again) = ("\(folder.path)/公开.docx", "\(folder.path)/再写.docx")
    let tester = CommandTester()
    #expect(try await tester.run("export", source, "-o", file).status == 0)
    try await expectSame([file], as: [source])
    // What was read is written as it was.
    #expect(try await tester.run("export", file, "-o", again).status == 0)
    try await expectSame([again], as: [file])
  }

  @Test(.enabled(if: OfficePair.isAvailable, "没有安装 python-docx 和 openpyxl"), arguments: samples)
  func `Word and Excel files of other programs lint to the same findings`(
    sample: String
  ) async throws {
    let folder = try TemporaryFolder()
    let source = "\(Self.layouts)/\(sample)"
    try OfficePair.write(source, to: folder.path)
    try await expectSame(["\(folder.path)/全文.docx"], as: [source])
    let pair = try await DocumentComparison(["说明.docx", "表.xlsx"].map { "\(folder.path)/\($0)" })
    let original = try await DocumentComparison([source])
    #expect(pair.findings == original.findings && pair.numbers == original.numbers)
    // Sheets come in the workbook's order.
    let lines = (pair.model.sorted(), original.model.sorted())
    #expect(lines.0.difference(from: lines.1).isEmpty)
  }

  private func expectSame(_ paths: [String], as original: [String]) async throws {
    let before = try await DocumentComparison(original)
    let after = try await DocumentComparison(paths)
    #expect(after.differences(from: before).isEmpty)
    #expect(after.findings == before.findings)
    #expect(after.numbers == before.numbers)
    #expect(before.model.count > 300)
  }
}

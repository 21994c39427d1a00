import Foundation
import Testing

@testable import GongkaiCommand

/// The program itself, as a process.
struct ProcessTests {
  /// The program beside the test bundle; nil where only the tests were built.
  private static let program: String? = {
    guard let bundle = resolvedPath("/proc/self/exe") else { return nil }
    let path = FileSystem.parent(of: bundle) + "/gongkai"
    return FileSystem.isFile(path) ? path : nil
  }()

  private func shell(_ script: String, in folder: String) throws -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["GONGKAI"] = Self.program
    environment["SAMPLE"] = CommandTester.sample
    environment["GONGKAI_LAYOUTS"] = nil
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test(.enabled(if: program != nil, "the program was not built"))
  func `it works from any folder, without being told where its layouts are`() throws {
    let folder = try TemporaryFolder()
    let run = try shell("\"$GONGKAI\" new 新 && \"$GONGKAI\" import 新", in: folder.path)
    #expect(run.status == 0 && run.output.contains("新：云汀市民政局　2024年度部门决算"))
  }

  @Test(.enabled(if: program != nil, "the program was not built"))
  func `a write that breaks off leaves the old file, and nothing beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a.pdf", "old")
    let run = try shell(
      "ulimit -f 8; \"$GONGKAI\" render \"$SAMPLE\" -o a.pdf", in: folder.path)
    #expect(run.status == 2 && run.output.contains("a.pdf：无法写入：文件太大"), "\(run.output)")
    #expect(try folder.contents() == ["a.pdf": Data("old".utf8)])
  }

  @Test(.enabled(if: program != nil, "the program was not built"))
  func `a kill at any moment leaves the old file`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a.pdf", "old")
    let run = try shell(
      """
      for delay in 0 0.005 0.02 0.05 0.1 0.2 0.3; do
        "$GONGKAI" render "$SAMPLE" -o a.pdf 2>/dev/null & child=$!
        sleep $delay
        kill -9 $child 2>/dev/null
        wait $child 2>/dev/null
        head -c 5 a.pdf | grep -q -e '^old' -e '^%PDF-' || exit 1
        if ! grep -q '^old' a.pdf; then tail -c 6 a.pdf | grep -q '%%EOF' || exit 2; fi
      done
      """, in: folder.path)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(.enabled(if: program != nil, "the program was not built"))
  func `without a terminal there are neither colours nor progress`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.txt"] { try folder.file(name, "第一部分 部门概况\n") }
    let run = try shell("\"$GONGKAI\" lint .", in: folder.path)
    #expect(run.status < 2)
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\r"))
  }
}

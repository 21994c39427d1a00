import FiscalText
import Foundation
import Testing

@testable import GongkaiCommand

/// Help as it is printed, kept in `Tests/Fixtures/help`. Written anew where `GONGKAI_UPDATE_SNAPSHOTS` is
/// set.
struct HelpTests {
  private static let names = [""] + CommandName.allCases.map(\.rawValue)

  @Test(arguments: names)
  func `help is as it was read and approved`(name: String) async throws {
    let run = try await CommandTester().run(name.isEmpty ? ["--help"] : [name, "--help"])
    let file = name.isEmpty ? "gongkai" : name
    let path = "\(CommandTester.checkout)/Tests/Fixtures/help/\(file).txt"
    if ProcessInfo.processInfo.environment["GONGKAI_UPDATE_SNAPSHOTS"] != nil {
      try run.output.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output == (try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test(arguments: names)
  func `help fits a terminal`(name: String) async throws {
    let run = try await CommandTester().run(name.isEmpty ? ["--help"] : [name, "--help"])
    for line in run.output.split(separator: "\n") {
      #expect(terminalWidth(String(line)) <= 110, "\(line)")
    }
  }

  @Test func `help of a command is the same by both ways`() async throws {
    let tester = CommandTester()
    #expect(
      try await tester.run("help", "lint").output == tester.run("lint", "nothing", "-h").output)
  }

  @Test func `without a command the help goes to the errors, with status 2`() async throws {
    let run = try await CommandTester().run()
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("用法："))
  }

  @Test func `every option of every command is told in the help of the command`() {
    for form in CommandName.allCases.map(\.form) {
      let help = HelpText.command(form)
      for option in form.options { #expect(help.contains(option.synopsis)) }
    }
  }
}

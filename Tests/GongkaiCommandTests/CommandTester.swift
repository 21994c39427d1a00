import Foundation

@testable import GongkaiCommand

/// Runs the tool inside the test with its outputs caught.
struct CommandTester {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The checkout that holds this file.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let sample = "\(checkout)/Layouts/final-accounts/sample"
  static let faultySample = "\(checkout)/Layouts/final-accounts/sample-faulty"

  var environment = [
    "GONGKAI_LAYOUTS": "\(checkout)/Layouts", "GONGKAI_FONTS": "\(checkout)/Fonts",
  ]
  var executable: String? = nil

  func run(_ arguments: String...) async throws -> Run { try await run(arguments) }

  func run(_ arguments: [String]) async throws -> Run {
    let folder = try TemporaryFolder()
    let paths = (output: "\(folder.path)/output", errors: "\(folder.path)/errors")
    let output = open(paths.output, O_RDWR | O_CREAT, 0o600)
    let errors = open(paths.errors, O_RDWR | O_CREAT, 0o600)
    defer {
      close(output)
      close(errors)
    }
    let status = Command.run(
      arguments[...], in: surroundings(Console(output: output, errors: errors)))
    return Run(
      status: status, output: try String(contentsOfFile: paths.output, encoding: .utf8),
      errors: try String(contentsOfFile: paths.errors, encoding: .utf8))
  }

  func surroundings(_ console: Console) -> Surroundings {
    Surroundings(
      console: console, executable: executable, environment: environment, processors: 2)
  }
}

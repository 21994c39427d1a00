import Foundation

/// A program of the machine that judges what the tool writes.
struct Program {
  let path: String

  /// nil when it is not installed.
  init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let paths = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    self.path = path
  }

  /// A Python that has a module: `GONGKAI_PYTHON` or the one in the path.
  static func python(with module: String) -> Program? {
    let name = ProcessInfo.processInfo.environment["GONGKAI_PYTHON"] ?? "python3"
    guard let program = Program(name),
      (try? program.run(["-c", "import \(module)"]))?.status == 0
    else { return nil }
    return program
  }

  func run(_ arguments: [String]) throws -> (status: Int32, output: String, messages: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let folder = try TemporaryFolder()
    let files = [try folder.file("output", ""), try folder.file("messages", "")]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files[0]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files[1]))
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try folder.read("output"), try folder.read("messages"))
  }
}

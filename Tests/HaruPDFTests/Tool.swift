internal import Foundation

/// A program of the machine that judges PDF files.
struct Tool: Sendable {
  let path: String

  /// nil when the program is not installed.
  init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return nil
    }
    self.path = path
  }

  /// Runs the program; gives its exit status, output and messages.
  func run(_ arguments: [String]) throws -> (status: Int32, output: String, messages: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let folder = try TemporaryFolder()
    let output = try folder.file("output")
    let messages = try folder.file("messages")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self),
      String(decoding: try Data(contentsOf: messages), as: UTF8.self)
    )
  }

  /// A Python that has a module: `GONGKAI_PYTHON` or the one in the path; nil when it does not.
  static func python(with module: String) -> Tool? {
    let name = ProcessInfo.processInfo.environment["GONGKAI_PYTHON"] ?? "python3"
    let tool = name.contains("/") ? Tool(path: name) : Tool(name)
    guard let tool, (try? tool.run(["-c", "import \(module)"]))?.status == 0 else { return nil }
    return tool
  }

  private init(path: String) { self.path = path }
}

/// A folder that goes when nobody needs it any more.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, bytes: [UInt8] = []) throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file
  }
}

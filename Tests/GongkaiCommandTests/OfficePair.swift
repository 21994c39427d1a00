import Foundation

/// Runs Tests/Tools/office_pair.py, which writes Word and Excel files with python-docx and
/// openpyxl.
enum OfficePair {
  private static var python: String {
    ProcessInfo.processInfo.environment["GONGKAI_PYTHON"] ?? "python3"
  }

  static var isAvailable: Bool { (try? run(["-c", "import docx, openpyxl"])) == 0 }

  static func write(_ source: String, to folder: String) throws {
    let status = try run(["\(CommandTester.checkout)/Tests/Tools/office_pair.py", source, folder])
    guard status == 0 else { throw Failure(status: status) }
  }

  struct Failure: Error { var status: Int32 }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

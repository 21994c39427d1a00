import Foundation

/// Runs poppler's pdftotext.
enum Pdftotext {
  static var isAvailable: Bool { (try? run(["-v"])) != nil }

  /// The lines of each page in the order of the file's content.
  static func pages(_ path: String) throws -> [[String]] {
    try run(["-raw", path, "-"]).split(separator: "\u{C}").map { page in
      page.split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Failure: Error { var status: Int32 }
}

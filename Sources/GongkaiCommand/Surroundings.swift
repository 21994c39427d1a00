internal import FiscalText
internal import Glibc

/// The world around a command: where it writes, and where it stands.
struct Surroundings: Sendable {
  var console: Console
  /// The running program's file, links resolved; nil where the system does not tell.
  var executable: String?
  var environment: [String: String]
  /// How many documents are worked on at a time.
  var processors: Int

  /// Those of the running process.
  static var process: Surroundings {
    let names = ["GONGKAI_LAYOUTS", "GONGKAI_FONTS", "NO_COLOR", "TERM", "SOURCE_DATE_EPOCH"]
    var environment = [String: String](minimumCapacity: names.count)
    for name in names { environment[name] = getenv(name).map { String(cString: $0) } }
    return Surroundings(
      console: Console(output: STDOUT_FILENO, errors: STDERR_FILENO),
      executable: linkTarget("/proc/self/exe"), environment: environment,
      processors: Threads.processors)
  }
}

/// Where a link leads to; nil if it is none.
private func linkTarget(_ path: String) -> String? {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(PATH_MAX)) { buffer in
    let length = buffer.withMemoryRebound(to: CChar.self) { characters in
      characters.baseAddress.map { readlink(path, $0, characters.count) } ?? 0
    }
    guard length > 0 else { return nil }
    return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<length]), as: UTF8.self)
  }
}

/// A path without links, `.` and `..`; nil if it leads nowhere.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

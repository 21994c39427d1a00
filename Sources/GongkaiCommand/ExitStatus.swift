/// How a command ended.
enum ExitStatus: Int32, Sendable, Comparable {
  case clean = 0
  /// There are findings at or above the threshold.
  case findings = 1
  /// The tool could not do its work.
  case failure = 2

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

internal import Synchronization

/// Whether the process is this program. What concerns a process as a whole, its heap and where its
/// threads run, is the affair of the other one where a program uses this one as a library.
public enum OwnProcess {
  private static let claimed = Atomic(false)

  /// The process is this program.
  public static func claim() { claimed.store(true, ordering: .relaxed) }

  static var isClaimed: Bool { claimed.load(ordering: .relaxed) }
}

internal import Synchronization

/// On which processors the threads run that work on one document together.
///
/// Left to itself, a thread that is woken may join whoever woke it on one processor while its own
/// stands still (that of a virtual machine counts as taken while it sleeps), and half of what the
/// second thread brings is lost for as long as a short document takes.
public enum ThreadPlaces {
  private static let others = Mutex<ProcessorSet?>(nil)

  /// Keeps the calling thread where it is, and all that are begun from now on off its processor.
  static func keepCaller() {
    guard OwnProcess.isClaimed else { return }
    others.withLock { others in
      if others == nil { others = ProcessorSet.ofCaller.keepingCaller() }
    }
  }

  /// Has a process that the calling thread has just begun run where other threads do, and not only
  /// where its parent is kept.
  public static func place(_ child: Int32) { ofNext?.place(child) }

  /// Where a thread that is begun now shall run; nil for wherever the system puts it.
  static var ofNext: ProcessorSet? { others.withLock { $0 } }
}

internal import Synchronization

/// A thread that does one thing after the other, for the whole life of the process.
final class Helper: Sendable {
  private let works = Mutex<[@Sendable () -> Void]>([])
  private let arrivals = Semaphore()

  /// Begins a thread. What it is given is left undone if the system has none.
  init() {
    BackgroundThread.start { self.run() }
  }

  /// Does something behind all that was given before.
  func begin(_ work: @escaping @Sendable () -> Void) {
    works.withLock { $0.append(work) }
    arrivals.signal()
  }

  private func run() {
    while true {
      arrivals.wait()
      works.withLock { $0.removeFirst() }()
    }
  }
}

internal import Glibc

/// Counts arrivals, and lets whoever waits for them sleep meanwhile (POSIX `sem_t`).
public struct Semaphore: ~Copyable, @unchecked Sendable {
  private let handle: UnsafeMutablePointer<sem_t>

  public init() {
    handle = .allocate(capacity: 1)
    sem_init(handle, 0, 0)
  }

  deinit {
    sem_destroy(handle)
    handle.deallocate()
  }

  /// One more has arrived.
  public func signal() { sem_post(handle) }

  /// Takes one arrival. Sleeps until there is one only if none comes soon: to be woken takes longer
  /// than most waits here.
  public func wait() {
    for _ in 0..<Self.patience {
      if sem_trywait(handle) == 0 { return }
      sched_yield()
    }
    // A signal to the process interrupts it.
    while sem_wait(handle) != 0 {}
  }

  /// How often others are let through first: less than a millisecond.
  private static let patience = 500
}

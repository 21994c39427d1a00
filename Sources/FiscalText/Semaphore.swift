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

  /// Takes one arrival, and sleeps until there is one.
  public func wait() {
    // A signal to the process interrupts it.
    while sem_wait(handle) != 0 {}
  }
}

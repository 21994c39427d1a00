internal import Glibc

/// Threads of the system. Dispatch would bring a pool and much besides, for which every start of the
/// program would pay, whether it needs a second thread or not.
public enum BackgroundThread {
  /// Does something beside what the caller goes on with.
  ///
  /// - Returns: whether the system had a thread for it; nothing has been done if not.
  @discardableResult
  public static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let task = Unmanaged.passRetained(Task(work))
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    ThreadPlaces.ofNext?.place(&attributes)
    let error = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, task.toOpaque())
    guard error == 0 else {
      task.release()
      return false
    }
    return true
  }

  private final class Task: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}

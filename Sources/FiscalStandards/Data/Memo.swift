internal import Synchronization

/// Values that are worked out when they are first asked for, and shared by all who ask later, on
/// whatever thread.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  public init() {}

  /// The value of a key. Whoever asks while it is being worked out waits for it; a failure is not
  /// kept.
  ///
  /// - Parameter make: works the value out; it must not ask the same memo.
  public func value<Failure: Error>(
    of key: Key, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result: Result<Value, Failure> = values.withLock { values in
      if let known = values[key] { return .success(known) }
      do throws(Failure) {
        let value = try make()
        values[key] = value
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

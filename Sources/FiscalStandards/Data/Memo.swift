internal import Synchronization

/// Values that are worked out when they are first asked for, and shared by all who ask later, on
/// whatever thread.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// A value, and the lock of whoever works it out.
  private final class Place: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let places = Mutex<[Key: Place]>([:])

  public init() {}

  /// The value of a key. Whoever asks while it is being worked out waits for it; a failure is not
  /// kept.
  ///
  /// - Parameter make: works the value out; it must not ask the same memo.
  public func value<Failure: Error>(
    of key: Key, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let place = places.withLock { places in
      let place = places[key] ?? Place()
      places[key] = place
      return place
    }
    let result: Result<Value, Failure> = place.value.withLock { known in
      if let known { return .success(known) }
      do throws(Failure) {
        let value = try make()
        known = value
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

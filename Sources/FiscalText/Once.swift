public import Synchronization

/// A value that is worked out when it is first asked for, and shared by all who ask later, on
/// whatever thread.
public final class Once<Value: Sendable>: Sendable {
  @usableFromInline let known = Mutex<Value?>(nil)
  @usableFromInline let make: @Sendable () -> Value

  /// - Parameter make: works the value out; it must not ask for it.
  @inlinable
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value. Whoever asks while it is being worked out waits for it.
  @inlinable
  public var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}

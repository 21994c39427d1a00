/// What is not freed before the process ends.
///
/// A report and all that was worked out about it are some hundred thousand objects. A process that
/// ends anyway leaves them to the system, which frees them at once.
public enum Keepsake {
  private final class Holder<Value> {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// Keeps a value as long as the process lives. Only for what is the last of its kind.
  public static func keep<Value>(_ value: Value) {
    _ = Unmanaged.passRetained(Holder(value))
  }
}

internal import Dispatch
internal import Synchronization

/// A thread that does one thing after the other. It begins when it is first asked for something.
final class Helper: Sendable {
  private let queue: DispatchQueue
  private let hasBegun = Atomic(false)

  init(number: Int) { queue = DispatchQueue(label: "helper \(number)") }

  func async(_ work: @escaping @Sendable () -> Void) {
    begin()
    queue.async(execute: work)
  }

  /// Makes the thread and its heap.
  func begin() {
    if hasBegun.exchange(true, ordering: .relaxed) { return }
    queue.async(execute: Heap.takeHugePages)
  }
}

internal import Synchronization

/// Work in numbered parts, which threads take one by one. Whoever gave it does what helpers, who may
/// be busy with other things, do not take.
final class SharedWork: Sendable {
  private let count: Int
  private let part: @Sendable (Int) -> Void
  private let next = Atomic<Int>(0)

  private struct State {
    var helpers = 0
    /// Nobody begins to help any more.
    var isOver = false
  }
  private let state = Mutex(State())
  private let lastLeft = Semaphore()

  init(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    (self.count, self.part) = (count, part)
  }

  /// What a helper does.
  func help() {
    let joins = state.withLock { state in
      if !state.isOver { state.helpers += 1 }
      return !state.isOver
    }
    guard joins else { return }
    takeParts()
    let isLast = state.withLock { state in
      state.helpers -= 1
      return state.isOver && state.helpers == 0
    }
    if isLast { lastLeft.signal() }
  }

  /// What the giver does; all parts are done behind it.
  func finish() {
    takeParts()
    let mustWait = state.withLock { state in
      state.isOver = true
      return state.helpers > 0
    }
    if mustWait { lastLeft.wait() }
  }

  private func takeParts() {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      part(number)
    }
  }
}

internal import FiscalText
internal import Synchronization

/// Does work on several inputs at a time and hands the outcomes on in the order of the inputs, so
/// that no more than a few are held.
enum OrderedWork {
  static func run<Input: Sendable, Outcome: Sendable>(
    _ inputs: [Input], width: Int, _ work: @escaping @Sendable (Input) -> Outcome,
    consume: (Outcome) throws -> Void
  ) throws {
    guard inputs.count > 1, width > 1 else {
      for input in inputs { try consume(work(input)) }
      return
    }
    let shelf = Shelf<Outcome>()
    var started = 0
    for index in inputs.indices {
      while started < inputs.count, started - index < width {
        let (number, input) = (started, inputs[started])
        let put: @Sendable () -> Void = { shelf.put(work(input), at: number) }
        if !BackgroundThread.start(put) { put() }
        started += 1
      }
      do {
        try consume(shelf.take(index))
      } catch {
        // Files that are being written shall be whole.
        for other in (index + 1)..<started { _ = shelf.take(other) }
        throw error
      }
    }
  }

  /// Outcomes that wait for their turn: each is put there once and taken once.
  private final class Shelf<Outcome: Sendable>: Sendable {
    private let outcomes = Mutex<[Int: Outcome]>([:])
    private let arrival = Semaphore()

    func put(_ outcome: Outcome, at index: Int) {
      outcomes.withLock { $0[index] = outcome }
      arrival.signal()
    }

    /// Waits for an outcome.
    func take(_ index: Int) -> Outcome {
      while true {
        if let outcome = outcomes.withLock({ $0.removeValue(forKey: index) }) { return outcome }
        arrival.wait()
      }
    }
  }
}

/// Does work on several inputs at a time and hands the outcomes on in the order of the inputs, so
/// that no more than a few are held.
enum OrderedWork {
  static func run<Input: Sendable, Outcome: Sendable>(
    _ inputs: [Input], width: Int, _ work: @escaping @Sendable (Input) -> Outcome,
    consume: (Outcome) throws -> Void
  ) async throws {
    guard inputs.count > 1, width > 1 else {
      for input in inputs { try consume(work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var started = 0
      var waiting: [Int: Outcome] = [:]
      var consumed = 0
      while consumed < inputs.count {
        // An outcome that waits for an earlier one counts as running: it holds memory too.
        while started < inputs.count, started - consumed < width {
          let (index, input) = (started, inputs[started])
          group.addTask { (index, work(input)) }
          started += 1
        }
        guard let (index, outcome) = try await group.next() else { break }
        waiting[index] = outcome
        while let next = waiting.removeValue(forKey: consumed) {
          try consume(next)
          consumed += 1
        }
      }
    }
  }
}

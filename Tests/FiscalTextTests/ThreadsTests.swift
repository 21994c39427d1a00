import FiscalText
import Testing

@Suite("Work shared among threads")
struct ThreadsTests {
  private let threads = Threads(isParallel: true)

  @Test("Every part is done once, its result in its place", arguments: [0, 1, 2, 3, 1_000])
  func parts(count: Int) {
    #expect(threads.map(count) { $0 * 2 } == (0..<count).map { $0 * 2 })
    let sizes = (0..<count).map { $0 % 7 }
    #expect(threads.map(count, sizes: sizes) { "\($0)" } == (0..<count).map { "\($0)" })
  }

  @Test("A part may share its own work, however busy the helpers are")
  func nested() {
    let sums = threads.map(20) { [threads] outer in
      threads.map(50) { outer * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { $0 * 1_225 })
    let (left, right) = threads.both({ [threads] in threads.map(3) { $0 } }, { 7 })
    #expect(left == [0, 1, 2])
    #expect(right == 7)
  }

  @Test("What is done ahead does not keep shared work waiting")
  func ahead() {
    Threads.ahead { _ = (0..<100_000).reduce(0) { $0 &+ $1 } }
    #expect(threads.map(10) { $0 } == Array(0..<10))
  }

  @Test("A thread of the system tells that its work is done")
  func background() {
    let done = Done()
    for _ in 0..<20 {
      if !BackgroundThread.start({ done.semaphore.signal() }) { done.semaphore.signal() }
    }
    for _ in 0..<20 { done.semaphore.wait() }
  }

  private final class Done: Sendable {
    let semaphore = Semaphore()
  }
}

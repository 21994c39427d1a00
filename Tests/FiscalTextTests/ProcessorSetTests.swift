import Glibc
import Synchronization
import Testing

@testable import FiscalText

@Suite("Processors on which threads run")
struct ProcessorSetTests {
  @Test("A thread that is kept stays on one processor, and the others are left to others")
  func keeping() {
    // In a thread of its own: it stays kept.
    let seen = inOtherThread {
      let all = ProcessorSet.ofCaller
      let others = all.keepingCaller()
      return (all: all.count, others: others?.count, own: ProcessorSet.ofCaller.count)
    }
    #expect(seen.all >= 1)
    if let others = seen.others {
      #expect(others == seen.all - 1)
      #expect(seen.own == 1)
    } else {
      #expect(seen.own == seen.all)
    }
  }

  @Test("Who has one processor only is not kept")
  func single() {
    let again = inOtherThread {
      _ = ProcessorSet.ofCaller.keepingCaller()
      return ProcessorSet.ofCaller.count == 1 && ProcessorSet.ofCaller.keepingCaller() != nil
    }
    #expect(!again)
  }

  @Test(
    "A process that is placed runs on the processors of the set only",
    .enabled(if: Threads.processors > 1, "skipped: this machine has one processor"))
  func process() throws {
    let others = try #require(inOtherThread { ProcessorSet.ofCaller.keepingCaller() })
    var child = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("60"), nil]
    defer { for argument in arguments { free(argument) } }
    #expect(posix_spawnp(&child, "sleep", nil, nil, &arguments, environ) == 0)
    defer {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    others.place(child)
    #expect(ProcessorSet.of(child).count == others.count)
  }

  @Test("Threads are left alone in a process that is not the program's own")
  func foreign() {
    let before = ProcessorSet.ofCaller.count
    _ = Threads(isParallel: true).map(4) { $0 }
    #expect(ProcessorSet.ofCaller.count == before)
    #expect(ThreadPlaces.ofNext == nil)
  }

  private func inOtherThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let result = Result<Value>()
    let body: @Sendable () -> Void = {
      result.value.withLock { $0 = work() }
      result.done.signal()
    }
    if !BackgroundThread.start(body) { body() }
    result.done.wait()
    return result.value.withLock { $0 } ?? work()
  }

  private final class Result<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let done = Semaphore()
  }
}

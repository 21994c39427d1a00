internal import Synchronization

/// How the work on one document is spread over the processors.
public struct Threads: Sendable {
  /// Whether more than one thread may be used.
  public var isParallel: Bool

  public init(isParallel: Bool = false) { self.isParallel = isParallel }

  /// Does two things, at the same time if that is allowed.
  public func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let (one, two, _) = both(beside: 0, first, second) { $0 }
    return (one, two)
  }

  /// Does two long things, and beside them short ones, which whoever is done first begins with.
  public func both<First: Sendable, Second: Sendable, Each: Sendable>(
    beside count: Int, _ first: @escaping @Sendable () -> First,
    _ second: @escaping @Sendable () -> Second, each: @escaping @Sendable (Int) -> Each
  ) -> (First, Second, [Each]) {
    guard isParallel else { return (first(), second(), (0..<count).map(each)) }
    let one = Mutex<First?>(nil)
    let two = Mutex<Second?>(nil)
    let others = map(count + 2) { turn -> Each? in
      switch turn {
      case 0:
        let value = first()
        one.withLock { $0 = value }
      case 1:
        let value = second()
        two.withLock { $0 = value }
      default: return each(turn - 2)
      }
      return nil
    }
    return (
      one.withLock { $0 } ?? first(), two.withLock { $0 } ?? second(), others.compactMap { $0 }
    )
  }

  /// What becomes of each number below a count, in order.
  ///
  /// - Parameter sizes: how long each takes. The longest are begun first, so that no processor is
  ///   left with one of them at the end. Without it they are begun in order.
  public func map<Result: Sendable>(
    _ count: Int, sizes: [Int]? = nil, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard isParallel else { return (0..<count).map(transform) }
    let order = sizes.map { sizes in sizes.indices.sorted { sizes[$0] > sizes[$1] } }
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let slots = buffer.baseAddress.map(Slots.init) else { return }
      share(count) { turn in
        let index = order?[turn] ?? turn
        slots.first.advanced(by: index).initialize(to: transform(index))
      }
      initialized = count
    }
  }

  /// Does small things that will be asked for soon, one after the other, beside what the caller goes
  /// on with.
  public static func ahead(_ work: @escaping @Sendable () -> Void) {
    helpers[0].begin(work)
  }

  /// For each processor but the caller's one thread, which does one thing after the other: to make
  /// others, each with a heap of its own, costs more than many a work takes.
  private static let helpers: [Helper] = {
    let count = max(2, processors) - 1
    ThreadPlaces.keepCaller()
    return (0..<count).map { _ in Helper() }
  }()

  /// How many processors the process may use.
  public static let processors = max(1, ProcessorSet.ofCaller.count)

  private func share(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    let work = SharedWork(count, part)
    for helper in Self.helpers.prefix(max(0, count - 1)) { helper.begin { work.help() } }
    work.finish()
  }

  /// Memory for results, each of which is written once, by one thread.
  private struct Slots<Result>: @unchecked Sendable {
    let first: UnsafeMutablePointer<Result>
  }
}

internal import CMalloc
internal import FiscalText
internal import Glibc

/// How memory grows.
enum Heap {
  /// In a few big steps, and not with a system call for every few pages: the heap of a thread is
  /// 64 MB of addresses, of which what nobody touches takes no memory.
  static func growInBigSteps() {
    mallopt(M_TOP_PAD, 60 << 20)
    // Arrays that grow find their place in it too.
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
  }

  /// What reading and checking a disclosure touches of the heap of its own thread and of that of
  /// the other, in bytes.
  private static let need = (own: 2 << 20, other: 1 << 20)

  /// Has another thread ask the system for pages that will be touched soon, many at a time: where
  /// this thread comes to one that is not there, it has to stop.
  static func prepare() {
    guard let start = stretch(need.own) else { return }
    Threads.ahead {
      if let start = stretch(need.other) { populate(start, need.other) }
      populate(start, need.own)
    }
  }

  /// Addresses of the calling thread's heap that are free and come next.
  private static func stretch(_ size: Int) -> UInt? {
    let memory = malloc(size)
    defer { free(memory) }
    return memory.map { UInt(bitPattern: $0) }
  }

  /// Pages that hold something keep it. A system that does not know how gives them when they are
  /// touched.
  private static func populate(_ start: UInt, _ size: Int) {
    let page = UInt(getpagesize())
    let first = (start + page - 1) / page * page
    _ = madvise(UnsafeMutableRawPointer(bitPattern: first), size, MADV_POPULATE_WRITE)
  }
}

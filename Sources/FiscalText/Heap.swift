internal import CGlibcExtensions
internal import Glibc

/// How memory grows.
public enum Heap {
  /// In a few big steps, and not with a system call for every few pages: the heap of a thread is
  /// 64 MB of addresses, of which what nobody touches takes no memory.
  public static func growInBigSteps() {
    mallopt(M_TOP_PAD, Int32(step))
    mallopt(M_TRIM_THRESHOLD, Int32.max)
    // Arrays that grow find their place in it too.
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
  }

  /// Has the heap of the calling thread take memory in pages of 2 MB from their next boundary on.
  /// Where a thread comes to one of 4 KB that is not there it has to stop, for some thousand times
  /// in a document.
  ///
  /// For work that needs a few megabytes: of many of them some may have to be brought together first,
  /// which takes longer than they save. What stands before the boundary is skipped, but not touched,
  /// so that it takes no memory. Where the system has no huge pages it gives small ones.
  public static func takeHugePages() {
    guard OwnProcess.isClaimed, let next = malloc(margin) else { return }
    let start = UInt(bitPattern: next)
    free(next)
    let skipped = Int(boundary(behind: start + UInt(2 * margin)) - start) - margin
    guard let filler = malloc(skipped) else { return }
    let first = boundary(behind: UInt(bitPattern: filler) + UInt(skipped))
    _ = madvise(UnsafeMutableRawPointer(bitPattern: first), step - 2 * Int(hugePage), MADV_HUGEPAGE)
  }

  private static let step = 60 << 20
  private static let hugePage: UInt = 2 << 20
  /// More than what the heap has in pieces at its end, and than it notes of each.
  private static let margin = 64 << 10

  private static func boundary(behind address: UInt) -> UInt {
    (address + hugePage - 1) / hugePage * hugePage
  }
}

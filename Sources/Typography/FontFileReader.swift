internal import Glibc

/// An open font file that is read a piece at a time, for its names only.
struct FontFileReader: ~Copyable {
  private let descriptor: Int32
  /// No table of names is larger than this in practice.
  private static let longestRead = 1 << 18

  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The bytes at an offset, fewer where the file ends. The corresponding C function is `pread`.
  func table(at offset: Int, count: Int) -> FontTable {
    let count = max(0, min(count, Self.longestRead))
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, offset))
    }
    return FontTable(bytes)
  }
}

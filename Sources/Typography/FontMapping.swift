internal import CHarfBuzz
internal import Glibc

/// A font file in memory. The kernel reads its pages when they are looked at, and with each page
/// those around it: a few hundred glyphs bring in most of a large font, so what was looked at is
/// given back as soon as a piece of work is done.
final class FontMapping {
  private let descriptor: Int32
  private let start: UnsafeMutableRawPointer
  let count: Int

  /// Maps a file; nil when it cannot be opened, is empty, or is no regular file.
  /// The corresponding C function is `mmap`.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      (1...Int(UInt32.max)).contains(Int(status.st_size)),
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.start = start
    count = Int(status.st_size)
  }

  deinit {
    munmap(start, count)
    close(descriptor)
  }

  /// Gives the pages that were looked at back to the system; they can be looked at again.
  /// The corresponding C function is `madvise`.
  func release() { madvise(start, count, MADV_DONTNEED) }

  /// The file as a blob, which must not outlive the mapping.
  /// The corresponding C function is `hb_blob_create`.
  func blob() -> OpaquePointer? {
    hb_blob_create(
      start.assumingMemoryBound(to: CChar.self), UInt32(count), HB_MEMORY_MODE_READONLY, nil, nil)
  }

  /// Where in the file a blob lies that is a part of it; nil for any other.
  func range(of blob: OpaquePointer?) -> Range<Int>? {
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length) else { return nil }
    let offset = UnsafeRawPointer(data) - UnsafeRawPointer(start)
    guard offset >= 0, offset <= count - Int(length) else { return nil }
    return offset..<offset + Int(length)
  }

  /// Reads bytes of the file without bringing in those around them; false when the file has been
  /// cut short. The corresponding C function is `pread`.
  func read(_ range: Range<Int>, to target: UnsafeMutableRawPointer) -> Bool {
    var done = 0
    while done < range.count {
      let read = pread(descriptor, target + done, range.count - done, range.lowerBound + done)
      guard read > 0 else { return false }
      done += read
    }
    return true
  }

  /// A copy of some bytes of the file, empty when it is too short.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      guard let target = buffer.baseAddress else { return }
      filled = read(range, to: UnsafeMutableRawPointer(target)) ? range.count : 0
    }
  }
}

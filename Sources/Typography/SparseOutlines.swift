internal import CHarfBuzz
internal import Glibc

/// A `CFF ` table in which of the outlines only some are filled in. All else stands where it does
/// in the file, so that HarfBuzz can cut those glyphs out of it, and memory is taken for what is
/// filled in alone.
enum SparseOutlines {
  /// - Parameters:
  ///   - glyphs: sorted.
  ///   - table: where the table lies in the file.
  /// - Returns: nil for a font whose outlines may name others, and for a damaged one.
  static func blob(
    glyphs: [UInt32], table: Range<Int>, of mapping: FontMapping
  ) -> OpaquePointer? {
    guard let outlines = index(table, of: mapping), let memory = Memory(count: table.count)
    else { return nil }
    let start = memory.start
    func fill(_ range: Range<Int>) -> Bool {
      let place = table.lowerBound + range.lowerBound..<table.lowerBound + range.upperBound
      return mapping.read(place, to: start + range.lowerBound)
    }
    guard fill(0..<outlines.data.lowerBound), fill(outlines.data.upperBound..<table.count)
    else { return nil }
    for glyph in [0] + glyphs {
      guard let range = outlines.range(of: Int(glyph)), fill(range) else { return nil }
    }
    return memory.blob()
  }

  /// The INDEX of all outlines.
  private struct Index {
    /// What stands before the outlines and tells where each of them starts.
    var offsets: FontTable
    var offsetSize: Int
    /// All outlines together, in the table.
    var data: Range<Int>

    func range(of glyph: Int) -> Range<Int>? {
      guard let start = offsets.uint(glyph * offsetSize, size: offsetSize),
        let end = offsets.uint((glyph + 1) * offsetSize, size: offsetSize), start >= 1,
        end >= start, data.lowerBound + end - 1 <= data.upperBound
      else { return nil }
      return data.lowerBound + start - 1..<data.lowerBound + end - 1
    }
  }

  /// A table's names and its top dictionary are shorter than this.
  private static let longestHead = 1 << 14

  private static func index(_ table: Range<Int>, of mapping: FontMapping) -> Index? {
    let head = table.prefix(longestHead)
    guard
      let offset = CompactFontTable(mapping.bytes(head.startIndex..<head.endIndex)).outlinesOffset,
      offset > 0, offset <= table.count - 3
    else { return nil }
    let first = table.lowerBound + offset
    let lead = FontTable(mapping.bytes(first..<first + 3))
    guard let count = lead.uint16(0), count > 0, let offsetSize = lead.uint8(2),
      (1...4).contains(offsetSize)
    else { return nil }
    let start = offset + 3
    let data = start + (count + 1) * offsetSize
    guard data <= table.count else { return nil }
    let offsets = FontTable(
      mapping.bytes(table.lowerBound + start..<table.lowerBound + data))
    guard let end = offsets.uint(count * offsetSize, size: offsetSize), end >= 1,
      end - 1 <= table.count - data
    else { return nil }
    return Index(offsets: offsets, offsetSize: offsetSize, data: data..<data + end - 1)
  }

  /// Pages of zeros that take no memory until something is written to them.
  private final class Memory {
    let start: UnsafeMutableRawPointer
    private let count: Int

    init?(count: Int) {
      let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
      guard let start = mmap(nil, count, PROT_READ | PROT_WRITE, flags, -1, 0),
        start != MAP_FAILED
      else { return nil }
      (self.start, self.count) = (start, count)
    }

    deinit { munmap(start, count) }

    /// A blob that keeps the pages until it is destroyed.
    func blob() -> OpaquePointer? {
      hb_blob_create(
        start.assumingMemoryBound(to: CChar.self), UInt32(count), HB_MEMORY_MODE_READONLY,
        Unmanaged.passRetained(self).toOpaque()
      ) { data in
        if let data { Unmanaged<Memory>.fromOpaque(data).release() }
      }
    }
  }
}

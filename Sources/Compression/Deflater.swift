internal import CZlib

/// Compresses streams one after the other with the same working memory.
public struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Parameter level: 1, fastest, to 9, smallest.
  public init(level: Int) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    deflateInit_(
      stream, Int32(min(max(level, 1), 9)), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The bytes in zlib's format. The corresponding C function is `deflate`.
  public func compress(_ bytes: [UInt8]) -> [UInt8] {
    deflateReset(stream)
    let bound = Int(deflateBound(stream, UInt(bytes.count)))
    var source = bytes
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      source.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: bound)
        deflate(stream, Z_FINISH)
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }

  /// The bytes as zip archives hold them: without the head and the checksum of zlib's format.
  public func compressRaw(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    compress(bytes).dropFirst(Self.headSize).dropLast(Self.checksumSize)
  }

  private static let headSize = 2
  private static let checksumSize = 4
}

internal import Compression

/// Writes zip archives (APPNOTE 6.3.3). Entries are compressed, or copied from another archive with
/// their packed bytes untouched. The same entries give the same bytes: no entry has
/// a date of today.
public struct ZipWriter {
  /// What the directory of an archive says of an entry.
  public struct Header {
    public var version: UInt16
    /// Names are in UTF-8.
    public var flags: UInt16
    public var method: UInt16
    public var time: UInt16
    /// 1 January 1980, the first day that there is.
    public var date: UInt16
    public var checksum: UInt32
    public var packedSize: UInt32
    public var size: UInt32
    public var attributes: UInt32

    public init(
      version: UInt16 = 20, flags: UInt16 = 0x0800, method: UInt16 = 0, time: UInt16 = 0,
      date: UInt16 = 0x21, checksum: UInt32, packedSize: UInt32, size: UInt32,
      attributes: UInt32 = 0
    ) {
      self.version = version
      self.flags = flags
      self.method = method
      self.time = time
      self.date = date
      self.checksum = checksum
      self.packedSize = packedSize
      self.size = size
      self.attributes = attributes
    }
  }

  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  private static let deflated: UInt16 = 8
  private static let level = 6

  /// Adds an entry with its content, compressed where that makes it smaller.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Deflater(level: Self.level).compressRaw(content)
    let isSmaller = packed.count < content.count
    let bytes = isSmaller ? packed : content[...]
    add(
      [UInt8](name.utf8),
      Header(
        method: isSmaller ? Self.deflated : 0, checksum: CRC32.checksum(content),
        packedSize: UInt32(truncatingIfNeeded: bytes.count),
        size: UInt32(truncatingIfNeeded: content.count)), bytes)
  }

  /// Adds an entry of another archive.
  public mutating func add(_ name: [UInt8], _ header: Header, _ packed: ArraySlice<UInt8>) {
    let offset = UInt32(truncatingIfNeeded: bytes.count)
    // Sizes stand in the header here, so none follow the content.
    let flags = header.flags & ~0x0008
    append(&bytes, 0x0403_4B50 as UInt32)
    describe(&bytes, name, header, flags: flags)
    bytes += name
    bytes += packed
    append(&directory, 0x0201_4B50 as UInt32)
    append(&directory, 20 as UInt16)
    describe(&directory, name, header, flags: flags)
    append(&directory, 0 as UInt16)
    append(&directory, 0 as UInt16)
    append(&directory, 0 as UInt16)
    append(&directory, header.attributes)
    append(&directory, offset)
    directory += name
    count += 1
  }

  private func describe(
    _ target: inout [UInt8], _ name: [UInt8], _ header: Header, flags: UInt16
  ) {
    append(&target, header.version)
    append(&target, flags)
    append(&target, header.method)
    append(&target, header.time)
    append(&target, header.date)
    append(&target, header.checksum)
    append(&target, header.packedSize)
    append(&target, header.size)
    append(&target, UInt16(truncatingIfNeeded: name.count))
    append(&target, 0 as UInt16)
  }

  /// The whole archive.
  public func finish() -> [UInt8] {
    var file = bytes
    let start = UInt32(truncatingIfNeeded: file.count)
    file += directory
    append(&file, 0x0605_4B50 as UInt32)
    append(&file, 0 as UInt32)
    append(&file, UInt16(truncatingIfNeeded: count))
    append(&file, UInt16(truncatingIfNeeded: count))
    append(&file, UInt32(truncatingIfNeeded: directory.count))
    append(&file, start)
    append(&file, 0 as UInt16)
    return file
  }

  private func append(_ target: inout [UInt8], _ value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      target.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

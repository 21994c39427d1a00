/// Writes zip archives for tests, entries stored as they are.
public struct ZipBuilder: Sendable {
  public struct Entry: Sendable {
    public var name: String
    public var bytes: [UInt8]
    /// What the archive claims; nil for the truth.
    public var claimedSize: UInt32?
    /// Bit 0 says that the entry is encrypted.
    public var flags: UInt16

    public init(
      name: String, bytes: [UInt8], claimedSize: UInt32? = nil, flags: UInt16 = 0
    ) {
      self.name = name
      self.bytes = bytes
      self.claimedSize = claimedSize
      self.flags = flags
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }

  public mutating func add(_ name: String, _ text: String) {
    entries.append(Entry(name: name, bytes: Array(text.utf8)))
  }

  public mutating func add(_ name: String, bytes: [UInt8]) {
    entries.append(Entry(name: name, bytes: bytes))
  }

  public func build() -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = UInt32(archive.count)
      let common = header(entry)
      archive += Self.bytes(UInt32(0x0403_4B50)) + common + Array(entry.name.utf8) + entry.bytes
      directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(20)) + common
      directory += [UInt8](repeating: 0, count: 10) + Self.bytes(offset)
      directory += Array(entry.name.utf8)
    }
    let start = UInt32(archive.count)
    archive += directory + Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt32(0))
    archive += Self.bytes(UInt16(entries.count)) + Self.bytes(UInt16(entries.count))
    archive += Self.bytes(UInt32(directory.count)) + Self.bytes(start) + Self.bytes(UInt16(0))
    return archive
  }

  /// Version to the length of the extra field, alike in both headers.
  private func header(_ entry: Entry) -> [UInt8] {
    let size = entry.claimedSize ?? UInt32(entry.bytes.count)
    return Self.bytes(UInt16(20)) + Self.bytes(entry.flags) + Self.bytes(UInt16(0))
      + Self.bytes(UInt32(0)) + Self.bytes(Self.checksum(entry.bytes)) + Self.bytes(size)
      + Self.bytes(size) + Self.bytes(UInt16(entry.name.utf8.count)) + Self.bytes(UInt16(0))
  }

  private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = ~0
    for byte in bytes { value = value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
    return ~value
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    var value = UInt32(byte)
    for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    return value
  }
}

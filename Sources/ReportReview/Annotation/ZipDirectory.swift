internal import OfficeOutput

/// The entries of a zip archive as they stand in it, packed.
struct ZipDirectory {
  struct Entry {
    var name: [UInt8]
    var header: ZipWriter.Header
    var packed: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var entries: [Entry] = []

  /// Nil if the archive is damaged or of the kind for more than 4 GB.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.endRecord(bytes) else { return nil }
    let count = Int(number(2, at: end + 10))
    var position = Int(number(4, at: end + 16))
    for _ in 0..<count {
      guard let (entry, next) = entry(at: position) else { return nil }
      entries.append(entry)
      position = next
    }
  }

  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    // A comment of 64 KB at most stands behind the record.
    for start in stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    where bytes[start..<start + 4].elementsEqual(mark) {
      return start
    }
    return nil
  }

  private func entry(at start: Int) -> (Entry, next: Int)? {
    guard start >= 0, start + 46 <= bytes.count, number(4, at: start) == 0x0201_4B50 else {
      return nil
    }
    let header = ZipWriter.Header(
      version: UInt16(number(2, at: start + 6)), flags: UInt16(number(2, at: start + 8)),
      method: UInt16(number(2, at: start + 10)), time: UInt16(number(2, at: start + 12)),
      date: UInt16(number(2, at: start + 14)), checksum: number(4, at: start + 16),
      packedSize: number(4, at: start + 20), size: number(4, at: start + 24),
      attributes: number(4, at: start + 38))
    let lengths = [28, 30, 32].map { Int(number(2, at: start + $0)) }
    let local = Int(number(4, at: start + 42))
    let next = start + 46 + lengths.reduce(0, +)
    guard next <= bytes.count, local + 30 <= bytes.count, number(4, at: local) == 0x0403_4B50
    else { return nil }
    let data = local + 30 + Int(number(2, at: local + 26)) + Int(number(2, at: local + 28))
    let end = data + Int(header.packedSize)
    guard end <= bytes.count else { return nil }
    let name = Array(bytes[start + 46..<start + 46 + lengths[0]])
    return (Entry(name: name, header: header, packed: data..<end), next)
  }

  /// A little-endian number.
  private func number(_ size: Int, at start: Int) -> UInt32 {
    (0..<size).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  /// The archive with other content for some entries and with new ones behind; every other entry
  /// keeps its packed bytes.
  func replacing(_ contents: [String: [UInt8]]) -> [UInt8] {
    var writer = ZipWriter()
    var left = contents
    for entry in entries {
      let name = String(decoding: entry.name, as: UTF8.self)
      if let content = left.removeValue(forKey: name) {
        writer.add(name, content)
      } else {
        writer.add(entry.name, entry.header, bytes[entry.packed])
      }
    }
    for (name, content) in left.sorted(by: { $0.key < $1.key }) { writer.add(name, content) }
    return writer.finish()
  }
}

/// The name of an element or attribute, good only during the call that hands it over.
struct XMLName {
  /// Stands between namespace and local name where the parser resolves namespaces; it cannot
  /// occur in XML.
  static let separator: UInt8 = 0x01

  private let bytes: UnsafeBufferPointer<UInt8>
  private let localStart: Int

  init(_ name: UnsafePointer<CChar>) {
    let raw = UnsafeRawPointer(name)
    var length = 0
    var localStart = 0
    while true {
      let byte = raw.load(fromByteOffset: length, as: UInt8.self)
      if byte == 0 { break }
      length += 1
      if byte == Self.separator { localStart = length }
    }
    bytes = UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: length)
    self.localStart = localStart
  }

  /// The name without namespace. Names up to 15 bytes, that is nearly all, cost no allocation.
  var local: String { String(decoding: bytes[localStart...], as: UTF8.self) }

  /// The namespace; empty where there is none or the parser does not resolve them.
  var namespace: String {
    String(decoding: bytes[..<max(0, localStart - 1)], as: UTF8.self)
  }

  var hasNamespace: Bool { localStart > 0 }

  func isNamespace(_ address: StaticString) -> Bool {
    matches(address, in: 0..<max(0, localStart - 1))
  }

  /// Whether the local name is the given one.
  func isLocal(_ name: StaticString) -> Bool { matches(name, in: localStart..<bytes.count) }

  private func matches(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    // Namespaces differ at their ends, if at all.
    for offset in (0..<range.count).reversed()
    where bytes[range.lowerBound + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}

/// A start tag, good only during the call that hands it over.
struct XMLElement {
  let name: XMLName
  /// Names and values in turn, ended by nil, as expat gives them.
  private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(name: XMLName, attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.name = name
    self.attributes = attributes
  }

  /// The value of the first attribute with a local name, or nil.
  subscript(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value in UTF-8 of the first attribute with a local name, or nil.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      if XMLName(key).isLocal(name) { return Self.utf8(value) }
      index += 2
    }
    return nil
  }

  /// Hands over each attribute in the order of the tag.
  func forEachAttribute(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
    guard let attributes else { return }
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      body(XMLName(key), Self.utf8(value))
      index += 2
    }
  }

  private static func utf8(_ value: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawPointer(value)
    var length = 0
    while raw.load(fromByteOffset: length, as: UInt8.self) != 0 { length += 1 }
    return UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: length)
  }
}

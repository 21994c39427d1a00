/// Parts of strings, found byte by byte. The standard library's own go by characters, for a hundred
/// times as long in Chinese text, and bring the library of regular expressions into every program.
extension StringProtocol {
  /// Whether the bytes of a string stand in this one.
  public func contains(_ part: String) -> Bool {
    part.isEmpty || [UInt8](utf8).firstOffset(of: [UInt8](part.utf8)) != nil
  }

  /// The string with another one wherever a part stands.
  public func replacing(_ part: String, with other: String) -> String {
    let (bytes, part, other) = ([UInt8](utf8), [UInt8](part.utf8), [UInt8](other.utf8))
    guard !part.isEmpty else { return String(self) }
    var result: [UInt8] = []
    var start = 0
    while let found = bytes.firstOffset(of: part, from: start) {
      result += bytes[start..<found] + other
      start = found + part.count
    }
    return String(decoding: result + bytes[start...], as: UTF8.self)
  }
}

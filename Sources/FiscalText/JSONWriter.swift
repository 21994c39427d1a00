/// Writes JSON (RFC 8259) byte by byte, in the order in which it is told; it sets the commas.
public struct JSONWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// - Parameter size: how many bytes are expected.
  public init(expecting size: Int = 0) { bytes.reserveCapacity(size) }

  /// An object, or an object's member where `key` is given, with what `body` writes.
  public mutating func object(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
    open(key, UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array, or an object's member where `key` is given, with what `body` writes.
  public mutating func array(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
    open(key, UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Starts an object that ``endObject()`` ends, for documents that are written in pieces.
  public mutating func beginObject(_ key: StaticString? = nil) { open(key, UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Starts an array that ``endArray()`` ends.
  public mutating func beginArray(_ key: StaticString? = nil) { open(key, UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// A string, or null where there is none.
  public mutating func value(_ text: String?, _ key: StaticString? = nil) {
    start(key)
    if let text { quote(text) } else { append(literal: "null") }
  }

  /// An integer, or null where there is none.
  public mutating func value(_ number: Int?, _ key: StaticString? = nil) {
    start(key)
    if let number { append(decimal: number) } else { append(literal: "null") }
  }

  public mutating func value(_ flag: Bool, _ key: StaticString? = nil) {
    start(key)
    append(literal: flag ? "true" : "false")
  }

  /// A length in points, to hundredths; what is no finite number becomes 0, as JSON has no word
  /// for it.
  public mutating func value(points: Double, _ key: StaticString? = nil) {
    start(key)
    let scaled = points * 100
    let hundredths =
      scaled.magnitude < 1e15 ? Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5) : 0
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    append(hundredths < 0 ? "-\(whole)" : "\(whole)")
    if rest > 0 { append(rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)") }
  }

  /// A member whose key is not known when the program is written.
  public mutating func value(_ text: String?, key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if let text { quote(text) } else { append(literal: "null") }
  }

  /// Takes what was written so far, to hand it on while the document goes on.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  private mutating func open(_ key: StaticString?, _ bracket: UInt8) {
    start(key)
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func start(_ key: StaticString?) {
    separate()
    guard let key else { return }
    bytes.append(Self.quotationMark)
    append(literal: key)
    bytes.append(Self.quotationMark)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(decimal number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    var place: UInt = 1
    while magnitude / place >= 10 { place *= 10 }
    while place > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude / place % 10))
      place /= 10
    }
  }

  private static let quotationMark = UInt8(ascii: "\"")

  private mutating func quote(_ text: String) {
    bytes.append(Self.quotationMark)
    var text = text
    text.withUTF8 { utf8 in
      // What needs no escape is taken over in one piece.
      var start = 0
      for index in utf8.indices where Self.isEscaped(utf8[index]) {
        bytes.append(contentsOf: utf8[start..<index])
        escape(utf8[index])
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(Self.quotationMark)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(literal: "\\\"")
    case UInt8(ascii: "\\"): append(literal: "\\\\")
    case 0x0A: append(literal: "\\n")
    case 0x0D: append(literal: "\\r")
    case 0x09: append(literal: "\\t")
    default:
      append(literal: "\\u00")
      bytes.append(UInt8(ascii: byte < 0x10 ? "0" : "1"))
      bytes.append(UInt8(ascii: byte & 0xF < 10 ? "0" : "W") + byte & 0xF)
    }
  }
}

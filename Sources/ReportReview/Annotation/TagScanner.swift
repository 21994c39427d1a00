/// Goes through the tags of an XML part without changing a byte of it, so that something can be
/// put between them. It takes well-formed XML for granted: the reader has read the part before.
struct TagScanner {
  enum Kind {
    case start, end, empty
    /// Characters between tags.
    case text
  }

  struct Token {
    var kind: Kind
    /// The whole token.
    var range: Range<Int>
    /// The name in the tag, prefix included.
    var name: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; comments and instructions are passed over.
  mutating func next() -> Token? {
    while position < bytes.count {
      let start = position
      guard bytes[start] == UInt8(ascii: "<") else {
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return Token(kind: .text, range: start..<position, name: start..<start)
      }
      if skips("<!--", through: "-->") || skips("<?", through: "?>") { continue }
      if skips("<![CDATA[", through: "]]>") {
        return Token(kind: .text, range: start..<position, name: start..<start)
      }
      return tag(from: start)
    }
    return nil
  }

  private mutating func skips(_ head: StaticString, through tail: StaticString) -> Bool {
    guard starts(with: head, at: position) else { return false }
    while position < bytes.count, !starts(with: tail, at: position) { position += 1 }
    position = min(bytes.count, position + tail.utf8CodeUnitCount)
    return true
  }

  private func starts(with word: StaticString, at start: Int) -> Bool {
    word.withUTF8Buffer { word in
      start + word.count <= bytes.count
        && bytes[start..<start + word.count].elementsEqual(word)
    }
  }

  private mutating func tag(from start: Int) -> Token {
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < bytes.count, !Self.endsName(bytes[nameEnd]) { nameEnd += 1 }
    position = nameEnd
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    let isEmpty = position >= 2 && bytes[position - 2] == UInt8(ascii: "/")
    return Token(
      kind: isEnd ? .end : isEmpty ? .empty : .start, range: start..<position,
      name: min(nameStart, position)..<min(nameEnd, position))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  /// A name without its prefix.
  func localName(_ token: Token) -> ArraySlice<UInt8> {
    let name = bytes[token.name]
    return name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }

  func isNamed(_ token: Token, _ local: String) -> Bool {
    localName(token).elementsEqual(local.utf8)
  }

  /// The value of an attribute with a name of which the prefix does not matter, as written.
  func attribute(_ local: String, of token: Token) -> String? {
    var index = token.name.upperBound
    while index < token.range.upperBound {
      guard let equals = bytes[index..<token.range.upperBound].firstIndex(of: UInt8(ascii: "="))
      else { return nil }
      let name = bytes[index..<equals].filter { $0 > 0x20 }
      guard
        let open = bytes[equals..<token.range.upperBound].firstIndex(where: {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }),
        let close = bytes[(open + 1)..<token.range.upperBound].firstIndex(of: bytes[open])
      else { return nil }
      let end = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
      if name[end...].elementsEqual(local.utf8) {
        return String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      }
      index = close + 1
    }
    return nil
  }
}

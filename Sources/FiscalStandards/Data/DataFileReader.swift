internal import FiscalText

/// Reads the lines of a data file by their bytes, which stay where they are meanwhile.
struct DataFileReader {
  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var sections: [DataSection] = []
  /// What stands between the bars of the entry that is being read.
  private var parts: [Range<Int>] = []

  /// - Parameter bytes: those of the source, valid UTF-8.
  init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    (self.source, self.bytes) = (source, bytes)
  }

  /// Reads all lines, but not beyond the first sections.
  mutating func read(sectionLimit: Int) throws(LayoutError) {
    for number in 1...source.lineStarts.count {
      try read(source.lineRange(number))
      if sections.count > sectionLimit {
        sections.removeLast()
        return
      }
    }
  }

  private mutating func read(_ line: Range<Int>) throws(LayoutError) {
    let content = trimmed(line)
    guard let first = content.first, bytes[first] != UInt8(ascii: "#") else { return }
    if bytes[first] == UInt8(ascii: "[") {
      try readHead(content)
    } else {
      try readEntry(content)
    }
  }

  private mutating func readHead(_ content: Range<Int>) throws(LayoutError) {
    guard bytes[content.upperBound - 1] == UInt8(ascii: "]") else {
      throw error("节名缺少右括号“]”", at: content.upperBound)
    }
    let inner = trimmed((content.lowerBound + 1)..<(content.upperBound - 1))
    guard !inner.isEmpty else { throw error("节名是空的", at: content.lowerBound) }
    let (keyword, argument) = parted(inner)
    sections.append(DataSection(keyword: keyword, argument: argument, entries: []))
  }

  private mutating func readEntry(_ content: Range<Int>) throws(LayoutError) {
    guard let colon = first(.colon, in: content) else {
      throw error("应当是“[节名]”“键：值”或“# 说明”", at: content.lowerBound)
    }
    guard !sections.isEmpty else {
      throw error("第一行内容之前应当有“[节名]”", at: content.lowerBound)
    }
    let head = trimmed(content.lowerBound..<colon.lowerBound)
    guard !head.isEmpty else { throw error("冒号前面缺少键名", at: content.lowerBound) }
    let (key, argument) = parted(head)
    let rest = trimmed(colon.upperBound..<content.upperBound)
    let values = try values(in: rest)
    sections[sections.count - 1].entries.append(
      DataEntry(key: key, argument: argument, whole: rest, values: values))
  }

  private mutating func values(in range: Range<Int>) throws(LayoutError) -> [DataToken] {
    guard !range.isEmpty else { return [] }
    parts.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while let bar = first(.bar, in: start..<range.upperBound) {
      parts.append(start..<bar.lowerBound)
      start = bar.upperBound
    }
    parts.append(start..<range.upperBound)
    if parts.count == 1 { return [try value(range)] }
    var values: [DataToken] = []
    values.reserveCapacity(parts.count)
    for part in parts { values.append(try value(part)) }
    return values
  }

  private func value(_ range: Range<Int>) throws(LayoutError) -> DataToken {
    let part = trimmed(range)
    guard !part.isEmpty else { throw error("竖线两边应当都有内容", at: part.lowerBound) }
    return token(part)
  }

  /// The first word and what follows it.
  private func parted(_ range: Range<Int>) -> (DataToken, DataToken?) {
    var end = range.lowerBound
    while end < range.upperBound, spaceLength(at: end) == 0 { end += 1 }
    let rest = trimmed(end..<range.upperBound)
    return (token(range.lowerBound..<end), rest.isEmpty ? nil : token(rest))
  }

  private func token(_ range: Range<Int>) -> DataToken {
    DataToken(
      String(validUTF8: UnsafeBufferPointer(rebasing: bytes[range])), offset: range.lowerBound)
  }

  private func error(_ message: String, at offset: Int) -> LayoutError {
    LayoutError(message, in: source, at: offset)
  }

  // MARK: Marks and spaces

  /// A mark as ASCII has it (`:`, `|`) and as full-width text has it (`：`, `｜`).
  private struct Mark {
    var ascii: UInt8
    /// The second and third byte of the full-width form; the first is EF.
    var wide: (UInt8, UInt8)

    static let colon = Mark(ascii: UInt8(ascii: ":"), wide: (0xBC, 0x9A))
    static let bar = Mark(ascii: UInt8(ascii: "|"), wide: (0xBD, 0x9C))
  }

  private func first(_ mark: Mark, in range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte == mark.ascii { return offset..<(offset + 1) }
      if byte == 0xEF, offset + 2 < range.upperBound, bytes[offset + 1] == mark.wide.0,
        bytes[offset + 2] == mark.wide.1
      {
        return offset..<(offset + 3)
      }
      offset += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, case let length = spaceLength(at: lower), length > 0 { lower += length }
    while upper > lower, case let length = spaceLength(before: upper), length > 0 {
      upper -= length
    }
    return lower..<max(lower, upper)
  }

  /// The bytes of the white space that ends at an offset; 0 where there is none.
  private func spaceLength(before offset: Int) -> Int {
    let last = bytes[offset - 1]
    if last > 0x20, last < 0x80 { return 0 }
    var start = offset - 1
    while start > 0, isUTF8Continuation(bytes[start]) { start -= 1 }
    return spaceLength(at: start)
  }

  /// The bytes of the white space at an offset; 0 where there is none.
  private func spaceLength(at offset: Int) -> Int {
    let first = bytes[offset]
    // White space beyond ASCII starts with C2, E1, E2, E3 or EF.
    guard first <= 0x20 || first == 0xC2 || (0xE1...0xE3).contains(first) || first == 0xEF else {
      return 0
    }
    let (scalar, length) = decodeScalar(bytes, at: offset)
    return isSpace(scalar) ? length : 0
  }
}

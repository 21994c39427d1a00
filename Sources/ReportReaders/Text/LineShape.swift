internal import FiscalText

/// What a line looks like, from one pass over its code points: enough to tell headings, items,
/// captions and running text apart without reading its words.
struct LineShape: Sendable {
  /// In terminal columns, without white space at the ends.
  var width: Int32 = 0
  /// Code points that are not white space.
  var count: Int32 = 0
  var ideographs: Int32 = 0
  var digits: Int32 = 0
  /// 。！？；
  var stops: Int32 = 0
  /// ， and a half-width comma behind an ideograph.
  var commas: Int32 = 0
  /// ： and :
  var colons: Int32 = 0
  var first: UInt32 = 0
  var last: UInt32 = 0
  /// Columns of white space before the first character.
  var leading: Int32 = 0
  /// The number at the head of the line.
  var number: HeadingNumber?

  init(_ bytes: [UInt8]) {
    self.init(bytes, in: 0..<bytes.count)
    readNumber(bytes, at: 0)
  }

  /// The shape of a part of a line, its heading number left out of account.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    var total: Int32 = 0
    while offset < range.upperBound {
      // Ideographs first, of which most lines consist.
      let run = IdeographRun(bytes, in: offset..<range.upperBound)
      if run.count > 0 {
        offset = run.end
        total += 2 * run.count
        if count == 0 { first = run.first }
        last = run.last
        count += run.count
        width = total - leading
        ideographs += run.count
        continue
      }
      let byte = bytes[offset]
      // Then the rest of ASCII: the numbers of tables and the spaces between them.
      if byte >= 0x20, byte < 0x7F {
        offset += 1
        total += 1
        if byte == 0x20 {
          if count == 0 { leading = total }
        } else {
          let scalar = UInt32(byte)
          if count == 0 { first = scalar }
          if byte == 0x2C, isIdeograph(last) { commas += 1 }
          last = scalar
          count += 1
          width = total - leading
          add(scalar)
        }
        continue
      }
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      total += Int32(terminalWidth(scalar))
      if isSpace(scalar) {
        if count == 0 { leading = total }
        continue
      }
      if count == 0 { first = scalar }
      last = scalar
      count += 1
      width = total - leading
      add(scalar)
    }
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: digits += 1
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x3B, 0x21, 0x3F: stops += 1
    case 0xFF0C: commas += 1
    case 0xFF1A, 0x3A: colons += 1
    default: if isIdeograph(scalar) { ideographs += 1 }
    }
  }

  /// Reads the heading number of a line that starts at an offset, if its first character can be
  /// one's.
  mutating func readNumber(_ bytes: [UInt8], at offset: Int) {
    switch first {
    case 0x30...0x39, 0x28, 0xFF08, 0x7B2C, 0x2460...0x2473, 0x3007, 0x96F6, 0x4E00, 0x4E8C,
      0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343:
      number = HeadingNumber.scan(bytes, at: offset)
    default: number = nil
    }
  }

  /// Adds the line that a paragraph goes on in.
  mutating func append(_ other: LineShape) {
    width += other.width
    count += other.count
    ideographs += other.ideographs
    digits += other.digits
    stops += other.stops
    commas += other.commas
    colons += other.colons
    last = other.last
  }

  var isBlank: Bool { count == 0 }

  /// Whether the line ends as sentences, clauses of a list and introductions end.
  var endsSentence: Bool {
    switch last {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, 0x3A, 0x3B, 0x21, 0x3F, 0x2026: true
    default: false
    }
  }

  /// Whether the last mark is a full stop.
  var endsWithStop: Bool { last == 0x3002 }

  var endsWithColon: Bool { last == 0xFF1A || last == 0x3A }

  /// Whether the line has the marks of running text anywhere.
  var isSentence: Bool { stops + commas > 0 }
}

/// Ideographs that stand side by side: U+4E00 to U+9FFF.
private struct IdeographRun {
  var count: Int32 = 0
  var first: UInt32 = 0
  var last: UInt32 = 0
  /// The offset behind them.
  var end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    end = range.lowerBound
    guard (0xE4...0xE9).contains(bytes[end]) else { return }
    (count, first, last, end) = bytes.withUnsafeBufferPointer { bytes in
      var (count, first, last) = (0 as Int32, 0 as UInt32, 0 as UInt32)
      var offset = range.lowerBound
      while offset + 2 < range.upperBound, (0xE4...0xE9).contains(bytes[offset]) {
        let scalar =
          (UInt32(bytes[offset]) & 0x0F) << 12 | (UInt32(bytes[offset + 1]) & 0x3F) << 6
          | (UInt32(bytes[offset + 2]) & 0x3F)
        guard scalar >= 0x4E00 else { break }
        if count == 0 { first = scalar }
        last = scalar
        count += 1
        offset += 3
      }
      return (count, first, last, offset)
    }
  }
}

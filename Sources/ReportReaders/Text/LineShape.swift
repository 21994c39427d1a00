internal import FiscalText

/// What a line looks like, from one pass over its code points: enough to tell headings, items,
/// captions and running text apart without reading its words.
struct LineShape: Sendable {
  /// In terminal columns, without white space at the ends.
  var width = 0
  /// Code points that are not white space.
  var count = 0
  var ideographs = 0
  var digits = 0
  /// 。！？；
  var stops = 0
  /// ，
  var commas = 0
  /// ： and :
  var colons = 0
  var first: UInt32 = 0
  var last: UInt32 = 0
  /// Columns of white space before the first character.
  var leading = 0
  /// The number at the head of the line.
  var number: HeadingNumber?

  init(_ bytes: [UInt8]) {
    self.init(bytes, in: 0..<bytes.count)
    number = HeadingNumber.scan(bytes)
  }

  /// The shape of a part of a line, its heading number left out of account.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    var total = 0
    while offset < range.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      total += terminalWidth(scalar)
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

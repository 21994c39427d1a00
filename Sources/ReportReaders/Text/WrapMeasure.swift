internal import FiscalText

/// Tells whether a text is broken into printed lines, as text taken out of a PDF is, and how wide
/// these are.
struct WrapMeasure {
  /// The width of a full line in terminal columns; nil where lines are whole paragraphs.
  private(set) var fullWidth: Int?

  /// Columns by which the width of a justified line can be off: its spaces are stretched, and
  /// marks at its end are narrowed.
  private static let slack = 4
  private static let digitsPerColumn = 6
  /// Shorter lines, and those without marks, are headings, captions and table rows and say nothing
  /// about the width.
  private static let fewestIdeographs = 16

  init(_ shapes: some Sequence<LineShape>) {
    var open: [Int] = []
    var prose = 0
    for shape in shapes where shape.ideographs >= Self.fewestIdeographs && shape.isSentence {
      prose += 1
      if !shape.endsSentence { open.append(Int(shape.width)) }
    }
    guard open.count >= 6, open.count * 10 >= prose * 4 else { return }
    let width = Self.mostUsual(open)
    let near = open.count { abs($0 - width) <= 8 }
    guard near * 10 >= open.count * 5 else { return }
    fullWidth = width
  }

  /// The width near which most lines end.
  private static func mostUsual(_ widths: [Int]) -> Int {
    let widest = 400
    var counts = [Int](repeating: 0, count: widest + 1)
    for width in widths { counts[min(width, widest)] += 1 }
    var best = (width: 0, count: 0)
    for width in 1..<widest {
      // Spaces beside digits make some lines a little wider.
      let count = counts[width] * 2 + counts[width - 1] + counts[width + 1]
      if count > best.count { best = (width, count) }
    }
    return best.width
  }

  /// The width of a paragraph's first line indent: two characters.
  private static let indent = 4

  /// Whether a line stops although what the next one starts with would have fitted on it.
  ///
  /// - Parameters:
  ///   - before: the width of what was torn off its start.
  ///   - next: the next line.
  func endsShort(
    _ line: LineShape, behind before: Int = 0, isFirst: Bool, next bytes: [UInt8],
    _ next: Range<Int>
  ) -> Bool {
    guard let fullWidth else { return true }
    let width = before + Int(line.width) + (isFirst ? Self.indent : 0)
    // Digits of many faces are a little wider than half a character.
    let slack = Self.slack + Int(line.digits) / Self.digitsPerColumn
    return width + Self.firstWordWidth(bytes, next) + slack <= fullWidth
  }

  /// Whether a line behind a full one that ended a sentence is the first of a paragraph: it goes
  /// on, and only with an indent was there no more room on it.
  func isIndented(_ line: LineShape, next bytes: [UInt8], _ next: Range<Int>) -> Bool {
    let width = Int(line.width)
    guard !line.endsSentence, let fullWidth,
      width + Int(line.digits) / Self.digitsPerColumn <= fullWidth - Self.indent + 1
    else { return false }
    let hasRoom = width + Self.firstWordWidth(bytes, next) <= fullWidth
    return hasRoom && !endsShort(line, isFirst: true, next: bytes, next)
  }

  /// Marks that may not start a line.
  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF09, 0x201D, 0x300B: true
    default: false
    }
  }

  /// Marks that may not end a line.
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF08, 0x201C, 0x2018, 0x300A, 0x3008, 0x3010: true
    default: false
    }
  }

  /// The width of what cannot be parted from the first character: a number with its sign, a word,
  /// a character with the marks before and behind it.
  private static func firstWordWidth(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var offset = line.lowerBound
    var width = 0
    var isWhole = false
    var isOpened = false
    while offset < line.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if isSpace(scalar) {
        if width > 0 { break }
      } else {
        let isWide = terminalWidth(scalar) > 1
        if isWide, width > 0, !isOpened, !isClosing(scalar) { break }
        width += terminalWidth(scalar)
        isOpened = isOpening(scalar)
        isWhole = isWhole || isWide && !isOpened
        if isWhole, offset + length < line.upperBound,
          !isClosing(decodeScalar(bytes, at: offset + length).scalar)
        {
          break
        }
      }
      offset += length
    }
    return width
  }
}

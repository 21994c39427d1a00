internal import FiscalText

/// A text as it is set: one kind of blank, none at the ends of lines, nothing invisible.
struct CleanText {
  /// Line feeds are line ends that were asked for; all other white space is U+0020 or U+3000.
  private(set) var bytes: [UInt8]
  /// The offset in the raw text of each byte; nil if the text was clean already.
  private var origins: [Int32]?

  init(_ raw: [UInt8]) {
    bytes = raw
    guard Self.needsCleaning(raw) else { return }
    bytes = []
    bytes.reserveCapacity(raw.count)
    origins = []
    var offset = 0
    while offset < raw.count {
      let (scalar, length) = decodeScalar(raw, at: offset)
      let next = min(offset + length, raw.count)
      append(scalar, raw, offset..<next)
      offset = next
    }
    dropTrailingBlanks()
    while bytes.last == 0x0A { removeLast(1) }
  }

  /// The offset in the raw text of a byte.
  func origin(_ offset: Int) -> Int {
    guard let origins else { return offset }
    return offset < origins.count ? Int(origins[offset]) : Int(origins.last ?? 0)
  }

  /// The first byte that comes from a raw offset or from behind it.
  func offset(atOrAfter raw: Int) -> Int {
    guard let origins else { return min(max(0, raw), bytes.count) }
    return origins.firstIndex { Int($0) >= raw } ?? bytes.count
  }

  private mutating func append(_ scalar: UInt32, _ raw: [UInt8], _ range: Range<Int>) {
    switch scalar {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
      dropTrailingBlanks()
      if !bytes.isEmpty, bytes.last != 0x0A { append([0x0A], at: range.lowerBound) }
    case 0x3000:
      if !startsLine { append(Array(raw[range]), at: range.lowerBound) }
    case 0x00..<0x20 where scalar != 0x09, 0x7F, 0x80..<0xA0, 0xAD, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      break
    case _ where isSpace(scalar):
      if !startsLine, bytes.last != 0x20 { append([0x20], at: range.lowerBound) }
    default:
      append(Array(raw[range]), at: range.lowerBound)
    }
  }

  private var startsLine: Bool { bytes.isEmpty || bytes.last == 0x0A }

  private mutating func append(_ part: [UInt8], at origin: Int) {
    bytes.append(contentsOf: part)
    for index in part.indices { origins?.append(Int32(clamping: origin + index)) }
  }

  private mutating func dropTrailingBlanks() {
    while true {
      if bytes.last == 0x20 {
        removeLast(1)
      } else if bytes.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) {
        removeLast(3)
      } else {
        return
      }
    }
  }

  private mutating func removeLast(_ count: Int) {
    bytes.removeLast(count)
    origins?.removeLast(count)
  }

  /// Whether a text holds anything but visible characters and single blanks between them.
  private static func needsCleaning(_ raw: [UInt8]) -> Bool {
    if raw.first == 0x20 || raw.last == 0x20 { return true }
    var previous: UInt8 = 0
    for index in raw.indices {
      let byte = raw[index]
      switch byte {
      case 0x00..<0x20, 0x7F: return true
      case 0x20 where previous == 0x20: return true
      case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
        if startsBlank(raw, index) { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  /// Whether a character above ASCII that is invisible, or a wide blank at an end, starts here.
  private static func startsBlank(_ raw: [UInt8], _ index: Int) -> Bool {
    switch decodeScalar(raw, at: index).scalar {
    case 0x80...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF:
      true
    case 0x3000: index == 0 || index + 3 >= raw.count
    default: false
    }
  }
}

internal import FiscalText

/// The font and matrix under which glyphs are drawn.
struct TextState {
  var isHidden = false
  private var run = 0
  private var isBold = false
  private var isVertical = false
  private var size = 0.0
  /// How far one unit of advance moves the pen.
  private var unit = 0.0
  private var direction: QuarterTurn?

  mutating func startSpan(_ line: TraceLine, transform: AffineTransform) {
    run += 1
    isBold = line.value(Key.font).map { Self.namesBold(line.bytes, $0) } ?? false
    isVertical = line.value(Key.mode).map { line.bytes[$0] == [UInt8(ascii: "1")] } ?? false
    let matrix = line.numbers(Key.matrix)
    guard matrix.count == 4 else {
      direction = nil
      return
    }
    let along = transform.turn(x: matrix[0], y: matrix[1])
    let across = transform.turn(x: matrix[2], y: matrix[3])
    direction = QuarterTurn(x: along.x, y: along.y)
    unit = (along.x * along.x + along.y * along.y).squareRoot()
    size = (across.x * across.x + across.y * across.y).squareRoot()
  }

  /// The characters of a glyph; nil for text that leans (watermarks) or has no size.
  func glyphs(_ line: TraceLine, transform: AffineTransform) -> [Glyph]? {
    guard let direction, size > 0.5, size < 2_000, let value = line.value(Key.unicode),
      let x = line.number(Key.x), let y = line.number(Key.y),
      let scalar = Self.scalar(line.bytes, value)
    else { return nil }
    let origin = transform.apply(x: x, y: y)
    guard abs(origin.x) < 100_000, abs(origin.y) < 100_000 else { return nil }
    let scalars = CompatibilityForm.resolve(scalar)
    let advance =
      Self.isFurther(line) ? 0 : self.advance(of: scalar, stated: line.number(Key.advance))
    var glyphs: [Glyph] = []
    for (index, scalar) in scalars.enumerated() {
      let part = advance / Double(scalars.count)
      let shift = part * Double(index)
      glyphs.append(
        Glyph(
          scalar: scalar, x: origin.x + (direction == .none ? shift : 0), y: origin.y,
          advance: part, size: size, direction: direction, run: run, isBold: isBold,
          isHidden: isHidden))
    }
    return glyphs
  }

  /// Whether the character shares its shape with the one before it (a ligature).
  private static func isFurther(_ line: TraceLine) -> Bool {
    guard let glyph = line.value(Key.glyph), let first = glyph.first else { return false }
    return line.bytes[first] == UInt8(ascii: "-")
  }

  /// Vertical writing advances down the page; across it, a glyph is as wide as it is high.
  private func advance(of scalar: UInt32, stated: Double?) -> Double {
    if let stated, !isVertical { return min(max(stated, 0), 4) * unit }
    return (terminalWidth(scalar) == 2 || isVertical ? 1 : 0.5) * unit
  }

  private static func namesBold(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    [Key.bold, Key.heavy, Key.black].contains { word in
      var start = range.lowerBound
      while start + word.count <= range.upperBound {
        if word.indices.allSatisfy({ bytes[start + $0] | 0x20 == word[$0] }) { return true }
        start += 1
      }
      return false
    }
  }

  /// Reads `长`, `&lt;`, `&#x3c;`, `U+4E00`; nil for `-1`, a further glyph of the same character.
  private static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
    guard !range.isEmpty else { return nil }
    let text = bytes[range]
    if range.count == 1 { return UInt32(text[range.lowerBound]) }
    if text.elementsEqual([UInt8]("-1".utf8)) { return nil }
    if text.starts(with: [UInt8]("U+".utf8)) { return number(text.dropFirst(2), radix: 16) }
    if text.starts(with: [UInt8]("&#x".utf8)) {
      return number(text.dropFirst(3).dropLast(), radix: 16)
    }
    if text.starts(with: [UInt8]("&#".utf8)) {
      return number(text.dropFirst(2).dropLast(), radix: 10)
    }
    if let entity = entities.first(where: { text.elementsEqual($0.name) }) { return entity.scalar }
    let (scalar, length) = decodeScalar(bytes, at: range.lowerBound)
    return length == range.count && Unicode.Scalar(scalar) != nil ? scalar : 0xFFFD
  }

  private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt32? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
      .flatMap { Unicode.Scalar($0)?.value }
  }

  private static let entities: [(name: [UInt8], scalar: UInt32)] = [
    ([UInt8]("&lt;".utf8), 0x3C), ([UInt8]("&gt;".utf8), 0x3E), ([UInt8]("&amp;".utf8), 0x26),
    ([UInt8]("&quot;".utf8), 0x22), ([UInt8]("&apos;".utf8), 0x27),
  ]

  private enum Key {
    static let font = [UInt8](" font=\"".utf8)
    static let mode = [UInt8](" wmode=\"".utf8)
    static let matrix = [UInt8](" trm=\"".utf8)
    static let unicode = [UInt8](" unicode=\"".utf8)
    static let x = [UInt8](" x=\"".utf8)
    static let y = [UInt8](" y=\"".utf8)
    static let glyph = [UInt8](" glyph=\"".utf8)
    static let advance = [UInt8](" adv=\"".utf8)
    static let bold = [UInt8]("bold".utf8)
    static let heavy = [UInt8]("heavy".utf8)
    static let black = [UInt8]("black".utf8)
  }
}

internal import FiscalText
public import Typography

/// A shaper without fonts: ASCII is half a square wide, all else a whole one; the space is as wide
/// as is asked.
public struct FixedWidthShaper: TextShaper, Sendable {
  /// Code points that it has no glyph for.
  public var uncovered: Set<UInt32>
  /// The width of U+0020, in ems.
  public var space: Double

  public init(uncovered: Set<UInt32> = [], space: Double = 0.5) {
    self.uncovered = uncovered
    self.space = space
  }

  public mutating func shape(
    _ text: [UInt8], role: FontRole, isBold: Bool, size: Double
  ) -> ShapedText {
    var glyphs: [GlyphRun.Glyph] = []
    var covered: [UInt8] = []
    var missing: [Int] = []
    var offset = 0
    while offset < text.count {
      let (scalar, length) = decodeScalar(text, at: offset)
      let next = min(offset + length, text.count)
      if uncovered.contains(scalar) {
        missing.append(offset)
      } else {
        let advance = scalar == 0x20 ? size * space : scalar < 0x80 ? size / 2 : size
        glyphs.append(.init(id: scalar, advance: advance, cluster: covered.count))
        covered.append(contentsOf: text[offset..<next])
      }
      offset = next
    }
    let face = FontRole.allCases.firstIndex(of: role) ?? 0
    let run = GlyphRun(face: face, size: size, glyphs: glyphs, text: covered)
    return ShapedText(runs: covered.isEmpty ? [] : [run], missing: missing)
  }

  /// A square for each glyph.
  public func outline(of run: GlyphRun) -> [OutlineStep] {
    var steps: [OutlineStep] = []
    var pen = 0.0
    for glyph in run.glyphs {
      let right = pen + glyph.advance
      steps += [
        .move(x: pen, y: 0), .line(x: right, y: 0), .line(x: right, y: run.size),
        .line(x: pen, y: run.size), .close,
      ]
      pen = right
    }
    return steps
  }

  public func extents(role: FontRole, size: Double) -> (ascent: Double, descent: Double) {
    (0.88 * size, 0.12 * size)
  }
}

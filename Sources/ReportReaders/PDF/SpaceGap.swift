internal import FiscalText

/// Tells which gaps of a line are spaces: those that hold a space character and can be seen, and
/// those that are wider than the line's letter spacing explains.
struct SpaceGap {
  private let glyphs: [Glyph]
  private let hasSpace: [Bool]
  /// The gap before each glyph, in its size.
  private let gaps: [Double]
  /// The letter spacing between ideographs, in their size.
  private let spacing: Double

  /// The usual gap between an ideograph and a digit or letter, which justified lines stretch, in
  /// their size.
  private let mixedSpacing: Double

  /// - Parameter hasSpace: for each glyph whether a space character stands before it.
  init(_ glyphs: [Glyph], hasSpace: [Bool]) {
    self.glyphs = glyphs
    self.hasSpace = hasSpace
    var gaps: [Double] = []
    var end = glyphs.first?.x ?? 0
    for glyph in glyphs {
      gaps.append((glyph.x - end) / max(glyph.size, 0.1))
      end = max(end, glyph.end)
    }
    self.gaps = gaps
    let wide = gaps.indices.dropFirst().filter {
      terminalWidth(glyphs[$0].scalar) == 2 && terminalWidth(glyphs[$0 - 1].scalar) == 2
    }.map { gaps[$0] }.sorted()
    spacing = wide.isEmpty ? 0 : max(0, wide[wide.count / 2])
    let mixed = gaps.indices.dropFirst().filter {
      Self.meet(glyphs[$0 - 1].scalar, glyphs[$0].scalar)
    }.map { gaps[$0] }.sorted()
    mixedSpacing = mixed.isEmpty ? spacing : max(spacing, mixed[mixed.count / 2])
  }

  /// Whether an ideograph and a digit or letter stand beside each other; punctuation brings its own
  /// room along.
  private static func meet(_ first: UInt32, _ second: UInt32) -> Bool {
    (isIdeograph(first) && second < 0x80) || (first < 0x80 && isIdeograph(second))
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(scalar) || scalar >= 0x20000
  }

  /// Whether a space stands before a glyph that is not the first.
  func parts(_ index: Int) -> Bool {
    let gap = gaps[index]
    if hasSpace[index] { return gap > 0.12 }
    switch (glyphs[index].scalar < 0x80, glyphs[index - 1].scalar < 0x80) {
    case (true, true): return gap > 0.25
    case (false, false): return gap > spacing + 0.45
    default: return gap > min(1, mixedSpacing + 0.45)
    }
  }
}

/// Turns text into glyphs. The real one is a ``FontSet``; tests use one of fixed widths.
public protocol TextShaper {
  /// Shapes one line of text without breaking it, face by face along the role's chain.
  /// Characters that no face has come back in `missing`, and are left out of the runs.
  mutating func shape(_ text: [UInt8], role: FontRole, isBold: Bool, size: Double) -> ShapedText
  /// Height above and depth below the baseline of the role's first face, in points, both positive.
  func extents(role: FontRole, size: Double) -> (ascent: Double, descent: Double)
  /// The outlines of a run whose pen starts at (0, 0); none where there are no real faces.
  func outline(of run: GlyphRun) -> [OutlineStep]
}

extension TextShaper {
  public func outline(of run: GlyphRun) -> [OutlineStep] { [] }
}

/// What shaping gives.
public struct ShapedText: Sendable {
  /// In text order. A run's `text` is its own part of the input, and clusters count from its start.
  public var runs: [GlyphRun]
  /// Byte offsets in the input of characters that no configured face has.
  public var missing: [Int]

  public init(runs: [GlyphRun], missing: [Int] = []) {
    self.runs = runs
    self.missing = missing
  }
}

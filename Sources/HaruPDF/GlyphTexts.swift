internal import FiscalText
internal import Typography

/// The text that each glyph of a document shows, as small numbers: the code point itself, or a
/// number beyond Unicode for glyphs that show several.
struct GlyphTexts {
  typealias Key = UInt32

  /// For a glyph that only completes the one before it. A reader of text drops it.
  static let nothing: Key = 0x200B

  private static let firstSequence: Key = 0x11_0000
  private var sequences: [[UInt32]] = []
  private var keys: [[UInt32]: Key] = [:]

  /// The code points of a key.
  func scalars(of key: Key) -> [UInt32] {
    key < Self.firstSequence ? [key] : sequences[Int(key - Self.firstSequence)]
  }

  /// The key of each glyph of a run, in order.
  mutating func keys(of run: GlyphRun) -> [Key] {
    var found: [Key] = []
    found.reserveCapacity(run.glyphs.count)
    var index = 0
    while index < run.glyphs.count {
      let cluster = run.glyphs[index].cluster
      var next = index + 1
      while next < run.glyphs.count, run.glyphs[next].cluster == cluster { next += 1 }
      let end = next < run.glyphs.count ? run.glyphs[next].cluster : run.text.count
      append(run.text, from: cluster, to: end, glyphCount: next - index, to: &found)
      index = next
    }
    return found
  }

  private mutating func append(
    _ text: [UInt8], from start: Int, to end: Int, glyphCount: Int, to keys: inout [Key]
  ) {
    guard start >= 0, start < min(end, text.count) else {
      keys.append(contentsOf: repeatElement(Self.nothing, count: glyphCount))
      return
    }
    let (first, length) = decodeScalar(text, at: start)
    if glyphCount == 1, start + length == end, first < Self.firstSequence {
      keys.append(first)
      return
    }
    let scalars = visibleScalars(text, from: start, to: min(end, text.count))
    if scalars.count == glyphCount {
      keys.append(contentsOf: scalars)
      return
    }
    keys.append(key(of: scalars))
    keys.append(contentsOf: repeatElement(Self.nothing, count: glyphCount - 1))
  }

  private func visibleScalars(_ text: [UInt8], from start: Int, to end: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    var offset = start
    while offset < end {
      let (scalar, length) = decodeScalar(text, at: offset)
      if scalar < Self.firstSequence, !isInvisible(scalar) { scalars.append(scalar) }
      offset += length
    }
    return scalars
  }

  private mutating func key(of scalars: [UInt32]) -> Key {
    if scalars.isEmpty { return Self.nothing }
    if scalars.count == 1 { return scalars[0] }
    if let known = keys[scalars] { return known }
    let key = Self.firstSequence + Key(sequences.count)
    sequences.append(scalars)
    keys[scalars] = key
    return key
  }
}

internal import FiscalText

/// Turns one line of text into runs of glyphs along a chain of faces.
struct LineShaper {
  let text: [UInt8]
  let size: Double
  let chain: FaceChain
  let library: FontLibrary

  private var runs: [GlyphRun] = []
  private var missing: [Int] = []
  private var glyphs: [GlyphRun.Glyph] = []
  /// The face of the open run; nil when none is open.
  private var face: Int?
  /// Where the open run or the invisible characters before the next one start.
  private var start = 0
  private var scale = 0.0

  init(text: [UInt8], size: Double, chain: FaceChain, library: FontLibrary) {
    self.text = text
    self.size = size
    self.chain = chain
    self.library = library
    glyphs.reserveCapacity(text.count / 3 + 1)
  }

  mutating func shape() -> ShapedText {
    var offset = 0
    while offset < text.count {
      let (scalar, full) = decodeScalar(text, at: offset)
      // Broken text may end within a character.
      let length = min(full, text.count - offset)
      let drawing = chain.drawing(of: scalar)
      switch drawing.state {
      case .invisible:
        offset += length
      case .unknown, .missing:
        closeRun(at: offset)
        missing.append(offset)
        offset += length
        start = offset
      case .single:
        open(face: Int(drawing.face), at: offset)
        glyphs.append(
          GlyphRun.Glyph(
            id: drawing.glyph, advance: Double(drawing.advance) * scale,
            xOffset: Double(drawing.xOffset) * scale, cluster: offset - start))
        offset += length
      case .shaped where drawing.characterClass == .mark:
        offset = combineMark(at: offset, length: length, drawing: drawing)
      case .shaped:
        let end = endOfPiece(from: offset + length, like: drawing)
        open(face: Int(drawing.face), at: offset)
        appendShaped(offset..<end, script: drawing.characterClass.isLatin ? .latin : .han)
        offset = end
      }
    }
    closeRun(at: text.count)
    return ShapedText(runs: runs, missing: missing)
  }

  /// The end of the characters that are shaped together with the one before `offset`.
  private func endOfPiece(from offset: Int, like first: FaceChain.Drawing) -> Int {
    var end = offset
    while end < text.count {
      let (scalar, length) = decodeScalar(text, at: end)
      let drawing = chain.drawing(of: scalar)
      guard drawing.state == .shaped, drawing.face == first.face,
        drawing.characterClass == first.characterClass || drawing.characterClass == .mark
      else { break }
      end = min(end + length, text.count)
    }
    return end
  }

  /// Shapes a mark anew with the character that it stands on, in the face of that character or,
  /// where that has no such mark, in the face of the mark.
  private mutating func combineMark(
    at offset: Int, length: Int, drawing: FaceChain.Drawing
  ) -> Int {
    let end = offset + length
    let mark = Int(drawing.face)
    guard let face, let cluster = glyphs.last?.cluster else {
      open(face: mark, at: offset)
      appendShaped(offset..<end, script: .latin)
      return end
    }
    let base = start + cluster
    if has(face, characterAt: offset) {
      glyphs.removeAll { $0.cluster == cluster }
      appendShaped(base..<end, script: .latin)
    } else if has(mark, characterAt: base) {
      glyphs.removeAll { $0.cluster == cluster }
      closeRun(at: base)
      open(face: mark, at: base)
      appendShaped(base..<end, script: .latin)
    } else {
      open(face: mark, at: offset)
      appendShaped(offset..<end, script: .latin)
    }
    return end
  }

  private func has(_ face: Int, characterAt offset: Int) -> Bool {
    library.faces[face].face.glyph(for: decodeScalar(text, at: offset).scalar) != nil
  }

  private mutating func appendShaped(_ range: Range<Int>, script: ShapingBuffer.Script) {
    guard let face else { return }
    for glyph in library.buffer.shape(
      text[range], with: library.faces[face].face, script: script)
    {
      let cluster = range.lowerBound + glyph.cluster
      if glyph.id == 0 {
        if missing.last != cluster { missing.append(cluster) }
        continue
      }
      glyphs.append(
        GlyphRun.Glyph(
          id: glyph.id, advance: Double(glyph.advance) * scale,
          xOffset: Double(glyph.xOffset) * scale, yOffset: Double(glyph.yOffset) * scale,
          cluster: cluster - start))
    }
  }

  private mutating func open(face: Int, at offset: Int) {
    if self.face == face { return }
    if self.face != nil { closeRun(at: offset) }
    self.face = face
    scale = size / library.faces[face].unitsPerEm
  }

  private mutating func closeRun(at offset: Int) {
    defer { face = nil }
    guard let face else { return }
    if !glyphs.isEmpty {
      runs.append(
        GlyphRun(face: face, size: size, glyphs: glyphs, text: Array(text[start..<offset])))
    }
    glyphs.removeAll(keepingCapacity: true)
    start = offset
  }
}

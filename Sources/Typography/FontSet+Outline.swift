extension FontSet {
  /// The outlines of a run whose pen starts at (0, 0).
  public func outline(of run: GlyphRun) -> [OutlineStep] {
    guard library.faces.indices.contains(run.face) else { return [] }
    let face = library.faces[run.face]
    let scale = run.size / face.unitsPerEm
    var steps: [OutlineStep] = []
    var pen = 0.0
    for glyph in run.glyphs {
      let outline = GlyphOutline(
        scale: scale, x: pen + glyph.xOffset, y: glyph.yOffset, of: glyph.id, in: face.face)
      steps += outline.steps
      pen += glyph.advance
    }
    return steps
  }
}

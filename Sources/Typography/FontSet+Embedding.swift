/// What a writer needs to embed the faces that runs refer to.
extension FontSet {
  /// Gives back the memory that the faces take, when all text is shaped. They stay of use, and
  /// what is looked at again is read again.
  public func releaseMemory() {
    for open in library.faces { open.face.mapping.release() }
  }

  /// The measures of a face; nil when no run came from it.
  public func metrics(ofFace face: Int) -> FontMetrics? {
    library.faces.indices.contains(face) ? library.faces[face].face.metrics : nil
  }

  /// A font program with some glyphs of a face, which must be sorted and without glyph 0.
  ///
  /// - Throws: ``FontError`` when the face does not allow it.
  public func subset(face: Int, glyphs: [UInt32]) throws(FontError) -> FontSubset {
    guard library.faces.indices.contains(face) else {
      throw FontError(.unreadable, path: "", message: "没有编号为 \(face) 的字体")
    }
    let open = library.faces[face]
    defer { open.face.mapping.release() }
    return try open.face.subset(to: glyphs, path: open.place.path)
  }
}

internal import CHarfBuzz

/// One face of a font file, mapped into memory: TrueType or CFF outlines, alone or in a
/// collection. HarfBuzz checks each table before it reads it.
struct FontFace: ~Copyable {
  let mapping: FontMapping
  let face: OpaquePointer
  let font: OpaquePointer
  let unitsPerEm: Int

  /// Opens a face.
  ///
  /// - Throws: ``FontError`` when the file cannot be read, is no font, or forbids embedding.
  static func open(path: String, index: Int) throws(FontError) -> FontFace {
    guard let mapping = FontMapping(path: path) else {
      throw FontError(.unreadable, path: path, message: "打不开这个字体文件")
    }
    let handle = try handle(mapping, path: path, index: index)
    let face = FontFace(mapping: mapping, handle: handle)
    try face.check(path: path)
    return face
  }

  private init(mapping: FontMapping, handle: OpaquePointer) {
    self.mapping = mapping
    face = handle
    font = hb_font_create(handle)
    unitsPerEm = Int(hb_face_get_upem(handle))
  }

  /// The corresponding C function is `hb_face_create`.
  private static func handle(
    _ mapping: FontMapping, path: String, index: Int
  ) throws(FontError) -> OpaquePointer {
    let blob = mapping.blob()
    defer { hb_blob_destroy(blob) }
    let faceCount = Int(hb_face_count(blob))
    guard index >= 0, index < faceCount, let face = hb_face_create(blob, UInt32(index)) else {
      let message = faceCount == 0 ? "不是字体文件" : "字体集里没有第 \(index) 个字体"
      throw FontError(.damaged, path: path, message: message)
    }
    return face
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  private func check(path: String) throws(FontError) {
    guard glyphCount > 0, (16...16384).contains(unitsPerEm), hasOutlines else {
      throw FontError(.damaged, path: path, message: "字体文件已损坏，或没有轮廓")
    }
    let permissions = table("OS/2").uint16(8) ?? 0
    if permissions & 0x000E == 0x0002 || permissions & 0x0200 != 0 {
      throw FontError(.embeddingForbidden, path: path, message: "字体的授权不许嵌入文件")
    }
    if permissions & 0x0100 != 0 {
      throw FontError(.embeddingForbidden, path: path, message: "字体的授权不许只嵌入用到的字")
    }
  }

  private var hasOutlines: Bool { hasTable("CFF ") || hasTable("glyf") }

  /// Tables of outlines are tens of megabytes large, and only mapped until they are read.
  private func hasTable(_ tag: StaticString) -> Bool {
    let blob = hb_face_reference_table(face, openTypeTag(tag))
    defer { hb_blob_destroy(blob) }
    return hb_blob_get_length(blob) > 0
  }

  var glyphCount: Int { Int(hb_face_get_glyph_count(face)) }

  /// The glyph of a character, or nil when the face does not have it.
  /// The corresponding C function is `hb_font_get_nominal_glyph`.
  func glyph(for scalar: UInt32) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, glyph != 0 else { return nil }
    return glyph
  }

  /// In font units. The corresponding C function is `hb_font_get_glyph_h_advance`.
  func advance(of glyph: UInt32) -> Int { Int(hb_font_get_glyph_h_advance(font, glyph)) }

  /// A copy of a table, empty when the face does not have it.
  /// The corresponding C function is `hb_face_reference_table`.
  func table(_ tag: StaticString) -> FontTable { FontTable(Self.table(tag, of: face)) }

  /// Where in the file a table lies.
  func place(of tag: StaticString) -> Range<Int>? {
    let blob = hb_face_reference_table(face, openTypeTag(tag))
    defer { hb_blob_destroy(blob) }
    return mapping.range(of: blob)
  }

  static func table(_ tag: StaticString, of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_table(face, openTypeTag(tag))
    defer { hb_blob_destroy(blob) }
    return bytes(of: blob)
  }

  static func bytes(of blob: OpaquePointer?) -> [UInt8] {
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length) else { return [] }
    return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      [UInt8](UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }
}

/// The four letters of an OpenType tag as a number.
func openTypeTag(_ tag: StaticString) -> UInt32 {
  precondition(tag.utf8CodeUnitCount == 4, "an OpenType tag has four letters")
  return UnsafeBufferPointer(start: tag.utf8Start, count: 4).reduce(0) { $0 << 8 | UInt32($1) }
}

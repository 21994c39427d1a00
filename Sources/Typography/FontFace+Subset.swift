internal import CHarfBuzz

extension FontFace {
  /// The tables that a reader of PDF draws glyphs with. Without the others HarfBuzz neither adds
  /// glyphs of its own accord nor goes through the map of all characters.
  private static let drawingTables: [StaticString] = [
    "CFF ", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
  ]

  /// Cuts the face down to some glyphs. The result is the same for the same glyphs.
  ///
  /// The corresponding C function is `hb_subset_plan_execute_or_fail`.
  /// - Throws: ``FontError`` when HarfBuzz refuses the font.
  func subset(to glyphs: [UInt32], path: String) throws(FontError) -> FontSubset {
    let failure = FontError(.damaged, path: path, message: "无法从这个字体里取出用到的字")
    guard let outlines = outlines(of: glyphs) else { throw failure }
    defer { hb_face_destroy(outlines) }
    guard let subset = cut(glyphs, from: outlines) else { throw failure }
    return subset
  }

  /// - Returns: nil when HarfBuzz refuses the font.
  func cut(_ glyphs: [UInt32], from outlines: OpaquePointer) -> FontSubset? {
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let kept = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(kept, glyph) }
    // Outlines without shared subroutines are cut out faster, and deflate to less.
    let flags = [
      HB_SUBSET_FLAGS_NO_HINTING, HB_SUBSET_FLAGS_NOTDEF_OUTLINE, HB_SUBSET_FLAGS_DESUBROUTINIZE,
    ]
    hb_subset_input_set_flags(input, flags.reduce(0) { $0 | $1.rawValue })
    guard let plan = hb_subset_plan_create_or_fail(outlines, input) else { return nil }
    defer { hb_subset_plan_destroy(plan) }
    guard let cut = hb_subset_plan_execute_or_fail(plan) else { return nil }
    defer { hb_face_destroy(cut) }
    let mapping = hb_subset_plan_old_to_new_glyph_mapping(plan)
    let indices = glyphs.map { Int(hb_map_get(mapping, $0)) }
    let widths = glyphs.map { thousandths(advance(of: $0)) }
    return Self.subset(cut, indices: indices, widths: widths)
  }

  /// The face with its tables for drawing only, and where that can be told from the table, with
  /// the outlines of some glyphs only.
  ///
  /// The corresponding C functions are `hb_face_builder_create`, `hb_face_builder_add_table`.
  /// - Parameter glyphs: nil for all.
  func outlines(of glyphs: [UInt32]?) -> OpaquePointer? {
    guard let outlines = hb_face_builder_create() else { return nil }
    for tag in Self.drawingTables {
      var blob = hb_face_reference_table(face, openTypeTag(tag))
      if let glyphs, openTypeTag(tag) == openTypeTag("CFF "), let table = place(of: "CFF "),
        let sparse = SparseOutlines.blob(glyphs: glyphs, table: table, of: mapping)
      {
        hb_blob_destroy(blob)
        blob = sparse
      }
      if hb_blob_get_length(blob) > 0 {
        hb_face_builder_add_table(outlines, openTypeTag(tag), blob)
      }
      hb_blob_destroy(blob)
    }
    return outlines
  }

  /// - Parameter indices: the new index of each glyph.
  private static func subset(
    _ face: OpaquePointer, indices: [Int], widths: [Int]
  ) -> FontSubset? {
    guard indices.allSatisfy({ (1...0xFFFF).contains($0) }) else { return nil }
    let compact = table("CFF ", of: face)
    if compact.isEmpty {
      let blob = hb_face_reference_blob(face)
      defer { hb_blob_destroy(blob) }
      let program = bytes(of: blob)
      if program.isEmpty { return nil }
      return FontSubset(
        format: .trueType, program: program, codes: indices.map(UInt16.init), widths: widths)
    }
    var codes = indices
    if let identifiers = CompactFontTable(compact).characterIdentifiers(
      glyphCount: Int(hb_face_get_glyph_count(face)))
    {
      guard indices.allSatisfy(identifiers.indices.contains) else { return nil }
      codes = indices.map { identifiers[$0] }
    }
    guard codes.allSatisfy({ (1...0xFFFF).contains($0) }) else { return nil }
    return FontSubset(
      format: .compact, program: compact, codes: codes.map(UInt16.init), widths: widths)
  }
}

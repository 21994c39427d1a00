internal import CHarfBuzz

extension FontFace {
  /// Tables that a reader of PDF does not use. Without GSUB the glyphs asked for are also the
  /// only ones that stay.
  private static let droppedTables: [StaticString] = [
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "name", "OS/2", "post", "cmap", "vhea", "vmtx", "VORG",
    "DSIG", "gasp", "hdmx", "kern", "LTSH", "VDMX", "PCLT", "meta", "STAT", "MATH", "EBDT", "EBLC",
  ]

  /// Cuts the face down to some glyphs. The result is the same for the same glyphs.
  ///
  /// The corresponding C function is `hb_subset_plan_execute_or_fail`.
  /// - Throws: ``FontError`` when HarfBuzz refuses the font.
  func subset(to glyphs: [UInt32], path: String) throws(FontError) -> FontSubset {
    let failure = FontError(.damaged, path: path, message: "无法从这个字体里取出用到的字")
    guard let input = hb_subset_input_create_or_fail() else { throw failure }
    defer { hb_subset_input_destroy(input) }
    let kept = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(kept, glyph) }
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in Self.droppedTables { hb_set_add(dropped, openTypeTag(tag)) }
    let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
    hb_subset_input_set_flags(input, flags)
    guard let plan = hb_subset_plan_create_or_fail(face, input) else { throw failure }
    defer { hb_subset_plan_destroy(plan) }
    guard let cut = hb_subset_plan_execute_or_fail(plan) else { throw failure }
    defer { hb_face_destroy(cut) }
    let mapping = hb_subset_plan_old_to_new_glyph_mapping(plan)
    let indices = glyphs.map { Int(hb_map_get(mapping, $0)) }
    let widths = glyphs.map { thousandths(advance(of: $0)) }
    guard let subset = Self.subset(cut, indices: indices, widths: widths) else { throw failure }
    return subset
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

internal import CHarfBuzz

/// HarfBuzz's buffer, used again for every piece of text.
struct ShapingBuffer: ~Copyable {
  enum Script {
    case han
    case latin
  }

  /// A glyph in font units. `cluster` counts from the start of the shaped piece.
  struct Glyph {
    var id: UInt32
    var advance: Int
    var xOffset: Int
    var yOffset: Int
    var cluster: Int
  }

  private let buffer: OpaquePointer?
  private let chinese: hb_language_t?
  private let english: hb_language_t?

  init() {
    buffer = hb_buffer_create()
    chinese = hb_language_from_string("zh-Hans", -1)
    english = hb_language_from_string("en", -1)
  }

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes a piece of UTF-8 without regard to what stands around it. Ligatures of letters are
  /// off, so that every letter keeps a glyph of its own and can be found and copied.
  /// The corresponding C function is `hb_shape`.
  func shape(
    _ text: ArraySlice<UInt8>, with face: borrowing FontFace, script: Script,
    isFullWidth: Bool = false
  ) -> [Glyph] {
    hb_buffer_clear_contents(buffer)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, script == .han ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
    hb_buffer_set_language(buffer, script == .han ? chinese : english)
    text.withUnsafeBytes { bytes in
      let characters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      hb_buffer_add_utf8(buffer, characters, Int32(bytes.count), 0, Int32(bytes.count))
    }
    var features: [hb_feature_t] = []
    if script == .latin { features.append(Self.feature("liga", value: 0)) }
    if isFullWidth { features.append(Self.feature("fwid", value: 1)) }
    hb_shape(face.font, buffer, features, UInt32(features.count))
    return glyphs
  }

  private static func feature(_ tag: StaticString, value: UInt32) -> hb_feature_t {
    hb_feature_t(tag: openTypeTag(tag), value: value, start: 0, end: UInt32.max)
  }

  private var glyphs: [Glyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let position = positions[index]
      return Glyph(
        id: infos[index].codepoint, advance: Int(position.x_advance),
        xOffset: Int(position.x_offset), yOffset: Int(position.y_offset),
        cluster: Int(infos[index].cluster))
    }
  }
}

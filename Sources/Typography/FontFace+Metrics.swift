internal import CHarfBuzz

extension FontFace {
  var metrics: FontMetrics {
    let head = table("head")
    let os2 = table("OS/2")
    let extents = emBox
    let box = (0..<4).map { thousandths(head.int16(36 + 2 * $0) ?? 0) }
    let capHeight = (os2.uint16(0) ?? 0) >= 2 ? os2.int16(88) : nil
    let angle = table("post").int16(4) ?? 0
    return FontMetrics(
      postScriptName: postScriptName, boundingBox: box,
      ascent: thousandths(extents.ascent), descent: -thousandths(extents.descent),
      capHeight: thousandths(capHeight ?? extents.ascent), italicAngle: angle,
      weight: os2.uint16(4) ?? 400)
  }

  /// Height above and depth below the baseline in font units, both positive: the typographic
  /// ones, which are the em box in Chinese fonts, else those of the horizontal header.
  var emBox: (ascent: Int, descent: Int) {
    let os2 = table("OS/2")
    if let ascent = os2.int16(68), let descent = os2.int16(70), ascent > 0, descent <= 0 {
      return (ascent, -descent)
    }
    let hhea = table("hhea")
    return (max(hhea.int16(4) ?? unitsPerEm, 0), max(-(hhea.int16(6) ?? 0), 0))
  }

  /// Font units to thousandths of the em, rounded half away from zero.
  func thousandths(_ units: Int) -> Int {
    let scaled = units * 1000
    let half = scaled < 0 ? -unitsPerEm / 2 : unitsPerEm / 2
    return (scaled + half) / unitsPerEm
  }

  /// The PostScript name (name id 6) with everything left out that a PDF name cannot hold plainly.
  var postScriptName: String {
    let plain = name(HB_OT_NAME_ID_POSTSCRIPT_NAME).unicodeScalars.filter { scalar in
      switch scalar {
      case "0"..."9", "A"..."Z", "a"..."z", "-", "_": true
      default: false
      }
    }
    return plain.isEmpty ? "Font" : String(String.UnicodeScalarView(plain.prefix(63)))
  }

  /// The name that a person knows the face by, Chinese if it has one.
  var displayName: String {
    let full = name(HB_OT_NAME_ID_FULL_NAME)
    return full.isEmpty ? postScriptName : full
  }

  /// The corresponding C function is `hb_ot_name_get_utf8`.
  private func name(_ id: Int) -> String {
    for language in ["zh-CN", "zh", "en"] {
      let tag = hb_language_from_string(language, -1)
      let length = hb_ot_name_get_utf8(face, hb_ot_name_id_t(id), tag, nil, nil)
      guard length > 0, length < 1024 else { continue }
      var buffer = [CChar](repeating: 0, count: Int(length) + 1)
      var size = UInt32(buffer.count)
      _ = hb_ot_name_get_utf8(face, hb_ot_name_id_t(id), tag, &size, &buffer)
      return String(decoding: buffer.prefix(Int(size)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return ""
  }
}

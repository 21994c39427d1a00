internal import Compression
internal import Typography

/// Writes one face: the program, its descriptor, and a composite font for each variant of texts
/// (ISO 32000-1, 9.7). Variants differ in their map to Unicode only.
struct FontWriter {
  let subset: FontSubset
  let metrics: FontMetrics
  let use: FaceUse
  let glyphs: [UInt32]
  let texts: GlyphTexts

  /// The streams of a face, compressed: its program and its maps to Unicode, one for each variant.
  struct Streams: Sendable {
    var program: [UInt8]
    var maps: [[UInt8]]
  }

  func streams(_ deflater: borrowing Deflater) -> Streams {
    let program = deflater.compress(subset.program)
    var maps: [[UInt8]] = []
    for variant in 0..<use.variantCount {
      maps.append(deflater.compress(unicodeMap(variant: variant)))
    }
    return Streams(program: program, maps: maps)
  }

  func write(
    _ streams: Streams, into document: borrowing HaruDocument
  ) throws(PDFError) -> [HaruDocument.Object] {
    let name = "\(tag)+\(metrics.postScriptName)"
    let descendant = try self.descendant(named: name, streams.program, in: document)
    var fonts: [HaruDocument.Object] = []
    for map in streams.maps {
      let map = try document.stream(map, isDeflated: true)
      fonts.append(
        try document.object([
          "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
          "Encoding": .name("Identity-H"), "DescendantFonts": .array([.object(descendant)]),
          "ToUnicode": .object(map),
        ]))
    }
    return fonts
  }

  private func descendant(
    named name: String, _ program: [UInt8], in document: borrowing HaruDocument
  ) throws(PDFError) -> HaruDocument.Object {
    let isCompact = subset.format == .compact
    let program = try document.stream(program, isDeflated: true)
    if isCompact {
      try document.set(program, "Subtype", .name("CIDFontType0C"))
    } else {
      try document.set(program, "Length1", .integer(subset.program.count))
    }
    let descriptor = try document.object([
      "Type": .name("FontDescriptor"), "FontName": .name(name), "Flags": .integer(4),
      "FontBBox": .array(metrics.boundingBox.map(HaruValue.integer)),
      "ItalicAngle": .integer(metrics.italicAngle), "Ascent": .integer(metrics.ascent),
      "Descent": .integer(metrics.descent), "CapHeight": .integer(metrics.capHeight),
      "StemV": .integer(stemWidth), isCompact ? "FontFile3" : "FontFile2": .object(program),
    ])
    let font = try document.object([
      "Type": .name("Font"), "Subtype": .name(isCompact ? "CIDFontType0" : "CIDFontType2"),
      "BaseFont": .name(name), "FontDescriptor": .object(descriptor), "DW": .integer(1000),
      "W": .array(widths),
      "CIDSystemInfo": .dictionary([
        ("Registry", .bytes(Array("Adobe".utf8))), ("Ordering", .bytes(Array("Identity".utf8))),
        ("Supplement", .integer(0)),
      ]),
    ])
    if !isCompact { try document.set(font, "CIDToGIDMap", .name("Identity")) }
    return font
  }

  /// Fonts do not state it; this follows the weight from thin to black.
  private var stemWidth: Int { 10 + metrics.weight * metrics.weight / 2500 }

  /// Indices into `glyphs` in the order of the codes.
  private var byCode: [Int] {
    glyphs.indices.sorted { subset.codes[$0] < subset.codes[$1] }
  }

  /// Widths other than one em, those of neighbouring codes together.
  private var widths: [HaruValue] {
    var groups: [(first: Int, widths: [HaruValue])] = []
    for index in byCode where subset.widths[index] != 1000 {
      let code = Int(subset.codes[index])
      if let last = groups.last, last.first + last.widths.count == code {
        groups[groups.count - 1].widths.append(.integer(subset.widths[index]))
      } else {
        groups.append((code, [.integer(subset.widths[index])]))
      }
    }
    return groups.flatMap { [.integer($0.first), .array($0.widths)] }
  }

  /// Six letters that tell this subset of the font from others (ISO 32000-1, 9.6.4).
  private var tag: String {
    var hash = ContentHash()
    hash.update(subset.codes.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] })
    hash.update(Array(metrics.postScriptName.utf8))
    let letters = hash.digest.prefix(6).map { UInt8(ascii: "A") + $0 % 26 }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A CMap from codes to UTF-16 (ISO 32000-1, 9.10.3).
  private func unicodeMap(variant: Int) -> [UInt8] {
    let entries = byCode.compactMap { index in
      use.text(glyph: glyphs[index], variant: variant).map { (subset.codes[index], $0) }
    }
    var map = ByteBuilder()
    map.append(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """ as StaticString)
    for start in stride(from: 0, to: entries.count, by: 100) {
      let block = entries[start..<min(start + 100, entries.count)]
      map.append(block.count)
      map.append(" beginbfchar\n")
      for (code, key) in block {
        map.append("<")
        map.append(hexadecimal: code)
        map.append("> <")
        for scalar in texts.scalars(of: key) { append(scalar, to: &map) }
        map.append(">\n")
      }
      map.append("endbfchar\n")
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return map.bytes
  }

  private func append(_ scalar: UInt32, to map: inout ByteBuilder) {
    guard scalar > 0xFFFF else {
      map.append(hexadecimal: UInt16(truncatingIfNeeded: scalar))
      return
    }
    map.append(hexadecimal: UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10))
    map.append(hexadecimal: UInt16(truncatingIfNeeded: 0xDC00 + (scalar - 0x10000) & 0x3FF))
  }
}

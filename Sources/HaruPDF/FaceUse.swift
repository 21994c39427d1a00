/// The glyphs of a face that a document shows, each with the texts that it stands for.
struct FaceUse {
  /// The first text of each glyph by its index; 0 where the glyph is not used.
  private var firstTexts: [GlyphTexts.Key] = []
  /// The further texts of the few glyphs that show several, such as the hyphen that is also a
  /// minus sign.
  private var furtherTexts: [UInt32: [GlyphTexts.Key]] = [:]

  /// In ascending order.
  var glyphs: [UInt32] {
    firstTexts.indices.filter { firstTexts[$0] != 0 }.map(UInt32.init)
  }

  /// How many fonts with different texts for their glyphs are needed.
  private(set) var variantCount = 1

  mutating func add(glyph: UInt32, text: GlyphTexts.Key) {
    let index = Int(glyph)
    while firstTexts.count <= index {
      let grown = max(index + 1, 2 * firstTexts.count)
      firstTexts.append(contentsOf: repeatElement(0, count: grown - firstTexts.count))
    }
    if firstTexts[index] == text { return }
    if firstTexts[index] == 0 {
      firstTexts[index] = text
    } else if furtherTexts[glyph]?.contains(text) != true {
      furtherTexts[glyph, default: []].append(text)
      variantCount = max(variantCount, 1 + (furtherTexts[glyph]?.count ?? 0))
    }
  }

  /// The variant in which a glyph shows a text.
  func variant(glyph: UInt32, text: GlyphTexts.Key) -> Int {
    if furtherTexts.isEmpty || firstTexts[Int(glyph)] == text { return 0 }
    return 1 + (furtherTexts[glyph]?.firstIndex(of: text) ?? -1)
  }

  /// The text of a glyph in a variant; nil when the variant is not for it.
  func text(glyph: UInt32, variant: Int) -> GlyphTexts.Key? {
    if variant == 0 { return firstTexts[Int(glyph)] }
    guard let texts = furtherTexts[glyph], variant <= texts.count else { return nil }
    return texts[variant - 1]
  }
}

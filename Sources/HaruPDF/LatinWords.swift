internal import Typography

/// Finds the Latin words in a run of Chinese text: names and abbreviations such as “Gongkai” or
/// “PDF”. A letter alone, as in A4 or a list of a, b and c, is read out rightly either way.
enum LatinWords {
  struct Part: Equatable {
    var glyphs: Range<Int>
    var isLatin: Bool
  }

  /// The parts of a run in order; nil for one without Latin words.
  static func parts(of run: GlyphRun) -> [Part]? {
    guard run.text.contains(where: isLetter) else { return nil }
    let words = words(in: run.text)
    guard !words.isEmpty else { return nil }
    var parts: [Part] = []
    for (index, glyph) in run.glyphs.enumerated() {
      let isLatin = words.contains { $0.contains(glyph.cluster) }
      if let last = parts.indices.last, parts[last].isLatin == isLatin {
        parts[last].glyphs = parts[last].glyphs.lowerBound..<(index + 1)
      } else {
        parts.append(Part(glyphs: index..<(index + 1), isLatin: isLatin))
      }
    }
    return parts
  }

  /// Stretches from a letter to a letter or digit with at least two letters.
  private static func words(in text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard isLetter(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var (end, letters) = (index, 0)
      while index < text.count, isLetter(text[index]) || isInside(text[index]) {
        if isLetter(text[index]) { letters += 1 }
        if isLetter(text[index]) || isDigit(text[index]) { end = index + 1 }
        index += 1
      }
      if letters > 1 { words.append(start..<end) }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What may stand between the letters of one phrase.
  private static func isInside(_ byte: UInt8) -> Bool {
    isDigit(byte) || [0x20, 0x26, 0x27, 0x2D, 0x2E, 0x2F].contains(byte)
  }
}

/// The little of a CFF table (Adobe Technical Note 5176) that tells by which codes a PDF shows
/// its glyphs.
struct CompactFontTable {
  private let table: FontTable

  init(_ bytes: [UInt8]) { table = FontTable(bytes) }

  /// The character identifier of each glyph of a CID-keyed font; nil for a name-keyed one, whose
  /// glyphs are shown by their indices.
  func characterIdentifiers(glyphCount: Int) -> [Int]? {
    guard let entries = topDictionary, entries.isCIDKeyed else { return nil }
    return charset(at: entries.charset, glyphCount: glyphCount)
  }

  /// Where the outlines of a CID-keyed font start: none of them is made up of others.
  var outlinesOffset: Int? {
    guard let entries = topDictionary, entries.isCIDKeyed else { return nil }
    return entries.outlines
  }

  /// What the Top DICT tells.
  private struct TopDictionary {
    var isCIDKeyed = false
    var charset = 0
    var outlines = 0
  }

  private var topDictionary: TopDictionary? {
    guard let headerSize = table.uint8(2), let names = index(at: headerSize),
      let dictionaries = index(at: names.end), let first = dictionaries.items.first
    else { return nil }
    return operators(in: first)
  }

  /// An INDEX structure (chapter 5): where its items and what follows it lie.
  private func index(at offset: Int) -> (items: [Range<Int>], end: Int)? {
    guard let count = table.uint16(offset) else { return nil }
    if count == 0 { return ([], offset + 2) }
    guard let offsetSize = table.uint8(offset + 2) else { return nil }
    let base = offset + 3 + (count + 1) * offsetSize - 1
    var bounds: [Int] = []
    for item in 0...count {
      guard let bound = table.uint(offset + 3 + item * offsetSize, size: offsetSize),
        bound >= (bounds.last ?? 1)
      else { return nil }
      bounds.append(bound)
    }
    let items = zip(bounds, bounds.dropFirst()).map { base + $0..<base + $1 }
    return (items, base + (bounds.last ?? 1))
  }

  /// Reads the Top DICT (chapter 9): `ROS` marks a CID-keyed font, `charset` and `CharStrings`
  /// give offsets.
  private func operators(in range: Range<Int>) -> TopDictionary {
    var dictionary = TopDictionary()
    var operand = 0
    var offset = range.lowerBound
    while offset < range.upperBound, let byte = table.uint8(offset) {
      offset += 1
      switch byte {
      case 12:
        if table.uint8(offset) == 30 { dictionary.isCIDKeyed = true }
        offset += 1
      case 15: dictionary.charset = operand
      case 17: dictionary.outlines = operand
      case 28:
        operand = table.int16(offset) ?? 0
        offset += 2
      case 29:
        operand = table.uint32(offset) ?? 0
        offset += 4
      case 30: offset = endOfReal(from: offset)
      case 32...246: operand = byte - 139
      case 247...250:
        operand = (byte - 247) * 256 + (table.uint8(offset) ?? 0) + 108
        offset += 1
      case 251...254: offset += 1
      default: break
      }
    }
    return dictionary
  }

  /// A real number ends with a nibble of ones.
  private func endOfReal(from offset: Int) -> Int {
    var offset = offset
    while let byte = table.uint8(offset) {
      offset += 1
      if byte & 0x0F == 0x0F || byte >> 4 == 0x0F { break }
    }
    return offset
  }

  /// The charset (chapter 13) of a CID-keyed font.
  private func charset(at offset: Int, glyphCount: Int) -> [Int]? {
    guard let format = table.uint8(offset), glyphCount <= 0x10000 else { return nil }
    var identifiers = [0]
    var position = offset + 1
    while identifiers.count < glyphCount {
      guard let first = table.uint16(position) else { return nil }
      position += 2
      var following = 0
      switch format {
      case 0: break
      case 1:
        guard let count = table.uint8(position) else { return nil }
        following = count
        position += 1
      case 2:
        guard let count = table.uint16(position) else { return nil }
        following = count
        position += 2
      default: return nil
      }
      identifiers.append(contentsOf: first...first + following)
    }
    return identifiers
  }
}

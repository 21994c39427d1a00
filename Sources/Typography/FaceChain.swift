/// The faces of a role in order, and what was found out about each character so far.
final class FaceChain {
  /// How a character is drawn.
  struct Drawing {
    enum State: UInt8 {
      case unknown
      case missing
      case invisible
      /// One glyph, whatever stands beside it.
      case single
      /// To be shaped with its neighbours.
      case shaped
    }

    var state = State.unknown
    var characterClass = CharacterClass.invisible
    var face: Int16 = 0
    var glyph: UInt32 = 0
    /// In font units.
    var advance: Int32 = 0
    var xOffset: Int32 = 0
  }

  private struct Link {
    var entry: FontManifest.Entry
    var isResolved = false
    var face: Int?
  }

  private let library: FontLibrary
  private var links: [Link]
  /// Drawings by code point, 256 to a page; a page is empty until one of its characters is used.
  private var pages = [[Drawing]](repeating: [], count: 0x1100)

  init(library: FontLibrary, role: FontRole, isBold: Bool) {
    self.library = library
    links = library.entries(role: role, isBold: isBold).map { Link(entry: $0) }
  }

  /// The first face of the chain that is there.
  var first: Int? {
    for index in links.indices {
      if let face = face(at: index) { return face }
    }
    return nil
  }

  func drawing(of scalar: UInt32) -> Drawing {
    let page = Int(scalar >> 8)
    guard page < pages.count else { return Drawing(state: .missing) }
    let known = pages[page].isEmpty ? Drawing() : pages[page][Int(scalar & 0xFF)]
    if known.state != .unknown { return known }
    let found = look(up: scalar)
    if pages[page].isEmpty { pages[page] = [Drawing](repeating: Drawing(), count: 256) }
    pages[page][Int(scalar & 0xFF)] = found
    return found
  }

  private func look(up scalar: UInt32) -> Drawing {
    let characterClass = CharacterClass(scalar)
    if characterClass == .invisible { return Drawing(state: .invisible) }
    guard let face = face(for: scalar, scope: characterClass.scope) else {
      return Drawing(state: .missing)
    }
    let shaped = Drawing(
      state: .shaped, characterClass: characterClass, face: Int16(truncatingIfNeeded: face))
    guard characterClass.isSingle, let character = Unicode.Scalar(scalar) else { return shaped }
    let bytes = Array(String(character).utf8)
    let isMiddleDot = scalar == 0xB7
    let glyphs = library.buffer.shape(
      bytes[...], with: library.faces[face].face, script: characterClass.isLatin ? .latin : .han,
      isFullWidth: isMiddleDot)
    guard glyphs.count == 1, let glyph = glyphs.first, glyph.yOffset == 0 else { return shaped }
    var single = shaped
    single.state = .single
    single.glyph = glyph.id
    single.advance = Int32(clamping: glyph.advance)
    single.xOffset = Int32(clamping: glyph.xOffset)
    if isMiddleDot { narrow(&single, to: library.faces[face].face.unitsPerEm / 2) }
    return single
  }

  /// The middle dot takes half a character (GB/T 15834-2011, 5.1), and stands in its middle.
  private func narrow(_ drawing: inout Drawing, to width: Int) {
    drawing.xOffset += (Int32(width) - drawing.advance) / 2
    drawing.advance = Int32(width)
  }

  /// The first face that has a character, among those for characters of its sort, else any.
  private func face(for scalar: UInt32, scope: FontManifest.Scope) -> Int? {
    for wantsScope in [true, false] {
      for index in links.indices where links[index].entry.scope.contains(scope) == wantsScope {
        if let face = face(at: index), library.faces[face].face.glyph(for: scalar) != nil {
          return face
        }
      }
    }
    return nil
  }

  private func face(at index: Int) -> Int? {
    if !links[index].isResolved {
      links[index].face = library.face(of: links[index].entry)
      links[index].isResolved = true
    }
    return links[index].face
  }
}

internal import FiscalModel
internal import FiscalText

/// Writes the lines of a page as the assembler wants them.
struct LineWriter {
  let page: PageLayout
  let measure: Measure?
  let leading: Leading?
  /// What the next page begins with.
  let following: PageLayout.Item?

  /// - Parameter position: the index of the line among the page's items.
  func line(_ line: TextLine, at position: Int) -> RawLine {
    var raw = RawLine(line.text(page.maker), extent: .printedLine)
    raw.isBold = line.isBold
    raw.fontSize = line.fontSize
    guard let measure = line.column ?? measure, line.fontSize > 0 else { return raw }
    let before = (line.box.x - measure.left) / line.fontSize
    let behind = (measure.right - line.end) / line.fontSize
    raw.indent = max(0, before)
    // 编制部门：… at the left and 单位：万元 at the right make a line that fills its measure but
    // does not go on.
    guard line.widestGap < 0.15 * (measure.right - measure.left) else {
      raw.endsShort = true
      return raw
    }
    raw.alignment = alignment(before: before, behind: behind)
    raw.endsShort = endsParagraph(line, at: position, room: behind * line.fontSize)
    return raw
  }

  private func alignment(before: Double, behind: Double) -> Paragraph.Alignment {
    if before > 2.6, abs(before - behind) < max(1.2, 0.12 * before) { return .center }
    if before > 6, behind < 1 { return .right }
    return .justified
  }

  /// Whether the next line is none of the same paragraph: there is none, it is set in another
  /// size, or its beginning would have found room in this one.
  private func endsParagraph(_ line: TextLine, at position: Int, room: Double) -> Bool {
    let next = position + 1 < page.items.count ? page.items[position + 1] : following
    guard case .line(let next)? = next, abs(next.fontSize - line.fontSize) < 0.6 else {
      return true
    }
    if position + 1 < page.items.count, line.column == nil, leading?.parts(line, next) ?? false {
      return true
    }
    return room > unbreakableStart(of: next) + 0.6 * line.fontSize
  }

  /// The width of what cannot be parted at the beginning of a line: opening brackets with what
  /// follows, a number or word, or a character with the closing punctuation behind it.
  private func unbreakableStart(of line: TextLine) -> Double {
    var end = 1
    while end < line.items.count, Self.opening.contains(line.items[end - 1].scalar) { end += 1 }
    end = Self.wordEnd(line, from: end)
    let word = end
    while end < line.items.count, Self.clinging.contains(line.items[end].scalar) { end += 1 }
    // Some programs do not part a closing bracket from a number behind it either.
    if end > word, end < line.items.count, line.items[end].scalar < 0x80 {
      end = Self.wordEnd(line, from: end + 1)
    }
    return line.items[end - 1].end - line.box.x
  }

  /// The end of the number or word that the character before an index belongs to.
  private static func wordEnd(_ line: TextLine, from start: Int) -> Int {
    var end = start
    guard line.items[end - 1].scalar < 0x80 else { return end }
    while end < line.items.count, line.items[end].scalar < 0x80, !line.items[end].hasSpace {
      end += 1
    }
    return end
  }

  /// What must not end a line.
  private static let opening = Set("（《“‘【〈「『〔([{".unicodeScalars.map(\.value))

  /// What must not begin a line.
  private static let clinging = Set("，。、；：？！）》”’】〉」』〕％%,.;:!?)".unicodeScalars.map(\.value))
}

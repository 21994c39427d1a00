internal import FiscalModel
internal import FiscalText

/// Paragraphs that belong to a table before or behind them, though nothing but their place says so.
extension Composer {
  /// Whether a paragraph is a short line that leads to a table, as `表十二` or `具体如下：` do: it
  /// does not stay behind on another page.
  func leadsToTable(_ blocks: ArraySlice<Block>) -> Bool {
    guard case .paragraph(let paragraph)? = blocks.first, Self.isLeadIn(paragraph) else {
      return false
    }
    return switch blocks.dropFirst().first {
    case .table: true
    case .paragraph(let next):
      if case .table? = blocks.dropFirst(2).first { Self.isLeadIn(next) } else { false }
    default: false
    }
  }

  private static func isLeadIn(_ paragraph: Paragraph) -> Bool {
    let bytes = CleanText(paragraph.text.utf8).bytes
    guard paragraph.number == nil, !bytes.isEmpty, bytes.count <= longestLeadIn else {
      return false
    }
    return !sentenceEnds.contains { bytes.hasBytes($0, at: bytes.count - $0.count) }
  }

  /// In bytes: some twenty characters.
  private static let longestLeadIn = 60
  private static let sentenceEnds = ["。", "；", "！", "？", "，", "、"].map { [UInt8]($0.utf8) }

  mutating func pendParagraph(_ paragraph: Paragraph, parent: Int) {
    var textStyle = style.body
    if paragraph.isBold { textStyle.isBold = true }
    let shaped = shape(paragraph.text, textStyle)
    guard !shaped.isEmpty else { return }
    let element = addElement(.paragraph, parent: parent)
    pending.append(
      PendingBlock(shaped, textStyle, bodyForm(paragraph.alignment), element: element))
  }

  /// Whether a paragraph is one of a few that stand between a landscape table and what starts a
  /// new page anyway, and finds room under the table: an upright page for it would be nearly empty.
  func staysUnderTable(_ blocks: [Block], _ index: Int) -> Bool {
    guard pages.isOpen, pages.isLandscape, pending.isEmpty else { return false }
    var first = index
    while first > 0, case .paragraph = blocks[first - 1] { first -= 1 }
    guard first > 0, case .table = blocks[first - 1] else { return false }
    var height = 0.0
    for block in blocks[index...] {
      switch block {
      case .paragraph(let paragraph):
        guard paragraph.number == nil else { return false }
        let natural = shapeQuietly(paragraph.text, style.body).naturalWidth
        let width = max(1, pages.geometry.textWidth - 2 * style.body.size)
        height += Double(wholeNumber(above: natural / width)) * style.lineHeight(style.body.size)
      case .table: return height <= pages.remaining
      case .figure, .glossaryEntry, .unrecognised: return false
      }
      if height > pages.remaining { return false }
    }
    return true
  }
}

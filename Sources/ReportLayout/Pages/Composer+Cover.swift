internal import FiscalModel
internal import FiscalText

/// The cover page: names and title in the upper half, dates and the like at its foot.
extension Composer {
  mutating func composeCover(_ report: Report, parent: Int) {
    guard !report.cover.isEmpty else { return }
    let element = addElement(.sect, parent: parent)
    let lines = report.cover.compactMap { block -> TracedText? in
      guard case .paragraph(let paragraph) = block else { return nil }
      return paragraph.text
    }
    guard lines.count == report.cover.count, lines.count <= 12,
      lines.allSatisfy({ $0.utf8.count <= 180 })
    else {
      composeBlocks(report.cover, parent: element)
      flushPending()
      return
    }
    placeCover(Self.joined(lines, name: report.entity), parent: element)
  }

  /// The lines, with a name that is broken over two of them made whole: where it is to be broken
  /// depends on the page.
  private static func joined(_ lines: [TracedText], name: String?) -> [TracedText] {
    guard let name = name.map({ [UInt8]($0.utf8) }) else { return lines }
    var joined: [TracedText] = []
    for line in lines {
      if var whole = joined.last, !line.utf8.isEmpty {
        whole.append(line)
        if whole.utf8.filter({ $0 != 0x20 }) == name {
          joined[joined.count - 1] = whole
          continue
        }
      }
      joined.append(line)
    }
    return joined
  }

  private mutating func placeCover(_ lines: [TracedText], parent: Int) {
    let footStart = lines.firstIndex(where: Self.isFootLine) ?? lines.count
    let head = lines[..<footStart].compactMap { coverBlock($0, style.coverTitle, parent) }
    let foot = lines[footStart...].compactMap { coverBlock($0, style.coverLine, parent) }
    pages.startPage()
    let height = pages.geometry.textHeight
    let footHeight = foot.reduce(0) { $0 + $1.height }
    pages.advance(height * 0.22)
    for block in head { flow(block) }
    let rest = height * 0.9 - footHeight - pages.y
    if rest > 0 { pages.advance(rest) }
    for block in foot { flow(block) }
  }

  private mutating func coverBlock(
    _ text: TracedText, _ textStyle: TextStyle, _ parent: Int
  ) -> TextBlock? {
    let shaped = shape(text, textStyle)
    guard !shaped.isEmpty else { return nil }
    let element = addElement(.paragraph, parent: parent)
    var block = setBlock(
      shaped, textStyle, width: style.textWidth,
      form: LineForm(alignment: .center, isBalanced: true),
      segments: [.init(start: 0, element: element)])
    block.isWhole = true
    for index in block.lines.indices {
      block.lines[index].height = max(block.lines[index].line.size * 1.6, style.linePitch)
    }
    return block
  }

  /// Whether a line gives a date, or names who made the document or when (编制单位：…).
  private static func isFootLine(_ text: TracedText) -> Bool {
    let bytes = CleanText(text.utf8).bytes
    if bytes.firstOffset(of: colon) != nil { return true }
    return isDate(bytes)
  }

  private static let colon = [UInt8]("：".utf8)

  /// 2025年8月, 二〇二五年八月二十日.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    var hasMonth = false
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      switch scalar {
      case 0x30...0x39, 0x5E74, 0x65E5, 0x3007, 0x25CB, 0x96F6, 0x20: break
      case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: break
      case 0x6708: hasMonth = true
      default: return false
      }
      offset += length
    }
    return hasMonth
  }
}

internal import FiscalModel
internal import FiscalText

/// Parts, sections and running text.
extension Composer {
  mutating func composePart(_ part: Section, parent: Int) {
    flushPending()
    switch style.partStart {
    case .page: pages.finishPage()
    case .oddPage: pages.fillToOddPage()
    case .flow: break
    }
    composeSection(part, parent: addElement(.part, parent: parent), depth: 0)
  }

  /// - Parameter depth: how many headings stand above.
  private mutating func composeSection(_ section: Section, parent: Int, depth: Int) {
    var inner = depth
    if let heading = section.heading, !CleanText(heading.utf8).bytes.isEmpty {
      composeHeading(heading, section.number, parent: parent, depth: depth)
      inner += 1
    }
    composeBlocks(section.blocks, parent: parent)
    // Sections in too deep a nest are set as if they stood on the last level.
    for child in section.sections {
      let element = depth < 16 ? addElement(.sect, parent: parent) : parent
      composeSection(child, parent: element, depth: min(inner, 16))
    }
  }

  private mutating func composeHeading(
    _ heading: TracedText, _ number: HeadingNumber?, parent: Int, depth: Int
  ) {
    let role = [StructureElement.Role.h1, .h2, .h3, .h4][min(depth, 3)]
    let element = addElement(role, parent: parent)
    let kind = HeadingKind(number, depth: depth)
    let textStyle = kind.textStyle(style)
    let paragraph = shape(heading, textStyle)
    var form = LineForm()
    if kind == .part {
      form.alignment = .center
      form.isBalanced = true
    } else {
      form.firstIndent = style.firstLineIndent * style.body.size
    }
    var block = PendingBlock(paragraph, textStyle, form, element: element)
    if kind == .part {
      block.spaceBefore = style.linePitch
      block.spaceAfter = style.linePitch
    }
    let anchor = addAnchor()
    block.anchor = anchor
    entries.append(ContentsEntry(title: heading, level: depth, anchor: anchor, isTable: false))
    pending.append(block)
  }

  mutating func composeBlocks(_ blocks: [Block], parent: Int) {
    var list: ItemList?
    for (index, block) in blocks.enumerated() {
      if case .paragraph(let paragraph) = block, let number = paragraph.number {
        list = composeItem(paragraph, number, in: list, parent: parent)
        continue
      }
      list = nil
      switch block {
      case .paragraph(let paragraph):
        composeParagraph(paragraph, among: blocks, at: index, parent: parent)
      case .table(let table):
        composeTable(table, readyTable(blocks[index...]), parent: parent)
      case .figure(let figure): composeFigure(figure, parent: parent)
      case .glossaryEntry(let entry): composeGlossaryEntry(entry, parent: parent)
      case .unrecognised(let piece):
        composeParagraph(Paragraph(piece.text, alignment: .left), parent: parent)
      }
    }
  }

  private mutating func composeParagraph(
    _ paragraph: Paragraph, among blocks: [Block], at index: Int, parent: Int
  ) {
    if leadsToTable(blocks[index...]) {
      pendParagraph(paragraph, parent: parent)
    } else {
      composeParagraph(
        paragraph, parent: parent, landscape: staysUnderTable(blocks, index))
    }
  }

  mutating func composeParagraph(
    _ paragraph: Paragraph, parent: Int, landscape: Bool = false
  ) {
    var textStyle = style.body
    if paragraph.isBold { textStyle.isBold = true }
    let shaped = shape(paragraph.text, textStyle)
    guard !shaped.isEmpty else { return }
    let element = addElement(.paragraph, parent: parent)
    let width = landscape ? pages.geometry.textWidth : style.textWidth
    flow(
      setBlock(
        shaped, textStyle, width: width, form: bodyForm(paragraph.alignment),
        segments: [.init(start: 0, element: element)]), landscape: landscape)
  }

  /// Numbered items that follow each other in one style of numbers.
  private struct ItemList {
    var element: Int
    var style: HeadingNumber.Style
  }

  /// Sets a numbered item; returns the list that it belongs to.
  private mutating func composeItem(
    _ paragraph: Paragraph, _ number: HeadingNumber, in list: ItemList?, parent: Int
  ) -> ItemList? {
    var textStyle = style.body
    if paragraph.isBold { textStyle.isBold = true }
    let clean = CleanText(paragraph.text.utf8)
    let shaped = shape(
      paragraph.text, clean, [.init(text: clean.bytes, style: textStyle)])
    guard !shaped.isEmpty else { return list }
    var current = list
    if current?.style != number.style {
      current = ItemList(element: addElement(.list, parent: parent), style: number.style)
    }
    guard let current else { return nil }
    let item = addElement(.listItem, parent: current.element)
    let label = addElement(.label, parent: item)
    let body = addElement(.listBody, parent: item)
    let split = clean.offset(atOrAfter: number.range.upperBound)
    var form = bodyForm(paragraph.alignment)
    if style.hangsNumbers, form.alignment == .justified {
      form.indent = form.firstIndent + shaped.width(upTo: split)
    }
    flow(
      setBlock(
        shaped, textStyle, width: style.textWidth, form: form,
        segments: [.init(start: 0, element: label), .init(start: split, element: body)]))
    return current
  }

  func bodyForm(_ alignment: Paragraph.Alignment) -> LineForm {
    let indent = style.firstLineIndent * style.body.size
    return switch alignment {
    case .justified: LineForm(alignment: .justified, firstIndent: indent)
    case .left: LineForm(alignment: .left, firstIndent: indent)
    case .center: LineForm(alignment: .center, isBalanced: true)
    case .right: LineForm(alignment: .right)
    }
  }

  /// The term stands out from its explanation.
  private mutating func composeGlossaryEntry(_ entry: GlossaryEntry, parent: Int) {
    let text = entry.text
    let term = entry.term.clamped(to: 0..<text.utf8.count)
    let clean = CleanText(text.utf8)
    var pieces: [ShapedParagraph.Piece] = []
    var start = 0
    var isTerm = false
    for offset in clean.bytes.indices where !isUTF8Continuation(clean.bytes[offset]) {
      let inTerm = term.contains(clean.origin(offset))
      if inTerm != isTerm {
        pieces.append(piece(clean, start..<offset, isTerm))
        (start, isTerm) = (offset, inTerm)
      }
    }
    pieces.append(piece(clean, start..<clean.bytes.count, isTerm))
    let shaped = shape(text, clean, pieces)
    guard !shaped.isEmpty else { return }
    let element = addElement(.paragraph, parent: parent)
    flow(
      setBlock(
        shaped, style.body, width: style.textWidth, form: bodyForm(.justified),
        segments: [.init(start: 0, element: element)]))
  }

  private func piece(
    _ clean: CleanText, _ range: Range<Int>, _ isTerm: Bool
  ) -> ShapedParagraph.Piece {
    .init(text: Array(clean.bytes[range]), style: isTerm ? style.term : style.body)
  }
}

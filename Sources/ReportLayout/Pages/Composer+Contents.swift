internal import FiscalModel
internal import FiscalText
internal import Typography

/// The contents list: entries, leader dots, page numbers, links.
extension Composer {
  /// One line of the contents list.
  private struct Item {
    var title: TracedText
    var level: Int
    /// Nil where the body has no such heading.
    var anchor: Int?
  }

  func hasContents(_ report: Report) -> Bool {
    if let contents = report.contents, !contents.entries.isEmpty { return true }
    return style.contentsDepth > 0 && report.parts.contains { $0.heading != nil }
  }

  /// - Parameter list: the report's own list; without one, the headings make it.
  mutating func composeContents(_ list: ContentsList?, element: Int) {
    let items = list.map { $0.entries.isEmpty ? headingItems() : matched($0) } ?? headingItems()
    pages.startPage()
    placeContentsHeading(list?.heading ?? "目录", element)
    let closeness = closeness(of: items)
    for item in items { place(item, element, closeness) }
  }

  /// How much closer than usual the lines stand, so that no few of them are left for a last page.
  private mutating func closeness(of items: [Item]) -> Double {
    let height = items.reduce(0) { $0 + contentsBlock($1).height }
    let first = pages.remaining + style.linePitch - style.body.size
    guard height > first else { return 1 }
    let others = pages.geometry.textHeight
    let last = (height - first).truncatingRemainder(dividingBy: max(others, 1))
    let factor = (height - last) / height
    return factor >= Self.closest ? factor - 0.001 : 1
  }

  private static let closest = 0.86

  private mutating func placeContentsHeading(_ heading: TracedText, _ parent: Int) {
    let shaped = shape(heading, style.part)
    guard !shaped.isEmpty else { return }
    let element = addElement(.caption, parent: parent)
    var block = setBlock(
      shaped, style.part, width: style.textWidth, form: LineForm(alignment: .center),
      segments: [.init(start: 0, element: element)])
    block.spaceAfter = style.linePitch
    flow(block)
  }

  private func headingItems() -> [Item] {
    entries.filter { !$0.isTable && $0.level < style.contentsDepth }.map {
      Item(title: $0.title, level: $0.level, anchor: $0.anchor)
    }
  }

  /// The report's entries with the headings that they mean: the next one of the same words, else
  /// the first; else in the same way one whose words differ in their number only; else one that
  /// no other entry means and that ends alike.
  private func matched(_ list: ContentsList) -> [Item] {
    let headings = entries.map { ContentsKey($0.title) }
    let wanted = list.entries.map { ContentsKey($0.title) }
    var found = Self.exactMatches(wanted, headings)
    var taken = Set(found.compactMap { $0 })
    var next = 0
    for (index, key) in wanted.enumerated() {
      if found[index] == nil {
        found[index] = headings.indices.first {
          $0 >= next && !taken.contains($0) && key.isLike(headings[$0])
        }
        if let place = found[index] { taken.insert(place) }
      }
      if let place = found[index] { next = min(place + 1, headings.count) }
    }
    var items = zip(list.entries, found).map { entry, place in
      let level = place.map { entries[$0].isTable ? 2 : entries[$0].level }
      return Item(
        title: entry.title, level: level ?? Self.level(entry.title),
        anchor: place.map { entries[$0].anchor })
    }
    // Entries that lead nowhere look like the nearest ones that are numbered in the same way.
    for index in items.indices where found[index] == nil && wanted[index].style != nil {
      let alike = items.indices.filter {
        found[$0] != nil && wanted[$0].style == wanted[index].style
      }
      if let nearest = alike.min(by: { abs($0 - index) < abs($1 - index) }) {
        items[index].level = items[nearest].level
      }
    }
    return items
  }

  private static func exactMatches(_ wanted: [ContentsKey], _ headings: [ContentsKey]) -> [Int?] {
    var next = 0
    return wanted.map { key in
      var found =
        headings[next...].firstIndex { $0.whole == key.whole }
        ?? headings.firstIndex { $0.whole == key.whole }
      if found == nil, !key.words.isEmpty {
        found =
          headings[next...].firstIndex { $0.words == key.words }
          ?? headings.firstIndex { $0.words == key.words }
      }
      if let found { next = min(found + 1, headings.count) }
      return found
    }
  }

  private static func level(_ title: TracedText) -> Int {
    switch HeadingNumber.scan(title.utf8)?.style {
    case .part: 0
    case .chinese: 1
    case nil: 0
    default: 2
    }
  }

  // MARK: - Lines

  private func style(of item: Item) -> TextStyle {
    item.level == 0 ? style.contentsPart : style.contentsEntry
  }

  private func number(of item: Item) -> SetLine? {
    item.anchor.flatMap { pageLabel($0) }.map { decoration($0, style.contentsEntry) }
  }

  private mutating func contentsBlock(_ item: Item, element: Int = 0) -> TextBlock {
    let textStyle = style(of: item)
    let shaped = shapeQuietly(item.title, textStyle)
    let indent = Double(min(item.level, 3)) * textStyle.size
    let room = number(of: item).map { $0.width + 3 * textStyle.size } ?? 0
    return setBlock(
      shaped, textStyle, width: style.textWidth - room,
      form: LineForm(alignment: .left, firstIndent: indent, indent: indent + 2 * textStyle.size),
      segments: [.init(start: 0, element: element)])
  }

  private mutating func place(_ item: Item, _ parent: Int, _ closeness: Double) {
    let shaped = shape(item.title, style(of: item))
    guard !shaped.isEmpty else { return }
    let entry = addElement(.tableOfContentsItem, parent: parent)
    let reference = addElement(.reference, parent: entry)
    let element = item.anchor == nil ? reference : addElement(.link, parent: reference)
    var block = contentsBlock(item, element: element)
    block.isWhole = true
    for index in block.lines.indices {
      let height = block.lines[index].height * closeness
      block.lines[index].baseline -= (block.lines[index].height - height) / 2
      block.lines[index].height = height
    }
    flow(block)
    if let anchor = item.anchor { addLinks(block, anchor, element) }
    if let number = number(of: item), let last = block.lines.last {
      addPageNumber(number, after: last, element)
    }
  }

  /// The printed number of the page on which an anchor of the body stands.
  private func pageLabel(_ anchor: Int) -> String? {
    String(document.anchors[anchor].page + 1)
  }

  private mutating func addLinks(_ block: TextBlock, _ anchor: Int, _ element: Int) {
    var y = pages.sheetY - block.height
    for line in block.lines {
      pages.append(
        .link(
          x: pages.geometry.left + line.x, y: y, width: style.textWidth - line.x,
          height: line.height, anchor: anchor, element: element))
      y += line.height
    }
  }

  private mutating func addPageNumber(
    _ number: SetLine, after line: TextBlock.Line, _ element: Int
  ) {
    let baseline = pages.sheetY - line.height + line.baseline
    let right = pages.geometry.left + style.textWidth
    let start = right - number.width
    addLeader(
      from: pages.geometry.left + line.x + line.line.width, to: start, baseline: baseline)
    pages.append(.beginContent(element: element))
    for part in number.parts {
      pages.append(.glyphs(part.run, origin: Point(start + part.x, baseline), colour: .black))
    }
    pages.append(.end)
  }

  /// Dots that stand under each other from line to line.
  private mutating func addLeader(from left: Double, to right: Double, baseline: Double) {
    let size = style.contentsEntry.size
    let pitch = size / 2
    let count = Int(max(0, (right - left - size) / pitch))
    let dot = decoration(".", style.contentsEntry)
    guard count > 1, var run = dot.parts.first?.run, let glyph = run.glyphs.first else { return }
    run.glyphs = (0..<count).map { index in
      var copy = glyph
      copy.cluster = index
      copy.advance = pitch
      return copy
    }
    run.text = Array(repeating: UInt8(ascii: "."), count: count)
    let start = right - size / 2 - Double(count) * pitch
    pages.append(.beginArtifact)
    pages.append(.glyphs(run, origin: Point(start, baseline), colour: .black))
    pages.append(.end)
  }
}

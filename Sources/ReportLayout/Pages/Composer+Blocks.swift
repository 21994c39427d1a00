/// How lines of text are placed on pages.
extension Composer {
  struct LineForm {
    var alignment = Alignment.justified
    /// In points.
    var firstIndent = 0.0
    var indent = 0.0
    /// Whether lines are made equally long, as those of centred titles are.
    var isBalanced = false

    enum Alignment { case justified, left, center, right }
  }

  /// Breaks and sets a paragraph.
  func setBlock(
    _ paragraph: ShapedParagraph, _ textStyle: TextStyle, width: Double, form: LineForm,
    segments: [TextBlock.Segment]
  ) -> TextBlock {
    let lineHeight = style.lineHeight(textStyle.size)
    let baseline = min(style.body.size, textStyle.size) / 2 + 0.38 * textStyle.size
    let ranges = breakLines(paragraph, width, form)
    var lines: [TextBlock.Line] = []
    lines.reserveCapacity(ranges.count)
    let cuts = segments.dropFirst().map(\.start)
    for (index, range) in ranges.enumerated() {
      let indent = index == 0 ? form.firstIndent : form.indent
      let line = LineSetter.set(
        paragraph, range, width: width - indent,
        justified: form.alignment == .justified && !endsParagraph(range, paragraph), cuts: cuts)
      let x = indent + offset(line, width - indent, form.alignment)
      lines.append(TextBlock.Line(line: line, x: x, height: lineHeight, baseline: baseline))
    }
    return TextBlock(lines: lines, segments: segments)
  }

  private func endsParagraph(_ range: Range<Int>, _ paragraph: ShapedParagraph) -> Bool {
    range.upperBound == paragraph.clusters.count
      || paragraph.clusters[range.upperBound - 1].breakAfter == .forced
  }

  private func offset(_ line: SetLine, _ width: Double, _ alignment: LineForm.Alignment) -> Double {
    switch alignment {
    case .justified, .left: 0
    case .center: max(0, (width - line.width) / 2)
    case .right: max(0, width - line.width)
    }
  }

  func breakLines(
    _ paragraph: ShapedParagraph, _ width: Double, _ form: LineForm
  ) -> [Range<Int>] {
    if form.isBalanced {
      return LineBreaker.balancedLines(of: paragraph, width: width - form.indent)
    }
    let mode = form.alignment == .justified ? LineBreaker.Mode.justified : .ragged
    var breaker = LineBreaker(
      paragraph, firstWidth: width - form.firstIndent, width: width - form.indent, mode: mode)
    return breaker.lines()
  }

  // MARK: - Placing

  /// Goes to a new page, the headings that wait with it, unless something of a height fits under
  /// them. Unlike a line of text, a table or chart has no white below its last line to spare.
  mutating func makeRoom(_ height: Double, landscape: Bool) {
    flushPending(room: height + slack(landscape: landscape), landscape: landscape)
    startPageIfNeeded(landscape: landscape)
    if height > pages.remaining, !pages.isAtTop { pages.startPage(landscape: landscape) }
  }

  /// Places the headings that wait, with room under them for what comes next.
  mutating func flushPending(room: Double = 0, landscape: Bool = false) {
    guard !pending.isEmpty else { return }
    let waiting = pending
    pending = []
    startPageIfNeeded(landscape: landscape)
    let blocks = waiting.map { set($0, width: pages.geometry.textWidth) }
    let height = blocks.reduce(0) { $0 + $1.spaceBefore + $1.height + $1.spaceAfter }
    if !fits(height + room), !pages.isAtTop { pages.startPage(landscape: landscape) }
    for block in blocks { place(block) }
  }

  /// What the headings that wait take up on a page.
  func pendingHeight(width: Double) -> Double {
    pending.reduce(0) {
      let block = set($1, width: width)
      return $0 + block.spaceBefore + block.height + block.spaceAfter
    }
  }

  mutating func startPageIfNeeded(landscape: Bool) {
    if !pages.isOpen || pages.isLandscape != landscape { pages.startPage(landscape: landscape) }
  }

  /// Sets lines as close as those of a table, off the grid.
  func compact(_ block: inout TextBlock, _ textStyle: TextStyle) {
    let height = textStyle.size * 1.5
    for index in block.lines.indices {
      block.lines[index].height = height
      block.lines[index].baseline = height / 2 + 0.38 * textStyle.size
    }
  }

  private func set(_ waiting: PendingBlock, width: Double) -> TextBlock {
    var block = setBlock(
      waiting.paragraph, waiting.textStyle, width: width, form: waiting.form,
      segments: [.init(start: 0, element: waiting.element)])
    if waiting.isCompact { compact(&block, waiting.textStyle) }
    block.isWhole = true
    block.spaceBefore = waiting.spaceBefore
    block.spaceAfter = waiting.spaceAfter
    block.anchor = waiting.anchor
    if waiting.sharesLine { for index in block.lines.indices { block.lines[index].height = 0 } }
    return block
  }

  /// Places a block behind the headings that wait.
  mutating func flow(_ block: TextBlock, landscape: Bool = false) {
    let room = block.spaceBefore + block.startHeight
    flushPending(room: room, landscape: landscape)
    startPageIfNeeded(landscape: landscape)
    if !fits(room), !pages.isAtTop { pages.startPage(landscape: landscape) }
    place(block)
  }

  /// Whether something of a height fits; the last line of a page needs no space below it.
  func fits(_ height: Double) -> Bool {
    height - slack(landscape: pages.isLandscape) <= pages.remaining + 0.01
  }

  private func slack(landscape: Bool) -> Double {
    landscape ? 0 : style.linePitch - style.body.size
  }

  private mutating func place(_ block: TextBlock) {
    if !pages.isAtTop { pages.advance(block.spaceBefore) }
    var first = 0
    var anchor = block.anchor
    while first < block.lines.count {
      let count = lineCount(block, from: first)
      if count == 0 {
        pages.startPage(landscape: pages.isLandscape)
        continue
      }
      setAnchor(anchor)
      anchor = nil
      emit(block, first..<(first + count))
      first += count
      if first < block.lines.count { pages.startPage(landscape: pages.isLandscape) }
    }
    pages.advance(block.spaceAfter)
  }

  /// How many lines from a first one go on this page: no first or last line alone, where the
  /// page lets it be. At the top of a page, at least one.
  private func lineCount(_ block: TextBlock, from first: Int) -> Int {
    let left = block.lines.count - first
    var count = 0
    var height = 0.0
    while count < left, fits(height + block.lines[first + count].height) {
      height += block.lines[first + count].height
      count += 1
    }
    if count == left { return count }
    if pages.isAtTop, block.isWhole || left <= 3 { return max(1, count) }
    if block.isWhole { return 0 }
    if left - count == 1 { count -= 1 }
    if count == 1, first == 0 { count = 0 }
    return pages.isAtTop ? max(1, count) : max(0, count)
  }

  private mutating func emit(_ block: TextBlock, _ range: Range<Int>) {
    var current: Int?
    for index in range {
      let line = block.lines[index]
      for part in line.line.parts {
        let element = block.segments.last { $0.start <= part.start }?.element
        if element != current {
          if current != nil { pages.append(.end) }
          if let element { pages.append(.beginContent(element: element)) }
          current = element
        }
        let origin = Point(
          pages.geometry.left + line.x + part.x, pages.sheetY + line.baseline)
        pages.append(.glyphs(part.run, origin: origin, colour: .black))
      }
      pages.advance(line.height)
    }
    if current != nil { pages.append(.end) }
  }
}

internal import FiscalModel
internal import FiscalText

/// Puts blocks under their headings. The level of a heading follows from the style of its number
/// and from the headings that are open, since documents number in habits of their own.
struct Outline {
  private struct Node {
    var section: Section
    var children: [Int] = []
    var style: HeadingNumber.Style?
    var level: Int?
    let isGlossary: Bool

    init(_ section: Section, style: HeadingNumber.Style? = nil, level: Int? = nil) {
      self.section = section
      self.style = style
      self.level = level
      isGlossary = GlossaryReader.isGlossary(section.heading)
    }
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []
  /// The sections that are open, outermost first.
  private var stack: [Int] = []
  private let judge: HeadingJudge
  private let partsAreNested: Bool
  /// Whether, with nested parts, numbering went on behind them where it had been before.
  private var nestingHeld = false

  static func parts(of pieces: [Piece], contents: ContentsList?) -> [Section] {
    let judge = HeadingJudge(contents, body: pieces)
    if startsWithSection(pieces, judge) {
      var nested = Outline(judge, partsAreNested: true)
      nested.read(pieces)
      if nested.nestingHeld { return nested.sections() }
    }
    var outline = Outline(judge, partsAreNested: false)
    outline.read(pieces)
    return outline.sections()
  }

  private init(_ judge: HeadingJudge, partsAreNested: Bool) {
    self.judge = judge
    self.partsAreNested = partsAreNested
  }

  /// Whether sections (一、) come before the first part (第一部分), which may then lie in one.
  private static func startsWithSection(_ pieces: [Piece], _ judge: HeadingJudge) -> Bool {
    var sawSection = false
    for (index, piece) in pieces.enumerated() {
      guard let line = piece.line, let number = line.shape.number, number.style <= .chinese else {
        continue
      }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      guard judge.isHeading(line, before: next, inGlossary: false) else { continue }
      if number.style == .part { return sawSection }
      sawSection = true
    }
    return false
  }

  private mutating func read(_ pieces: [Piece]) {
    for (index, piece) in pieces.enumerated() {
      let next = pieces[(index + 1)...].first { if case .pageBreak = $0 { false } else { true } }
      switch piece {
      case .line(let line): add(line, before: next)
      case .block(let block): add(block)
      case .figure(let figure): add(.figure(figure))
      case .table, .flat, .pageBreak: break
      }
    }
  }

  // MARK: Sections

  private var inGlossary: Bool {
    stack.contains { nodes[$0].isGlossary }
  }

  private mutating func add(_ line: DraftLine, before next: Piece?) {
    if isTitlePage(line, before: next) { return }
    if judge.isHeading(line, before: next, inGlossary: inGlossary) {
      open(line)
    } else if judge.isPartTitle(line, in: openPart) {
      openPart(line)
    } else if inGlossary, let entry = GlossaryReader.entry(line) {
      add(.glossaryEntry(entry))
    } else {
      add(.paragraph(line.paragraph))
    }
  }

  /// Whether the line is the title of a part, or no more than its number, on a page of its own: the part
  /// begins with the title that stands again above its text.
  private func isTitlePage(_ line: DraftLine, before next: Piece?) -> Bool {
    guard let number = line.shape.number, number.style == .part, let again = next?.line,
      again.shape.number?.style == .part, again.shape.number?.value == number.value
    else { return false }
    let (page, title) = (DenseText.dense(line.bytes), DenseText.dense(again.bytes))
    return page == title || number.range.upperBound == line.bytes.count && title.starts(with: page)
  }

  /// The number of the numbered part that is open, or nil.
  private var openPart: Int? {
    stack.first { nodes[$0].style == .part }.flatMap { nodes[$0].section.number?.value }
  }

  private mutating func openPart(_ line: DraftLine) {
    stack.removeAll()
    push(Node(Section(heading: line.text)))
  }

  private mutating func open(_ line: DraftLine) {
    let number = line.shape.number
    let node = Node(
      Section(heading: line.text, number: number), style: number?.style,
      level: line.raw.headingLevel)
    if let number {
      close(for: number)
    } else if let level = node.level {
      while let top = stack.last, isClosed(nodes[top], at: level) { stack.removeLast() }
    }
    push(node)
  }

  /// Whether a heading of a level ends a section. What stood before the first heading is ended by
  /// any.
  private func isClosed(_ node: Node, at level: Int) -> Bool {
    node.section.heading == nil || self.level(of: node) >= level
  }

  private func level(of node: Node) -> Int {
    node.level ?? node.style.map { $0.rawValue + 1 } ?? 0
  }

  /// Closes the sections that a heading with a number ends.
  private mutating func close(for number: HeadingNumber) {
    let open = stack.indices.filter { nodes[stack[$0]].style == number.style }
    let follows = open.last { depth in
      nodes[stack[depth]].section.number.map { $0.value + 1 == number.value } ?? false
    }
    let topIsPart = stack.last.map { nodes[$0].style == .part } ?? false
    if number.value == 1, topIsPart, number.style != .part { return }
    if let depth = follows ?? open.last {
      if partsAreNested, depth < stack.count - 1,
        stack[(depth + 1)...].contains(where: { nodes[$0].style == .part })
      {
        nestingHeld = true
      }
      stack.removeSubrange(depth...)
    } else if number.style == .part, partsAreNested {
      while let top = stack.last, nodes[top].style.map({ $0 > .chinese }) ?? false {
        stack.removeLast()
      }
    } else {
      while let top = stack.last, let style = nodes[top].style, style > number.style {
        stack.removeLast()
      }
      if number.style == .part { stack.removeAll() }
    }
  }

  private mutating func push(_ node: Node) {
    let index = nodes.count
    nodes.append(node)
    if let parent = stack.last {
      nodes[parent].children.append(index)
    } else {
      roots.append(index)
    }
    stack.append(index)
  }

  private mutating func add(_ block: Block) {
    if stack.isEmpty { push(Node(Section())) }
    if let top = stack.last { nodes[top].section.blocks.append(block) }
  }

  // MARK: Result

  private func sections() -> [Section] {
    // Without parts, the sections are those of one part that has no heading.
    let hasParts = roots.contains { nodes[$0].style == .part || nodes[$0].style == nil }
    if hasParts || roots.isEmpty { return roots.map(section) }
    var part = Section()
    part.sections = roots.map(section)
    return [part]
  }

  /// The tree is no deeper than there are styles of numbers.
  private func section(_ index: Int) -> Section {
    var section = nodes[index].section
    section.sections = nodes[index].children.map(self.section)
    return section
  }
}

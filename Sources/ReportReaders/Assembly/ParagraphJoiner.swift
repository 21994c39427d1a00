internal import FiscalModel
internal import FiscalText

/// Joins the printed lines of a paragraph, over page breaks too.
struct ParagraphJoiner {
  private var output: [Piece] = []
  /// The paragraph so far; its shape is that of all its lines.
  private var open: RawLine?
  private var openShape = LineShape([])
  /// Whether it has more than one line; one alone is handed on as it is.
  private var isJoined = false
  /// The line that was joined last, which says how the paragraph goes on.
  private var lastLine: DraftLine?
  private var breaksHeld = 0

  static func joined(_ pieces: [Piece]) -> [Piece] {
    var joiner = ParagraphJoiner()
    joiner.output.reserveCapacity(pieces.count)
    for piece in pieces { joiner.add(piece) }
    joiner.close()
    return joiner.output
  }

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .line(let line):
      if let last = lastLine, open != nil,
        continues(last, with: line) || isInside(last, with: line)
      {
        join(line)
      } else {
        close()
        open = line.raw
        openShape = line.shape
        isJoined = false
      }
      lastLine = line
    case .pageBreak:
      // A paragraph may go on behind it; what is left of the break does not matter then.
      if open == nil { output.append(.pageBreak) } else { breaksHeld += 1 }
    default:
      close()
      output.append(piece)
    }
  }

  private mutating func close() {
    if let open, let lastLine {
      output.append(.line(isJoined ? DraftLine(open, shape: openShape) : lastLine))
    }
    open = nil
    lastLine = nil
    for _ in 0..<breaksHeld { output.append(.pageBreak) }
    breaksHeld = 0
  }

  /// Adds a line to the open paragraph. Chinese lines meet without a space; two Latin words need
  /// one.
  private mutating func join(_ line: DraftLine) {
    if Self.isLatinLetter(openShape.last), Self.isLatinLetter(line.shape.first) {
      open?.text.append(" ", place: .none)
    }
    open?.text.append(line.text)
    if !line.raw.isBold { open?.isBold = false }
    // A first line that is indented as far as it is short looks centred; the next one tells.
    if line.raw.alignment != open?.alignment { open?.alignment = .justified }
    openShape.append(line.shape)
    isJoined = true
  }

  private static func isLatinLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private func continues(_ last: DraftLine, with next: DraftLine) -> Bool {
    guard open?.headingLevel == nil, next.raw.headingLevel == nil else { return false }
    if Self.unopening.contains(next.shape.first) { return true }
    // 住房保障支出, and on the next line （类）1,522.20万元: the rest of a name.
    if last.raw.extent == .printedLine,
      Self.levels.contains(where: { next.bytes.hasBytes($0, at: 0) })
    {
      return true
    }
    // “某某事务”（款） above “行政运行”（项）: a name of which the last level is still to come.
    if last.raw.extent == .printedLine, next.shape.number == nil,
      Self.levels.dropLast().contains(where: {
        last.bytes.hasBytes($0, at: last.bytes.count - $0.count)
      })
    {
      return true
    }
    // …占服务支出金额的, and a number too long for the line: no paragraph ends so.
    if last.shape.last == Self.particle, last.raw.extent == .printedLine, next.shape.number == nil {
      return true
    }
    if isBarePart { return isPartName(next) }
    if last.raw.extent == .paragraph || next.raw.extent == .paragraph {
      return isBrokenParagraph(next)
    }
    if Captions.isInformation(next) { return false }
    if isPart, let number = next.shape.number, number.style == .chinese, number.value == 1 {
      return false
    }
    if let isTitle = openIsTitle, isTitle { return isBrokenTitle(last, next) }
    if next.shape.number != nil, last.shape.endsSentence || last.raw.endsShort ?? false {
      return false
    }
    if let number = next.shape.number, number.style <= .bracketedChinese,
      Headings.looksLikeTitle(next), Headings.endsLikeTitle(next.bytes)
    {
      return false
    }
    if let indent = next.raw.indent, indent >= 1.5, last.shape.endsSentence { return false }
    if let endsShort = last.raw.endsShort { return !endsShort }
    return !last.shape.endsSentence
  }

  /// Whether the open line is the heading of a part, behind which the first section begins:
  /// 第三部分：某单位决算情况说明, with which 一、 cannot be in one paragraph.
  private var isPart: Bool {
    openShape.number?.style == .part && openShape.count <= Self.longestPart
  }

  private static let longestPart = 60

  /// Whether the open line is nothing but 第一部分, the name of which stands in the next one.
  private var isBarePart: Bool {
    guard let open, let number = openShape.number else { return false }
    return number.style == .part && number.range.upperBound == open.text.utf8.count
  }

  private func isPartName(_ next: DraftLine) -> Bool {
    next.shape.number == nil && next.shape.count <= Self.longestPart && !next.shape.isSentence
      && !next.shape.endsSentence
  }

  /// Whether a printed line ends within the quotation marks or brackets that the next one closes.
  private func isInside(_ last: DraftLine, with next: DraftLine) -> Bool {
    guard open?.headingLevel == nil, last.raw.extent == .printedLine,
      next.raw.extent == .printedLine, next.raw.headingLevel == nil, next.shape.number == nil,
      !last.shape.endsSentence
    else { return false }
    return Self.pairs.contains { pair in
      let opened = last.bytes.lastOffset(of: pair.open)
      guard let opened, last.bytes.firstOffset(of: pair.close, from: opened) == nil,
        let closed = next.bytes.firstOffset(of: pair.close)
      else { return false }
      return next.bytes.firstOffset(of: pair.open).map { closed < $0 } ?? true
    }
  }

  private static let pairs = [("“", "”"), ("（", "）"), ("《", "》")].map {
    (open: [UInt8]($0.0.utf8), close: [UInt8]($0.1.utf8))
  }

  private static let levels = ["（类）", "（款）", "（项）"].map { [UInt8]($0.utf8) }
  /// 的
  private static let particle: UInt32 = 0x7684

  /// What starts no paragraph: a line that starts so was broken in the wrong place.
  private static let unopening: Set<UInt32> = [
    0xFF0C, 0x3002, 0xFF1A, 0xFF1B, 0x3001, 0xFF09, 0x201D, 0x25, 0xFF05,  // ，。：；、）”%％
  ]

  /// Whether the open lines have the shape of a heading; nil if they have no number.
  private var openIsTitle: Bool? {
    guard let open, openShape.number != nil else { return nil }
    return Headings.looksLikeTitle(open.text.utf8, openShape)
  }

  /// Whether a numbered title goes on in the next line.
  private func isBrokenTitle(_ last: DraftLine, _ next: DraftLine) -> Bool {
    guard let open, let number = openShape.number, next.shape.number == nil,
      !last.shape.endsSentence
    else { return false }
    let isLong = next.shape.isSentence || next.shape.count > 40
    if number.style == .part, next.shape.count <= Self.lastWord, Headings.endsLikeTitle(next.bytes)
    {
      return true
    }
    if number.style <= .bracketedChinese, Headings.endsLikeTitle(open.text.utf8) {
      return next.shape.count <= 12 && !isLong && Headings.endsLikeTitle(next.bytes)
        && last.raw.endsShort == false
    }
    if last.raw.endsShort == false { return true }
    if isPartOf(open, next) { return true }
    // Titles are centred and set larger, so that their lines are shorter than those of the text.
    return !isLong && number.style == .part && last.shape.width >= 36
      && !Headings.endsLikeTitle(open.text.utf8)
  }

  /// Whether the heading of a part names a body at length and the next line says what of it: 第三部分：
  /// 某县某镇中心小学 above 2023年度单位决算情况说明.
  private func isPartOf(_ open: RawLine, _ next: DraftLine) -> Bool {
    openShape.number?.style == .part && openShape.ideographs >= Self.longBodyName
      && !Headings.endsLikeTitle(open.text.utf8) && next.shape.count <= Self.longestPart / 2
      && !next.shape.isSentence && !next.shape.endsSentence && Headings.endsLikeTitle(next.bytes)
  }

  /// 说明 or 概况, which is no title of its own.
  private static let lastWord = 2

  /// 第三部分 and a name of some characters.
  private static let longBodyName = 10

  /// Whether a paragraph was parted by a page break and its rest was taken for a paragraph.
  private func isBrokenParagraph(_ next: DraftLine) -> Bool {
    let isText = openShape.isSentence || openShape.colons > 0 || openShape.count >= 40
    return !openShape.endsSentence && openShape.count >= 24 && isText
      && next.shape.number == nil && (next.shape.isSentence || next.shape.endsSentence)
      && !Captions.isInformation(next) && open?.isBold == next.raw.isBold
      && !isClosing(openShape.last)
  }

  /// ” 》 」 】, the last of which ends blanks that are to be filled in.
  private func isClosing(_ scalar: UInt32) -> Bool {
    scalar == 0x201D || scalar == 0x300B || scalar == 0x300D || scalar == 0x3011
  }
}

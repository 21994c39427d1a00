internal import FiscalModel
internal import FiscalText

/// Joins the printed lines of a paragraph, over page breaks too.
struct ParagraphJoiner {
  private var output: [Piece] = []
  private var open: DraftLine?
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
      if let last = lastLine, let current = open, continues(last, of: current, with: line) {
        open = Self.join(current, line)
      } else {
        close()
        open = line
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
    if let open { output.append(.line(open)) }
    open = nil
    lastLine = nil
    for _ in 0..<breaksHeld { output.append(.pageBreak) }
    breaksHeld = 0
  }

  /// The joined text. Chinese lines meet without a space; two Latin words need one.
  private static func join(_ first: DraftLine, _ second: DraftLine) -> DraftLine {
    var raw = first.raw
    if isLatinLetter(first.shape.last), isLatinLetter(second.shape.first) {
      raw.text.append(" ", place: .none)
    }
    raw.text.append(second.raw.text)
    raw.isBold = first.raw.isBold && second.raw.isBold
    raw.endsShort = second.raw.endsShort
    return DraftLine(raw)
  }

  private static func isLatinLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private func continues(
    _ last: DraftLine, of current: DraftLine, with next: DraftLine
  ) -> Bool {
    guard current.raw.headingLevel == nil, next.raw.headingLevel == nil else { return false }
    if last.raw.extent == .paragraph || next.raw.extent == .paragraph {
      return isBrokenParagraph(current, next)
    }
    if Headings.looksLikeTitle(current) { return isBrokenTitle(current, last, next) }
    if next.shape.number != nil, last.shape.endsSentence || last.raw.endsShort ?? false {
      return false
    }
    if let indent = next.raw.indent, indent >= 1.5, last.shape.endsSentence { return false }
    if let endsShort = last.raw.endsShort { return !endsShort }
    return !last.shape.endsSentence
  }

  /// Whether a numbered title goes on in the next line.
  private func isBrokenTitle(
    _ current: DraftLine, _ last: DraftLine, _ next: DraftLine
  ) -> Bool {
    guard next.shape.number == nil, !last.shape.endsSentence, !Captions.isInformation(next) else {
      return false
    }
    let isLong = next.shape.isSentence || next.shape.count > 40
    if let number = current.shape.number, number.style <= .bracketedChinese,
      Headings.endsLikeTitle(current.bytes)
    {
      return next.shape.count <= 12 && !isLong && Headings.endsLikeTitle(next.bytes)
        && last.raw.endsShort == false
    }
    if last.raw.endsShort == false { return true }
    guard !isLong else { return false }
    // Titles are centred and set larger, so that their lines are shorter than those of the text.
    return current.shape.number?.style == .part && last.shape.width >= 36
      && !Headings.endsLikeTitle(current.bytes)
  }

  /// Whether a paragraph was parted by a page break and its rest was taken for a paragraph.
  private func isBrokenParagraph(_ current: DraftLine, _ next: DraftLine) -> Bool {
    let isText = current.shape.isSentence || current.shape.colons > 0 || current.shape.count >= 40
    return !current.shape.endsSentence && current.shape.count >= 24 && isText
      && next.shape.number == nil && (next.shape.isSentence || next.shape.endsSentence)
      && !Captions.isInformation(next) && current.raw.isBold == next.raw.isBold
      && !isClosing(current.shape.last)
  }

  private func isClosing(_ scalar: UInt32) -> Bool {
    scalar == 0x201D || scalar == 0x300B || scalar == 0x300D
  }
}

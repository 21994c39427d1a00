internal import FiscalModel
internal import FiscalText

/// Finds the printed contents list (目录) and takes it out of the flow.
struct ContentsFinder {
  private let pieces: [Piece]

  /// The contents list, if there is one, and the pieces without it.
  static func found(in pieces: [Piece]) -> (contents: ContentsList?, before: Int, rest: [Piece]) {
    let finder = ContentsFinder(pieces: pieces)
    guard let (start, heading) = finder.start() else { return (nil, 0, pieces) }
    let (list, end) = finder.list(from: start, heading: heading)
    guard list.entries.count >= 3 else { return (nil, 0, pieces) }
    let before = heading == nil ? start : start - 1
    return (list, before, Array(pieces[..<before] + pieces[finder.copyEnd(of: list, from: end)...]))
  }

  /// Where the list ends that stands again behind a contents list, as some converters print it; the
  /// same place if there is none. Behind a copy its first entry stands once more, in the body.
  private func copyEnd(of list: ContentsList, from end: Int) -> Int {
    let start = pieces[end...].firstIndex { $0.line != nil } ?? end
    guard start < pieces.count, let line = pieces[start].line else { return end }
    let (copy, copyEnd) = self.list(from: isHeading(line) ? start + 1 : start, heading: nil)
    guard keys(copy) == keys(list), let body = pieces[copyEnd...].first(where: { $0.line != nil }),
      let first = body.line
    else { return end }
    return DenseText.dense(first.bytes) == keys(list).first ? copyEnd : end
  }

  private func keys(_ list: ContentsList) -> [[UInt8]] {
    list.entries.map { DenseText.dense($0.title.utf8) }
  }

  /// A contents list stands on the first pages.
  private static let furthest = 60

  private func start() -> (index: Int, heading: TracedText?)? {
    for (index, piece) in pieces.prefix(Self.furthest).enumerated() {
      guard let line = piece.line else { continue }
      if isHeading(line) { return (index + 1, line.text) }
      if entry(line).hasLeader || repeatsBelow(line, at: index) { return (index, nil) }
    }
    return nil
  }

  /// Whether a list of headings starts at a line, without a heading of its own, which ends where its
  /// first entry stands again, above the body.
  private func repeatsBelow(_ line: DraftLine, at index: Int) -> Bool {
    guard let number = line.shape.number, number.value == 1, !line.shape.isSentence else {
      return false
    }
    let (list, end) = list(from: index, heading: nil)
    guard list.entries.count >= Self.fewestUnheaded else { return false }
    // 注：以上各表中，空表表示没有收支.
    let note = pieces[end...].prefix { $0.line?.bytes.hasBytes(Self.note, at: 0) ?? false }
    guard let next = pieces[end...].dropFirst(note.count).first?.line else { return false }
    guard let again = next.shape.number, again.style == number.style, again.value == 1,
      !next.shape.isSentence
    else { return false }
    return number.style == .part || DenseText.dense(line.bytes) == DenseText.dense(next.bytes)
  }

  private static let fewestUnheaded = 5
  private static let note = [UInt8]("注".utf8)

  private static let word = [UInt8]("目录".utf8)

  private func isHeading(_ line: DraftLine) -> Bool {
    guard line.shape.count <= 40, !line.shape.isSentence else { return false }
    return DenseText.dense(line.bytes).suffix(Self.word.count).elementsEqual(Self.word)
  }

  /// Whether a line is the heading of another contents list, or that of the one at hand again.
  private func isHeading(_ line: DraftLine, again heading: TracedText?) -> Bool {
    let words = DenseText.dense(line.bytes)
    return words == Self.word || heading.map { words == DenseText.dense($0.utf8) } ?? false
  }

  private func list(from start: Int, heading: TracedText?) -> (ContentsList, end: Int) {
    var list = ContentsList(heading: heading)
    var keys: [[UInt8]] = []
    var index = start
    var hasPages = false
    let limit = firstCaption(from: start)
    while index < limit {
      if case .pageBreak = pieces[index] {
        index += 1
        continue
      }
      guard let line = pieces[index].line, keys.isEmpty || !isHeading(line, again: heading) else {
        break
      }
      if continueLeader(line, &list) {
        hasPages = hasPages || list.entries.last?.page != nil
        index += 1
        continue
      }
      let found = entry(line)
      let key = DenseText.dense(found.title.utf8)
      guard !line.shape.isSentence || found.page != nil, line.shape.count <= 90 else { break }
      if found.page == nil, isBody(line, key: key, keys: keys, hasPages: hasPages) { break }
      if found.page != nil, beginsAnew(index, key: key, keys: keys) { break }
      hasPages = hasPages || found.page != nil
      if goesOn(line, after: index, list, hasPages: hasPages) {
        list.entries[list.entries.count - 1].title.append(found.title)
        list.entries[list.entries.count - 1].page = found.page
        keys[keys.count - 1] += key
      } else {
        list.entries.append(ContentsList.Entry(title: found.title, page: found.page))
        keys.append(key)
      }
      index += 1
    }
    return (list, index)
  }

  /// Takes a line of nothing but leader dots, behind the last of which the page may stand: some
  /// programs give each dot of a leader as a line.
  private func continueLeader(_ line: DraftLine, _ list: inout ContentsList) -> Bool {
    guard let last = list.entries.last, last.page == nil else { return false }
    let digits = line.bytes.reversed().prefix { (0x30...0x39).contains($0) }.count
    let end = line.bytes.count - digits
    guard digits <= 4, case (0, let dots) = withoutLeader(line.bytes, end), dots > 0 else {
      return false
    }
    let title = last.title
    list.entries[list.entries.count - 1].title = title.slice(
      0..<withoutLeader(title.utf8, title.utf8.count).end)
    list.entries[list.entries.count - 1].page = digits > 0 ? Self.number(line.bytes[end...]) : nil
    return true
  }

  /// Where the caption of the first table starts, if a unit or the like tells that it is one: a
  /// title alone may be an entry. The count of pieces if there is none.
  private func firstCaption(from start: Int) -> Int {
    var lines: [Int] = []
    for index in pieces.indices[start...] {
      switch pieces[index] {
      case .line(let line):
        lines.append(index)
        guard Captions.unitRange(line.bytes) != nil else { continue }
      case .table: break
      case .figure, .flat, .block, .pageBreak: continue
      }
      let (caption, first) = Caption.above(lines.compactMap { pieces[$0].line })
      let isSure = caption.title != nil && caption.unit != nil
      return isSure && first < lines.count ? lines[first] : pieces.count
    }
    return pieces.count
  }

  /// Whether a line is the rest of an entry that did not fit on its line.
  private func goesOn(
    _ line: DraftLine, after index: Int, _ list: ContentsList, hasPages: Bool
  ) -> Bool {
    guard line.shape.number == nil, let last = list.entries.last, last.page == nil,
      HeadingNumber.scan(last.title.utf8) != nil, index > 0, let before = pieces[index - 1].line
    else { return false }
    return before.raw.endsShort == false
  }

  /// Whether a line without a page number starts the body: it repeats an entry, or numbering
  /// starts anew, or nothing but a title of the body can stand here.
  private func isBody(
    _ line: DraftLine, key: [UInt8], keys: [[UInt8]], hasPages: Bool
  ) -> Bool {
    guard let first = keys.first else { return false }
    if first == key || (hasPages && keys.contains(key)) { return true }
    if line.shape.number == nil, keys.count >= 2, ContentsTitle(first).isEnd(of: key) {
      return true
    }
    guard let number = line.shape.number,
      let opening = HeadingNumber.scan(first)
    else { return false }
    return number.style == opening.style && number.value == opening.value && keys.count >= 2
      && opening.style == .part
  }

  /// Whether the first two entries stand again at a line.
  private func beginsAnew(_ index: Int, key: [UInt8], keys: [[UInt8]]) -> Bool {
    guard keys.count > 2, key == keys[0], index + 1 < pieces.count,
      let second = pieces[index + 1].line
    else { return false }
    return DenseText.dense(entry(second).title.utf8) == keys[1]
  }

  private func entry(_ line: DraftLine) -> (title: TracedText, page: Int?, hasLeader: Bool) {
    let bytes = line.bytes
    var end = bytes.count
    while end > 0, (0x30...0x39).contains(bytes[end - 1]) || isPageDash(bytes, before: end) {
      end -= 1
    }
    let digits = bytes[end...].filter { (0x30...0x39).contains($0) }
    let title = withoutLeader(bytes, end)
    let hasLeader = title.dots >= 3
    guard !digits.isEmpty, digits.count <= 4, title.end < end || hasLeader, title.end > 0 else {
      return (line.text.slice(0..<(hasLeader ? title.end : bytes.count)), nil, hasLeader)
    }
    return (line.text.slice(0..<title.end), Self.number(digits), hasLeader)
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private func isPageDash(_ bytes: [UInt8], before end: Int) -> Bool {
    bytes[end - 1] == UInt8(ascii: "-") && end >= 2
      && ((0x30...0x39).contains(bytes[end - 2]) || bytes[end - 2] == UInt8(ascii: " "))
  }

  /// The end of the title before leader dots and spaces, and how many dots there were.
  private func withoutLeader(_ bytes: [UInt8], _ end: Int) -> (end: Int, dots: Int) {
    var offset = end
    var dots = 0
    while let (scalar, length) = decodeScalar(bytes, before: offset) {
      switch scalar {
      case 0x2E, 0xB7, 0x3002, 0xFF0E, 0x30FB: dots += 1
      case 0x2026, 0x2025: dots += 3
      default:
        guard isSpace(scalar) else { return (offset, dots) }
      }
      offset -= length
    }
    return (offset, dots)
  }
}

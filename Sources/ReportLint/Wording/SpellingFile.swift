internal import FiscalStandards
internal import FiscalText

/// A `spelling.txt`: thousands of words of which a disclosure asks for a few. What is written there
/// is found and checked once, and looked at where it stands.
struct SpellingFile: Sendable {
  /// `困境：- | 镜竟`: where the line starts, where its first list starts and ends, and where the
  /// second ends.
  private struct Line: Sendable {
    var word: Int32
    var first: Int32
    var bar: Int32
    var end: Int32
  }

  /// Words of two characters, those that may follow themselves, and words of one.
  enum List: CaseIterable {
    case words, nounsAndVerbs, singles

    fileprivate var key: [UInt8] {
      switch self {
      case .words: Self.wordsKey
      case .nounsAndVerbs: Self.nounsAndVerbsKey
      case .singles: Self.singlesKey
      }
    }

    private static let wordsKey = [UInt8]("词".utf8)
    private static let nounsAndVerbsKey = [UInt8]("可连".utf8)
    private static let singlesKey = [UInt8]("单字".utf8)
  }

  private enum Section {
    case words, misspellings
  }

  private let source: SourceText
  private var lines: [Line] = []
  private var lists: [(list: List, range: Range<Int>)] = []

  /// - Throws: a ``LayoutError`` at the first line that is wrong.
  init(_ source: SourceText) throws(LayoutError) {
    self.source = source
    try source.requireUTF8()
    lines.reserveCapacity(source.lineStarts.count)
    var section: Section?
    for number in 1...source.lineStarts.count {
      let line = source.lineRange(number)
      guard let start = line.first(where: { !isSpace(UInt32(source.bytes[$0])) }),
        source.bytes[start] != UInt8(ascii: "#")
      else { continue }
      switch (source.bytes[start], section) {
      case (UInt8(ascii: "["), _): section = try self.section(start..<line.upperBound)
      case (_, .words): try readList(start..<line.upperBound)
      case (_, .misspellings): try readMisspellings(start..<line.upperBound)
      case (_, nil): throw error("第一行内容之前应当有“[节名]”", at: start)
      }
    }
  }

  private func section(_ line: Range<Int>) throws(LayoutError) -> Section {
    if source.bytes.hasBytes(Self.wordsHead, at: line.lowerBound) { return .words }
    if source.bytes.hasBytes(Self.misspellingsHead, at: line.lowerBound) { return .misspellings }
    throw error("不认识的节，可用：[词语]、[误写]", at: line.lowerBound)
  }

  private static let wordsHead = [UInt8]("[词语]".utf8)
  private static let misspellingsHead = [UInt8]("[误写]".utf8)

  private mutating func readList(_ line: Range<Int>) throws(LayoutError) {
    for list in List.allCases where source.bytes.hasBytes(list.key, at: line.lowerBound) {
      if let rest = values(line, behind: line.lowerBound + list.key.count) {
        return lists.append((list, rest))
      }
    }
    throw error("应当写成“词：…”“可连：…”或“单字：…”", at: line.lowerBound)
  }

  private mutating func readMisspellings(_ line: Range<Int>) throws(LayoutError) {
    let word = line.lowerBound..<min(line.lowerBound + 6, line.upperBound)
    guard word.count == 6, Self.ideographs.contains(source.bytes[word.lowerBound]),
      Self.ideographs.contains(source.bytes[word.lowerBound + 3]),
      let lists = values(line, behind: word.upperBound),
      let bar = lists.first(where: { source.bytes[$0] == UInt8(ascii: "|") })
    else {
      throw error("应当写成“对的词：第一个字的误写 | 第二个字的误写”", at: line.lowerBound)
    }
    lines.append(
      Line(
        word: Int32(word.lowerBound), first: Int32(lists.lowerBound), bar: Int32(bar),
        end: Int32(lists.upperBound)))
  }

  /// The first bytes of ideographs that have three.
  private static let ideographs: ClosedRange<UInt8> = 0xE3...0xE9

  /// What stands behind a colon at an offset; nil without one.
  private func values(_ line: Range<Int>, behind end: Int) -> Range<Int>? {
    for colon in Self.colons where source.bytes.hasBytes(colon, at: end) {
      return (end + colon.count)..<line.upperBound
    }
    return nil
  }

  private static let colons = [[UInt8]("：".utf8), [UInt8](":".utf8)]

  private func error(_ message: String, at offset: Int) -> LayoutError {
    LayoutError(message, in: source, at: offset)
  }

  // MARK: Looking

  /// Visits the ideographs of a list, one after the other; the words of which misspellings are listed
  /// are words too.
  func visit(_ list: List, _ visit: (UInt32) -> Void) {
    source.bytes.withUnsafeBufferPointer { bytes in
      for item in lists where item.list == list { Self.visit(bytes, item.range, visit) }
      guard list == .words else { return }
      for line in lines {
        visit(decodeScalar(bytes, at: Int(line.word)).scalar)
        visit(decodeScalar(bytes, at: Int(line.word) + 3).scalar)
      }
    }
  }

  /// More words than a list has.
  func mostWords(of list: List) -> Int {
    lists.reduce(list == .words ? lines.count : 0) { count, item in
      item.list == list ? count + item.range.count / 6 : count
    }
  }

  /// Visits all misspellings in the order of the file.
  func visitMisspellings(_ visit: (Spelling.Misspelling) -> Void) {
    source.bytes.withUnsafeBufferPointer { bytes in
      for line in lines {
        let first = decodeScalar(bytes, at: Int(line.word)).scalar
        let second = decodeScalar(bytes, at: Int(line.word) + 3).scalar
        Self.visit(bytes, Int(line.first)..<Int(line.bar)) { wrong in
          visit(
            Spelling.Misspelling(first: wrong, second: second, right: first, isFirstWrong: true))
        }
        Self.visit(bytes, Int(line.bar)..<Int(line.end)) { wrong in
          visit(
            Spelling.Misspelling(first: first, second: wrong, right: second, isFirstWrong: false))
        }
      }
    }
  }

  @inline(__always)
  private static func visit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: (UInt32) -> Void
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if isIdeograph(scalar) { visit(scalar) }
      offset += length
    }
  }
}

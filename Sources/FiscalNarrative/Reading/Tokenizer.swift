internal import FiscalStandards
internal import FiscalText

/// Cuts a normal text into tokens, left to right, longest word first.
struct Tokenizer {
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private let names: [[UInt8]]
  private let officialItems: ClassificationTable?
  private var offset: Int
  private var tokens: [Token] = []
  /// Where the name of a 科目 can start: behind the last mark, number or level.
  private var boundary: Int
  /// How deep in 《…》 the text is.
  private var titleDepth = 0

  /// - Parameter start: where to begin, behind the number of a heading or item.
  init(_ text: NormalText, from start: Int, vocabulary: Vocabulary) {
    bytes = text.bytes
    lexicon = vocabulary.lexicon
    names = vocabulary.classificationNames
    officialItems = vocabulary.officialItems
    offset = start
    boundary = start
  }

  static func tokens(
    _ text: NormalText, from start: Int = 0, vocabulary: Vocabulary
  ) -> [Token] {
    var tokenizer = Tokenizer(text, from: start, vocabulary: vocabulary)
    tokenizer.run()
    return tokenizer.tokens
  }

  private mutating func run() {
    while offset < bytes.count {
      if readBlank() || readLevelMark() || readCodedLevel() || readCodedName() || readNumber()
        || readMark() || readTerm() || readBriefDirection()
      {
        continue
      }
      readOther()
    }
  }

  private mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, range: range))
  }

  // MARK: Blanks

  private static let blank = [UInt8]("【请填写".utf8)
  private static let blankEnd = [UInt8]("】".utf8)

  /// Passes over a blank that is still to be filled: what it asks for is not said.
  private mutating func readBlank() -> Bool {
    guard bytes[offset] == 0xE3, bytes.hasBytes(Self.blank, at: offset),
      let end = bytes.firstOffset(of: Self.blankEnd, from: offset)
    else { return false }
    offset = end + Self.blankEnd.count
    boundary = offset
    return true
  }

  // MARK: Numbers

  private mutating func readNumber() -> Bool {
    let byte = bytes[offset]
    let isDigit = (0x30...0x39).contains(byte)
    let isSigned =
      (byte == 0x2D || byte == 0xE2) && startsSignedNumber
    guard isDigit || isSigned else { return false }
    var scanner = NumberScanner(bytes, in: offset..<bytes.count)
    guard let token = scanner.next(), token.range.lowerBound == offset else { return false }
    let (quantity, end) = NumberReader(bytes: bytes).quantity(token, isInTitle: titleDepth > 0)
    append(.number(quantity, digits: token.digits), offset..<end)
    offset = end
    boundary = end
    return true
  }

  private var startsSignedNumber: Bool {
    let length = bytes[offset] == 0x2D ? 1 : 3
    guard length == 1 || bytes.hasBytes([0xE2, 0x88, 0x92], at: offset) else { return false }
    guard offset + length < bytes.count, (0x30...0x39).contains(bytes[offset + length]) else {
      return false
    }
    guard let last = tokens.last, last.range.upperBound == offset else { return offset == boundary }
    if case .mark = last.kind { return true }
    if case .term = last.kind { return true }
    return false
  }

  // MARK: Marks

  private static let marks: [[UInt8]: Token.Mark] = {
    let pairs: [(String, Token.Mark)] = [
      ("，", .comma), ("、", .pause), ("；", .semicolon), ("。", .stop), ("！", .stop),
      ("？", .stop), ("：", .colon), ("（", .open), ("）", .close),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { ([UInt8]($0.0.utf8), $0.1) })
  }()

  private mutating func readMark() -> Bool {
    if bytes[offset] == UInt8(ascii: ",") {
      append(.mark(.comma), offset..<(offset + 1))
      offset += 1
      boundary = offset
      return true
    }
    guard bytes[offset] == 0xE3 || bytes[offset] == 0xEF, offset + 3 <= bytes.count,
      let mark = Self.marks[Array(bytes[offset..<(offset + 3)])], !isBracketedWord(mark)
    else { return false }
    append(.mark(mark), offset..<(offset + 3))
    offset += 3
    // Brackets may belong to a name: 政府办公厅（室）及相关机构事务.
    switch mark {
    case .open, .close: break
    default: boundary = offset
    }
    return true
  }

  /// 较上年（减少）6.00万元: whether a word begins with the bracket.
  private func isBracketedWord(_ mark: Token.Mark) -> Bool {
    guard mark == .open, case .word(.direction) = lexicon.longest(bytes, at: offset)?.0 else {
      return false
    }
    return true
  }

  // MARK: Words

  private mutating func readTerm() -> Bool {
    guard let (term, length) = lexicon.longest(bytes, at: offset) else { return false }
    append(.term(term), offset..<(offset + length))
    offset += length
    return true
  }

  private static let up = [UInt8]("增".utf8)
  private static let downs = ["减", "降"].map { [UInt8]($0.utf8) }

  /// 较上年增59.11万元，增22%: right behind a word, a name or a mark, and right before a number; in 新增59.11万元
  /// it says what is new.
  private mutating func readBriefDirection() -> Bool {
    let isUp = bytes.hasBytes(Self.up, at: offset)
    guard isUp || Self.downs.contains(where: { bytes.hasBytes($0, at: offset) }),
      tokens.last?.range.upperBound == offset, offset + Self.up.count < bytes.count,
      (0x30...0x39).contains(bytes[offset + Self.up.count])
    else { return false }
    append(.term(.word(.direction(isUp ? .up : .down))), offset..<(offset + Self.up.count))
    offset += Self.up.count
    return true
  }

  private mutating func readOther() {
    let (scalar, length) = decodeScalar(bytes, at: offset)
    if scalar == 0x300A { titleDepth += 1 }
    if scalar == 0x300B { titleDepth = max(0, titleDepth - 1) }
    offset += length
  }

  // MARK: Levels of 科目

  private static let levelMarks: [[UInt8]] = ["类）", "款）", "项）"].map { [UInt8]($0.utf8) }

  /// （类）, or with the code at its level: （213类）, （01款）, （01项）.
  private func levelMark(
    at offset: Int
  ) -> (level: Int, code: ArraySlice<UInt8>, end: Int)? {
    guard bytes.hasBytes([0xEF, 0xBC, 0x88], at: offset) else { return nil }
    let code = bytes[(offset + Self.bracketLength)...].prefix(Self.longestCode)
      .prefix { (0x30...0x39).contains($0) }
    guard [0, 2, 3, 5, 7].contains(code.count),
      let level = Self.levelMarks.firstIndex(where: { bytes.hasBytes($0, at: code.endIndex) })
    else { return nil }
    return (level, code, code.endIndex + Self.levelMarks[level].count)
  }

  /// Reads （类）, （款） or （项） with the name before it, and joins it to the path that ends there.
  private mutating func readLevelMark() -> Bool {
    guard bytes[offset] == 0xEF, let (level, code, end) = levelMark(at: offset) else {
      return false
    }
    let (name, start) = nameBefore(offset)
    readLevel(level, name, from: start, to: end, code)
    readCode()
    return true
  }

  /// Reads （2080201） behind the name of a 科目, in forms that print the code in the place of the
  /// level.
  private mutating func readCodedLevel() -> Bool {
    guard let code = codeInBrackets(), let level = Self.codeLengths.firstIndex(of: code.count)
    else { return false }
    let (name, start) = nameBefore(offset)
    guard
      names.contains([UInt8](name.utf8)) || tokens.containsPath(endingAt: start)
        || isPlainName(start, code) || isOfficialItem(start, code)
    else { return false }
    readLevel(level, name, from: start, to: code.endIndex + Self.bracketLength, code)
    return true
  }

  /// Reads 2080505-机关事业单位基本养老保险缴费支出: the code of a functional 科目 before its name.
  private mutating func readCodedName() -> Bool {
    guard bytes[offset] == UInt8(ascii: "2"), offset == boundary || isBehindCodeWord else {
      return false
    }
    let code = bytes[offset...].prefix { (0x30...0x39).contains($0) }
    guard let level = Self.codeLengths.firstIndex(of: code.count) else { return false }
    let nameStart = behindDash(code.endIndex)
    var end = max(
      officialNameEnd(nameStart, code), nameEnd(nameStart, isNamed: nameStart > code.endIndex))
    if end == nameStart { end = markedNameEnd(nameStart, level) }
    if readItem(behind: max(end, nameEnd(nameStart, isNamed: true)), from: nameStart, code) {
      return true
    }
    guard end > nameStart else { return false }
    let mark = levelMark(at: end).flatMap { $0.level == level ? $0.end : nil }
    readLevel(
      level, String(decoding: bytes[nameStart..<end], as: UTF8.self), from: offset,
      to: mark ?? end, code)
    return true
  }

  /// 2040203治安管理（项）: where the name ends that has the mark of its level behind it; the offset if none does.
  private func markedNameEnd(_ start: Int, _ level: Int) -> Int {
    let end = nameEnd(start, isNamed: true)
    return levelMark(at: end)?.level == level ? end : start
  }

  /// 2296004彩票公益金安排的支出—用于教育事业的彩票公益金支出: reads the official name of an item's code behind the name of its
  /// 款 and a dash.
  private mutating func readItem(
    behind end: Int, from nameStart: Int, _ code: ArraySlice<UInt8>
  ) -> Bool {
    let start = behindDash(behindDash(end))
    guard code.count == Self.longestCode, end > nameStart, start > end else { return false }
    let itemEnd = officialNameEnd(start, code)
    guard itemEnd > start else { return false }
    readLevel(1, String(decoding: bytes[nameStart..<end], as: UTF8.self), from: offset, to: start)
    let item = String(decoding: bytes[start..<itemEnd], as: UTF8.self)
    readLevel(2, item, from: start, to: itemEnd, code)
    return true
  }

  /// Where the official name of a code ends that starts at an offset; the offset if none does.
  private func officialNameEnd(_ start: Int, _ code: ArraySlice<UInt8>) -> Int {
    var end = start
    for entry in officialItems?.entries(String(decoding: code, as: UTF8.self)) ?? []
    where bytes.hasBytes(Array(entry.name.utf8), at: start) {
      end = max(end, start + entry.name.utf8.count)
    }
    return end
  }

  /// Where the name ends that starts at an offset: a known one, or behind a dash all that stands
  /// before the next number or mark.
  private func nameEnd(_ start: Int, isNamed: Bool) -> Int {
    if let (term, length) = lexicon.longest(bytes, at: start), case .classification = term {
      return start + length
    }
    guard isNamed else { return start }
    var end = start
    while end < bytes.count, end - start < Self.longestName {
      let (scalar, length) = decodeScalar(bytes, at: end)
      if (0x4E00...0x9FFF).contains(scalar) {
        end += length
      } else if scalar == 0xFF08, levelMark(at: end) == nil, let close = closingBracket(end) {
        end = close
      } else {
        break
      }
    }
    return end - start > Self.bracketLength ? end : start
  }

  /// Behind the bracket within a name that opens at an offset: 政府办公厅（室）及相关机构事务.
  private func closingBracket(_ start: Int) -> Int? {
    var end = start + Self.bracketLength
    while end < bytes.count, end - start < Self.longestBracket {
      let (scalar, length) = decodeScalar(bytes, at: end)
      end += length
      if scalar == 0xFF09 { return end }
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
    }
    return nil
  }

  /// A bracket of four ideographs.
  private static let longestBracket = 18

  /// Behind the dash that stands at an offset, if one does.
  private func behindDash(_ start: Int) -> Int {
    let dash = Self.dashes.first { bytes.hasBytes($0, at: start) }
    return start + (dash?.count ?? 0)
  }
  private static let dashes = ["-", "－", "—", "–"].map { [UInt8]($0.utf8) }

  /// Whether nothing that the grammar knows stands in a name before the code of a functional 科目.
  private func isPlainName(_ start: Int, _ code: ArraySlice<UInt8>) -> Bool {
    code.first == UInt8(ascii: "2") && (6...Self.longestName).contains(offset - start)
      && tokens.last.map { $0.range.upperBound <= start } ?? true
  }

  /// 教育费附加安排的城市中小学校舍建设（2050903）: whether the code is that of an item, whatever words the name before
  /// it holds.
  private func isOfficialItem(_ start: Int, _ code: ArraySlice<UInt8>) -> Bool {
    code.count == Self.longestCode && (6...Self.longestName).contains(offset - start)
      && tokens.last.map(Self.isWord) ?? true
      && !(officialItems?.entries(String(decoding: code, as: UTF8.self)).isEmpty ?? true)
  }

  private static func isWord(_ token: Token) -> Bool {
    if case .term = token.kind { return true }
    return false
  }

  /// Twenty ideographs.
  private static let longestName = 60

  /// Puts a level behind the path that ends where its name starts, or makes it a path of its own.
  private mutating func readLevel(
    _ level: Int, _ name: String, from start: Int, to end: Int, _ code: ArraySlice<UInt8> = []
  ) {
    dropTokens(from: start)
    var path = ClassificationPath()
    var first = start
    if level > 0, let last = tokens.last, case .path(let outer) = last.kind,
      last.range.upperBound == start
    {
      path = outer
      first = last.range.lowerBound
      tokens.removeLast()
    } else if level == 2, let outer = subcategory(endingAt: start) {
      path.subcategory = outer.name
      first = outer.start
      tokens.removeLast()
    }
    switch level {
    case 0: path.category = name
    case 1: path.subcategory = name
    default: path.item = name
    }
    // （01款） goes on with the code of the level above it.
    let printed = String(decoding: code, as: UTF8.self)
    path.code = code.count == 2 ? (path.code.isEmpty ? "" : path.code + printed) : printed
    append(.path(path), first..<end)
    offset = end
    boundary = end
  }

  /// 人大事务行政运行（项）: the known 款 that ends where the name of an item starts, its level not marked.
  private func subcategory(endingAt end: Int) -> (name: String, start: Int)? {
    guard let last = tokens.last, last.range.upperBound == end,
      case .term(.classification(let index)) = last.kind,
      case let name = String(decoding: names[index], as: UTF8.self),
      officialItems?.isName(name, of: .subcategory) ?? false
    else { return nil }
    return (name, last.range.lowerBound)
  }

  private static let codeLengths = [3, 5, 7]
  private static let bracketLength = 3
  private static let longestCode = 7

  /// 科目编码2010601-财政事务行政运行
  private var isBehindCodeWord: Bool {
    Self.codeWords.contains { bytes.hasBytes($0, at: offset - $0.count) }
  }

  /// 财政事务（科目代码2010601）
  private static let codeWords = ["科目代码", "科目编码", "代码", "编码"].map { [UInt8]($0.utf8) }

  /// The digits in the brackets that open at the offset; nil for anything else than a code.
  private func codeInBrackets() -> ArraySlice<UInt8>? {
    guard bytes.hasBytes([0xEF, 0xBC, 0x88], at: offset) else { return nil }
    let opened = offset + Self.bracketLength
    let start =
      Self.codeWords.first { bytes.hasBytes($0, at: opened) }.map { opened + $0.count }
      ?? opened
    var end = start
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard Self.codeLengths.contains(end - start), bytes.hasBytes([0xEF, 0xBC, 0x89], at: end)
    else { return nil }
    return bytes[start..<end]
  }

  /// The name that ends at an offset: from the last boundary, or a known name if that is longer
  /// than what is known. Right behind another level no word leads to the name.
  private func nameBefore(_ end: Int) -> (name: String, start: Int) {
    let boundary = nameStart(end)
    let whole = Array(bytes[boundary..<end])
    let isBehindLevel = tokens.containsPath(endingAt: boundary)
    if !isBehindLevel, let last = tokens.last, last.range.upperBound == end,
      case .term(.classification(let index)) = last.kind, last.range.lowerBound > boundary,
      !names.contains(whole)
    {
      let start = officialStart(end, from: boundary, before: last.range.lowerBound)
      guard start == last.range.lowerBound else {
        return (String(decoding: bytes[start..<end], as: UTF8.self), start)
      }
      return (String(decoding: names[index], as: UTF8.self), last.range.lowerBound)
    }
    return (String(decoding: whole, as: UTF8.self), boundary)
  }

  /// Where the longest official name starts that ends at an offset, if that is before a known one:
  /// 机关事业单位职业年金缴费支出 ends with a name of its own.
  private func officialStart(_ end: Int, from boundary: Int, before known: Int) -> Int {
    var start = known
    for entry in officialItems?.entries ?? [] where entry.level != .category {
      let length = entry.name.utf8.count
      guard end - length < start, end - length >= boundary,
        bytes[(end - length)..<end].elementsEqual(entry.name.utf8)
      else { continue }
      start = end - length
    }
    return start
  }

  /// Where the name that ends at an offset starts: at the boundary, or behind a bracket that was
  /// opened since and not closed.
  private func nameStart(_ end: Int) -> Int {
    var open: [Int] = []
    for token in tokens.reversed().prefix(while: { $0.range.lowerBound >= boundary }).reversed() {
      if case .mark(.open) = token.kind { open.append(token.range.upperBound) }
      if case .mark(.close) = token.kind { _ = open.popLast() }
    }
    return open.last ?? boundary
  }

  private mutating func dropTokens(from start: Int) {
    while let last = tokens.last, last.range.lowerBound >= start { tokens.removeLast() }
  }

  /// Reads （2013201） behind a path.
  private mutating func readCode() {
    guard let code = codeInBrackets(), let last = tokens.last, case .path(var path) = last.kind
    else { return }
    path.code = String(decoding: code, as: UTF8.self)
    offset += code.count + 2 * Self.bracketLength
    boundary = offset
    tokens[tokens.count - 1] = Token(
      kind: .path(path), range: last.range.lowerBound..<offset)
  }
}

extension [Token] {
  /// Whether a path ends right at an offset.
  fileprivate func containsPath(endingAt offset: Int) -> Bool {
    let before = last { $0.range.upperBound <= offset }
    guard let before, before.range.upperBound == offset, case .path = before.kind else {
      return false
    }
    return true
  }
}

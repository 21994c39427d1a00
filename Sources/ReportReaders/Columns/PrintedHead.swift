internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The head of a flattened table as it is printed: its words, line by line, and where the body
/// begins. Heads are broken over lines, so names are looked for in all of their characters.
struct PrintedHead {
  /// The first line of the body.
  let bodyStart: Int
  /// How many columns the head numbers; nil where it does not.
  let numbers: Int?
  /// The words without spaces, in reading order.
  private let words: [[UInt8]]
  /// The words without those of the line that numbers the columns.
  let names: [[UInt8]]
  /// All characters of the words.
  private let text: [UInt8]
  /// Where each word stands first.
  private var places: [[UInt8]: Place] = [:]

  /// The line of a word, and its rank in it.
  private struct Place {
    var line: Int
    var rank: Int
  }

  /// Nil if the lines do not start with a form's head.
  init?(_ lines: [[FlatToken]], form: TableForm, year: Int?) {
    guard let (end, numbers) = Self.end(lines, form: form) else { return nil }
    let dense = lines[..<end].map { line in line.map { Self.word($0, year) } }
    bodyStart = end
    self.numbers = numbers
    words = Array(dense.joined())
    names = numbers == nil ? words : Array(dense.dropLast().joined())
    text = Array(words.joined())
    for (line, words) in dense.enumerated() {
      for (rank, word) in words.enumerated() where places[word] == nil {
        places[word] = Place(line: line, rank: rank)
      }
    }
  }

  /// A word without spaces, its year as the forms say it: 本年预算数 for 2025年预算数.
  private static func word(_ token: FlatToken, _ year: Int?) -> [UInt8] {
    let word = DenseText.dense(token.text.utf8)
    guard word.contains(where: { (0x30...0x39).contains($0) }), token.kind == .text else {
      return word
    }
    return [UInt8](Name(utf8: word).withRelativeYears(year).string.utf8)
  }

  func hasWord(_ word: String) -> Bool { words.contains([UInt8](word.utf8)) }

  /// How often a name is printed, in one piece or in two: 经济分类科目 in one line and 编码 in the next.
  func count(of name: String) -> Int {
    let name = [UInt8](name.utf8)
    var (count, search) = (0, 0)
    while let offset = text.firstOffset(of: name, from: search) {
      count += 1
      search = offset + name.count
    }
    let broken = name.indices.dropFirst().map { end in
      min(wordCount(name[..<end]), wordCount(name[end...]))
    }
    return max(count, broken.max() ?? 0)
  }

  private func wordCount(_ word: ArraySlice<UInt8>) -> Int {
    words.count { $0.elementsEqual(word) }
  }

  /// Whether the characters of a name stand together, or whole words of the head make it: 一般公共预
  /// in one line and 算财政拨款 in the next, with those of other columns between them.
  func has(_ name: String) -> Bool {
    let name = [UInt8](name.utf8)
    return text.firstOffset(of: name) != nil || isMade(name)
  }

  private func isMade(_ name: [UInt8]) -> Bool {
    var isReached = [Bool](repeating: false, count: name.count + 1)
    isReached[0] = true
    for start in name.indices where isReached[start] {
      for word in words where name.hasBytes(word, at: start) {
        isReached[start + word.count] = true
      }
    }
    return isReached[name.count]
  }

  // MARK: Order

  /// Which of two columns is printed further left, as far as the head says: by the first of their
  /// parts that differ, of which both stand in one line. Nil where it does not say.
  func isInOrder(_ left: [String], _ right: [String]) -> Bool? {
    guard let left = placed(left), let right = placed(right),
      let (one, other) = zip(left, right).first(where: { $0.word != $1.word }),
      one.place.line == other.place.line
    else { return nil }
    return one.place.rank < other.place.rank
  }

  /// Whether parts of a column's name stand side by side: 金额 of one column and 合计 of another, and
  /// not one below the other.
  func isInOneLine(_ path: [String]) -> Bool {
    guard path.count > 1, let parts = placed(path) else { return false }
    return zip(parts, parts.dropFirst()).contains { $0.place.line == $1.place.line }
  }

  /// The parts of a column's name from the top down; nil if one is not printed as a word.
  private func placed(_ path: [String]) -> [(word: [UInt8], place: Place)]? {
    var parts: [(word: [UInt8], place: Place)] = []
    for part in path {
      let word = [UInt8](part.utf8)
      guard let place = places[word] else { return nil }
      parts.append((word, place))
    }
    return parts.sorted { $0.place.line < $1.place.line }
  }

  // MARK: End

  private static let mostLines = 40
  private static let numberWord = [UInt8]("栏次".utf8)

  /// The line behind the head, and how many columns it numbers.
  private static func end(_ lines: [[FlatToken]], form: TableForm) -> (Int, numbers: Int?)? {
    for (index, line) in lines.prefix(mostLines).enumerated() {
      let numbers = line.compactMap(\.integer)
      let words = line.filter { $0.integer == nil }
      guard words.allSatisfy({ DenseText.dense($0.text.utf8) == numberWord }), !numbers.isEmpty,
        numbers == Array(1...numbers.count), !words.isEmpty || numbers.count >= 3
      else { continue }
      return (index + 1, numbers.count)
    }
    let body = lines.prefix(mostLines).indices.first { index in
      startsBody(lines[index], form)
        || index + 1 < lines.count && startsBody(lines[index], next: lines[index + 1], form)
    }
    return body.map { (CentredBlockNames.start(of: $0, in: lines), nil) }
  }

  /// A code, 合计, or the label of a listed row at the start of a line.
  private static func startsBody(_ line: [FlatToken], _ form: TableForm) -> Bool {
    guard let first = line.first, let block = form.blocks.first else { return false }
    switch block.rows {
    case .free:
      let amounts = hasNames(form) ? line.drop { $0.kind == .text } : line[...]
      return amounts.count > 1 && amounts.allSatisfy { $0.kind == .amount }
    case .listed(let rows) where form.blocks.count == 1 && startsListed(line, rows): return true
    default: break
    }
    if first.isCode, line.count > 1 { return true }
    if first.isTotal, line.dropFirst().allSatisfy({ $0.kind == .amount }), line.count > 1 {
      return true
    }
    return first.kind == .text && HeadingNumber.scan(first.text.utf8)?.value == 1
  }

  /// Whether a line is the code or the total that begins a row, with the rest of it in the lines
  /// below: 205 above 教育支出, 合计 above 4953.91.
  private static func startsBody(
    _ line: [FlatToken], next: [FlatToken], _ form: TableForm
  ) -> Bool {
    guard case .functional? = form.blocks.first?.rows, line.count == 1, let rest = next.first else {
      return false
    }
    if line[0].isCode { return rest.kind == .text && !rest.isTotal }
    return line[0].isTotal && rest.kind == .amount && rest.integer != 1
  }

  private static func hasNames(_ form: TableForm) -> Bool {
    form.columns.contains { $0.content == .name }
  }

  /// Whether a line holds a name of a row, with or without its number, and nothing but amounts
  /// behind it.
  private static func startsListed(_ line: [FlatToken], _ rows: [RowForm]) -> Bool {
    let rest = line.first?.integer == nil ? line[...] : line.dropFirst()
    guard let label = rest.first, label.kind == .text, rest.count > 1,
      rest.dropFirst().allSatisfy({ $0.kind == .amount })
    else { return false }
    let name = Name(label: label.text.utf8)
    return rows.contains { $0.names.contains { Name($0.pathParts.last ?? $0) == name } }
  }
}

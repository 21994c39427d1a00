internal import FiscalModel
internal import FiscalText

/// Takes the head that a table prints again on each page out of its lines: text knows no pages, and
/// 栏次 1 2 3 in the middle of a table would be a row of it.
struct RepeatedHead {
  private let lines: [DraftLine]
  /// Which lines are left.
  private var isKept: [Bool]

  static func dropped(from lines: [DraftLine]) -> [DraftLine] {
    var head = RepeatedHead(lines)
    let numbers = head.numbersLine()
    if let numbers { head.dropNumbered(numbers) }
    head.dropNamed(numbers.map { $0 + 1 } ?? head.namesEnd())
    guard head.isKept.contains(false) else { return lines }
    return lines.indices.filter { head.isKept[$0] }.map { lines[$0] }
  }

  private init(_ lines: [DraftLine]) {
    self.lines = lines
    isKept = Array(repeating: true, count: lines.count)
  }

  /// A line without spaces, which stand elsewhere where the columns of a page are wider.
  private func dense(_ index: Int) -> [UInt8] { DenseText.dense(lines[index].bytes) }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    Key(lines[one].shape) == Key(lines[other].shape) && dense(one) == dense(other)
  }

  /// What lines that are the same without spaces have in common, as far as their shapes tell.
  private struct Key: Hashable {
    var first: UInt32
    var last: UInt32
    var count: Int32
    var digits: Int32

    init(_ shape: LineShape) {
      (first, last, count, digits) = (shape.first, shape.last, shape.count, shape.digits)
    }
  }

  // MARK: Heads that number their columns

  private static let numbersWord = [UInt8]("栏次".utf8)
  private static let mostLines = 40
  /// No head is longer than that.
  private static let mostBytes = 4_000

  /// The line that ends the head: 栏次 1 2 3.
  private func numbersLine() -> Int? {
    lines.indices.prefix(Self.mostLines).first { index in
      guard lines[index].shape.digits > 0, lines[index].bytes.first == Self.numbersWord.first
      else { return false }
      let line = dense(index)
      return line.starts(with: Self.numbersWord) && line.contains(UInt8(ascii: "1"))
    }
  }

  /// Before the same numbers again, as many lines are a head as have its characters: in which line
  /// a broken name stands differs from page to page.
  private mutating func dropNumbered(_ last: Int) {
    let head = (0...last).flatMap(dense).sorted()
    guard head.count <= Self.mostBytes else { return }
    for index in lines.indices.dropFirst(last + 1) where isSame(index, last) {
      var start = index
      var count = dense(index).count
      while count < head.count, start > last + 1 {
        start -= 1
        count += dense(start).count
      }
      // Where a page has the numbers alone, they are a head nevertheless.
      let isWhole = (start...index).flatMap(dense).sorted() == head
      for dropped in (isWhole ? start : index)...index { isKept[dropped] = false }
    }
  }

  // MARK: Other heads

  /// The line below the names of the columns, as far as words tell.
  private func namesEnd() -> Int {
    let end = lines.prefix(Self.mostLines).indices.first { index in
      !isOfNames(index) || lines[index].shape.number != nil
    }
    return end ?? min(lines.count, Self.mostLines)
  }

  /// Drops lines that stand in the same order as in the head. Where text is in the order in which
  /// it was drawn, the head of a page may be parted.
  private mutating func dropNamed(_ end: Int) {
    var places: [Key: [Int]] = [:]
    for index in 0..<end { places[Key(lines[index].shape), default: []].append(index) }
    var index = end
    while index < lines.count {
      let length =
        places[Key(lines[index].shape)]?.map { repeated(at: index, $0, end) }.max() ?? 0
      if length > 1 || length == 1 && isOfSeveral(index) {
        for dropped in index..<(index + length) { isKept[dropped] = false }
      }
      index += max(1, length)
    }
  }

  /// How many lines from an index on are those of the head from another on.
  private func repeated(at index: Int, _ start: Int, _ end: Int) -> Int {
    var length = 0
    while start + length < end, index + length < lines.count,
      isSame(index + length, start + length)
    {
      length += 1
    }
    return length
  }

  /// A single word may be a part of a name in a row.
  private func isOfSeveral(_ index: Int) -> Bool {
    FlatTableRows.words(lines[index].bytes).count >= Self.fewestNames
  }

  private static let fewestNames = 3

  /// Heads hold names, and at most the numbers of columns.
  private func isOfNames(_ index: Int) -> Bool {
    FlatTableRows.words(lines[index].bytes).allSatisfy { word in
      let word = lines[index].bytes[word]
      return word.count <= 2 || !word.allSatisfy { (0x2C...0x39).contains($0) }
    }
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Matches the entries of the contents list with the headings and table titles of the body.
struct HeadingMatcher: Sendable {
  struct Line: Sendable {
    var passage: Int
    var number: HeadingNumber?
    /// The words without number, year, brackets and the body's own name.
    var title: [UInt32]
    /// The words without number.
    var full: [UInt32]
    var isTable: Bool
  }

  /// An entry and the line of the body that is meant by it, with other words.
  struct Difference: Sendable {
    var entry: Line
    var line: Line
    /// How many characters must change to make one of the other.
    var distance: Int
  }

  private(set) var differences: [Difference] = []
  /// Entries that nothing in the body resembles.
  private(set) var missing: [Line] = []
  /// Pairs of entry and body line that agree.
  private(set) var matched: [(entry: Line, line: Line)] = []

  private let passages: [Passage]
  private let tables: [Table]
  private let entity: [UInt32]

  /// - Parameters:
  ///   - prose: which of the passages are no cells, in order.
  ///   - tables: the tables that the passages name by index.
  ///   - entity: the body's own name.
  init(_ passages: [Passage], prose: [Int], tables: [Table], entity: String?) {
    (self.passages, self.tables) = (passages, tables)
    self.entity = entity?.filter { !$0.isWhitespace }.scalarValues ?? []
    match(prose)
  }

  private mutating func match(_ prose: [Int]) {
    var entries: [Line] = []
    var lines: [Line] = []
    for index in prose {
      let passage = passages[index]
      switch passage.kind {
      case .contents: entries.append(line(index))
      case .heading: lines.append(line(index))
      case .tableLine where isTitle(index): lines.append(line(index, isTable: true))
      case .paragraph where passage.text.utf8.count <= 120: lines.append(line(index))
      default: break
      }
    }
    // A number alone, whose words stand on a line of their own, means no heading in particular.
    entries.removeAll { $0.title.isEmpty }
    lines.removeAll { $0.title.isEmpty }
    guard !entries.isEmpty, !lines.isEmpty else { return }
    var places: [[UInt32]: [Int]] = [:]
    for (index, line) in lines.enumerated() { places[line.title, default: []].append(index) }
    var isUsed = [Bool](repeating: false, count: lines.count)
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      let candidates = places[entry.title] ?? []
      let best =
        candidates.first { !isUsed[$0] && lines[$0].number?.style == entry.number?.style }
        ?? candidates.first { !isUsed[$0] } ?? candidates.first
      if let best {
        isUsed[best] = true
        matched.append((entry, lines[best]))
      } else {
        open.append(index)
      }
    }
    join(&open, entries, places)
    compare(open.map { entries[$0] }, lines, isUsed)
  }

  /// Whether a line of the body ends with the words of an entry, behind a name that is not known.
  private func isEnding(_ entry: Line, _ line: Line) -> Bool {
    entry.title.count >= 4 && line.title.count > entry.title.count && line.number == nil
      && !line.isTable && line.title.ends(with: entry.title)
  }

  private func isRepeated(_ entry: Line, _ other: Line) -> Bool {
    isEnding(entry, other)
      || (other.passage != entry.passage && other.number == nil && other.title == entry.title)
  }

  /// Drops entries that were wrapped: two open ones in a row that together are one line.
  private func join(_ open: inout [Int], _ entries: [Line], _ places: [[UInt32]: [Int]]) {
    var rest: [Int] = []
    var skip = false
    for (place, index) in open.enumerated() {
      if skip {
        skip = false
        continue
      }
      if place + 1 < open.count, open[place + 1] == index + 1,
        entries[index + 1].number == nil,
        places[entries[index].title + entries[index + 1].title] != nil
      {
        skip = true
        continue
      }
      rest.append(index)
    }
    open = rest
  }

  private mutating func compare(_ entries: [Line], _ lines: [Line], _ isUsed: [Bool]) {
    var isTaken = isUsed
    for entry in entries {
      if let index = lines.indices.first(where: { !isTaken[$0] && isEnding(entry, lines[$0]) }) {
        isTaken[index] = true
        continue
      }
      // The body's first heading may have been read as the last entry.
      if entries.contains(where: { isRepeated(entry, $0) }) { continue }
      var best: (index: Int, distance: Int)?
      for (index, line) in lines.enumerated()
      where !isTaken[index] && isComparable(entry, line) {
        let length = max(entry.title.count, line.title.count)
        let limit = min(best?.distance ?? .max, max(2, length * 2 / 5) + 1) - 1
        if let distance = Self.distance(entry.title, line.title, atMost: limit) {
          best = (index, distance)
        }
      }
      if let best {
        isTaken[best.index] = true
        differences.append(
          Difference(entry: entry, line: lines[best.index], distance: best.distance))
      } else {
        missing.append(entry)
      }
    }
  }

  /// Headings are compared with entries of their own level and number; table titles bear none.
  private func isComparable(_ entry: Line, _ line: Line) -> Bool {
    if line.isTable { return entry.title.ends(with: "表".scalarValues) && line.title.count >= 4 }
    guard passages[line.passage].kind == .heading else { return false }
    if isAboutTable(line, namedBy: entry) { return false }
    if line.number == nil { return entry.number == nil && line.title.count >= 4 }
    return line.number?.style == entry.number?.style && line.number?.value == entry.number?.value
  }

  /// Whether a heading stands over words about a table, while the entry names the table itself.
  private func isAboutTable(_ line: Line, namedBy entry: Line) -> Bool {
    entry.title.ends(with: "表".scalarValues)
      && ["说明", "情况"].contains { line.title.ends(with: $0.scalarValues) }
  }

  private func isTitle(_ passage: Int) -> Bool {
    guard let table = passages[passage].table, let title = tables[table].title else {
      return false
    }
    return title == passages[passage].text
  }

  private func line(_ passage: Int, isTable: Bool = false) -> Line {
    let text = passages[passage].text
    let number = HeadingNumber.scan(text.utf8)
    let start = number?.range.upperBound ?? Self.ordinalEnd(text.utf8)
    let words = Name(utf8: text.utf8, in: start..<text.utf8.count).scalars
    return Line(
      passage: passage, number: number, title: essence(words), full: words, isTable: isTable)
  }

  /// Where the ordinal of 5．2025年部门收入预算总表 ends, which is no number by itself.
  private static func ordinalEnd(_ bytes: [UInt8]) -> Int {
    var offset = 0
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    guard (1...2).contains(offset) else { return 0 }
    for mark in ["．", ".", "、"] where bytes.hasBytes([UInt8](mark.utf8), at: offset) {
      return offset + mark.utf8.count
    }
    return 0
  }

  private static let fillers = ["部门", "单位"].map(\.scalarValues)
  private static let years = ["年度", "年"].map(\.scalarValues)

  /// Without years, brackets and marks, and the body's own name.
  private func essence(_ words: [UInt32]) -> [UInt32] {
    var rest = words
    if !entity.isEmpty, let start = rest.firstIndex(of: entity) {
      rest.removeSubrange(start..<(start + entity.count))
    }
    if let start = Self.years.lazy.compactMap({ rest.firstIndex(of: $0) }).first {
      var digits = start
      while digits > 0, isDigit(rest[digits - 1]) { digits -= 1 }
      if digits < start {
        let isFiscal = start + 1 < rest.count && rest[start + 1] == 0x5EA6
        rest.removeSubrange(digits..<(start + (isFiscal ? 2 : 1)))
      }
    }
    for word in Self.fillers {
      while let start = rest.firstIndex(of: word), rest.count > word.count {
        rest.removeSubrange(start..<(start + word.count))
      }
    }
    return rest.filter { isIdeograph($0) || isDigit($0) || isLatinLetter($0) }
  }

  /// The edit distance of two short texts if it is no more than a limit.
  static func distance(_ one: [UInt32], _ other: [UInt32], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(one.count - other.count) <= limit else { return nil }
    var row = Array(0...other.count)
    for (i, scalar) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in other.indices {
        let cost = diagonal + (scalar == other[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count] <= limit ? row[other.count] : nil
  }
}

extension Array where Element == UInt32 {
  /// Whether another text stands somewhere in this one.
  func holds(_ other: [UInt32]) -> Bool { firstIndex(of: other) != nil }

  /// Where another text, which must not be empty, first stands in this one.
  func firstIndex(of other: [UInt32]) -> Int? {
    guard let first = other.first, count >= other.count else { return nil }
    return (0...(count - other.count)).first { start in
      self[start] == first && other.indices.allSatisfy { self[start + $0] == other[$0] }
    }
  }

  func ends(with other: [UInt32]) -> Bool { suffix(other.count).elementsEqual(other) }
}

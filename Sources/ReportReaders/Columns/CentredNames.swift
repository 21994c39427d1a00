internal import FiscalModel
internal import FiscalText

/// Puts names together that their cells print over several lines, with code and amounts beside the
/// middle of them: 社会保障和就 above 208 139.34 above 业支出.
///
/// As many lines stand above the middle of a name as below it, so the lines between two rows part
/// from the first row on. Every line of a name but its last is as wide as its column.
struct CentredNames {
  private let lines: [[FlatToken]]
  private let splitsCodes: Bool
  /// The lines that hold a code or amounts.
  private let rows: [Int]

  /// The lines as they are where names are not printed so.
  static func joined(_ lines: [[FlatToken]], splitsCodes: Bool) -> [[FlatToken]] {
    let lines = lines.filter { !$0.isEmpty }
    let rows = lines.indices.filter { !isName(lines[$0]) }
    guard !rows.isEmpty, rows.count < lines.count else { return lines }
    let names = CentredNames(lines: lines, splitsCodes: splitsCodes, rows: rows)
    return names.sides().map(names.joined) ?? lines
  }

  /// A line that holds nothing but a part of a name.
  private static func isName(_ line: [FlatToken]) -> Bool {
    line.allSatisfy { $0.kind == .text && !$0.isTotal }
  }

  /// How many lines of its name stand above a row and below it.
  private struct Side {
    var above: Int
    var below: Int
    var isBroken: Bool { above + below > 0 }
  }

  /// The lines of each row's name; nil if the lines do not part so. Of several ways the one in which
  /// most names stand around their rows.
  private func sides() -> [Side]? {
    guard let first = rows.first, first <= Self.mostLines else { return nil }
    var ways = [[Way?]](repeating: [], count: rows.count)
    for rank in rows.indices.reversed() {
      guard linesBehind(rank) <= Self.mostLines else { return nil }
      let most = rank > 0 ? linesBehind(rank - 1) : first
      ways[rank] = (0...most).map { above in
        best(rank, above, behind: rank + 1 < rows.count ? ways[rank + 1] : nil)
      }
    }
    guard ways[0][first] != nil else { return nil }
    var sides: [Side] = []
    var above = first
    for (rank, ways) in ways.enumerated() {
      guard let way = ways[above] else { return nil }
      sides.append(Side(above: above, below: way.below))
      above = linesBehind(rank) - way.below
    }
    return isWide(sides) ? sides : nil
  }

  /// How many lines of a name stand below its row, and how odd it is that names from here on do not
  /// stand around their rows.
  private struct Way {
    var below: Int
    var oddity: Int
  }

  /// More lines of names between two rows than this are none.
  private static let mostLines = 12

  /// How many lines stand between a row and the next one.
  private func linesBehind(_ rank: Int) -> Int {
    (rank + 1 < rows.count ? rows[rank + 1] : lines.count) - rows[rank] - 1
  }

  /// The best way to part the lines behind a row that has some of them above it; nil if there is
  /// none.
  ///
  /// - Parameter ways: those of the next row, by the number of lines above it; nil for the last row.
  private func best(_ rank: Int, _ above: Int, behind ways: [Way?]?) -> Way? {
    let between = linesBehind(rank)
    var best: Way?
    for below in ways == nil ? between...between : 0...between where canHave(rank, above, below) {
      let rest = ways.map { $0[between - below]?.oddity } ?? 0
      guard let rest else { continue }
      // A whole name below its row is rarer than the rest of one.
      let own = above == below ? 0 : isNameless(lines[rows[rank]]) ? 2 : 1
      let oddity = rest + own
      if oddity < best?.oddity ?? .max { best = Way(below: below, oddity: oddity) }
    }
    return best
  }

  /// Whether a row's name can have so many lines above it and below it.
  private func canHave(_ rank: Int, _ above: Int, _ below: Int) -> Bool {
    let line = lines[rows[rank]]
    guard above == 0 || hasCode(line) else { return false }
    // A name of one line may stand a little higher than its row.
    if above == 1, below == 0 { return isNameless(line) }
    guard above == 0 else { return above == below }
    // A row at the end of a page, whose name stands on the next one.
    if isNameless(line) {
      return below > 0 && below == nameEnd(rows[rank], rows[rank] + 1 + linesBehind(rank))
    }
    return below == 0 || hasCode(line)
  }

  /// How many lines below a row are its whole name: all of them if the next row has its own, or
  /// those up to the first that does not fill its column.
  private func nameEnd(_ row: Int, _ end: Int) -> Int {
    let count = end - row - 1
    guard end < lines.count, isNameless(lines[end]), count > 1 else { return count }
    let widest = lines[(row + 1)..<end].map(width).max() ?? 0
    let short = lines[(row + 1)..<end].firstIndex { width($0) + Self.slack < widest }
    return min(short.map { $0 - row } ?? count / 2, count - 1)
  }

  private func hasCode(_ line: [FlatToken]) -> Bool { line[0].isCode }

  private func isNameless(_ line: [FlatToken]) -> Bool {
    hasCode(line) && line.allSatisfy { $0.kind == .amount }
  }

  // MARK: Widths

  /// Two characters: where a bracket or a mark must not begin or end a line.
  private static let slack = 6

  private func isWide(_ sides: [Side]) -> Bool {
    let names = zip(rows, sides).filter { $0.1.isBroken }.map { row, side in
      ((row - side.above)...(row + side.below)).map { width(lines[$0]) }.filter { $0 > 0 }
    }
    let widest = names.joined().max() ?? 0
    return names.allSatisfy { $0.dropLast().allSatisfy { $0 + Self.slack >= widest } }
  }

  private func width(_ line: [FlatToken]) -> Int {
    line.reduce(0) { $0 + ($1.kind == .text ? $1.text.utf8.count : 0) }
  }

  // MARK: Result

  private func joined(_ sides: [Side]) -> [[FlatToken]] {
    zip(rows, sides).map { row, side in
      guard side.isBroken else { return lines[row] }
      let codes = codeCount(lines[row])
      let names = ((row - side.above)...(row + side.below)).map { index in
        index == row ? Array(lines[row].dropFirst(codes).prefix { $0.kind == .text }) : lines[index]
      }
      let rest = lines[row].dropFirst(codes).drop { $0.kind == .text }
      return lines[row].prefix(codes) + Array(names.joined()) + rest
    }
  }

  /// How many words of a row are its code.
  private func codeCount(_ line: [FlatToken]) -> Int {
    guard splitsCodes, line[0].text.utf8.count == 3 else { return 1 }
    return 1 + line.dropFirst().prefix(2).prefix { $0.isCodePart }.count
  }
}

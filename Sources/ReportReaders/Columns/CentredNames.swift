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

  /// The lines of each row's name; nil if the lines do not part so.
  private func sides() -> [Side]? {
    var sides: [Side] = []
    sides.reserveCapacity(rows.count)
    var start = 0
    for (rank, row) in rows.enumerated() {
      let end = rank + 1 < rows.count ? rows[rank + 1] : lines.count
      let above = row - start
      guard above == 0 || hasCode(lines[row]) else { return nil }
      // A row at the end of a page, whose name stands on the next one.
      let below = above == 0 && isNameless(lines[row]) ? nameEnd(row, end) : above
      guard row + 1 + below <= end, below > 0 || !isNameless(lines[row]) else { return nil }
      sides.append(Side(above: above, below: below))
      start = row + 1 + below
    }
    return start == lines.count && isWide(sides) ? sides : nil
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

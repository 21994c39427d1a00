internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Puts names of listed rows together that stand above and below the line of their 行次:
/// 七、附属单位上缴收 七、文化旅游体育与 above 7 37 3.00 above 入 传媒支出.
///
/// Which block a part belongs to, and whether to the row above or to that below, is told by the
/// names that the form has.
struct BrokenNames {
  private let names: [Set<Name>]
  private let mostAmounts: [Int]
  /// The 行次 expected next in each block; nil until one was seen.
  private var expected: [Int?] = [nil, nil]
  private var rows: [Row] = []
  /// What is known not to lead to the end: a row with so many lines above it that are its own.
  private var failed: Set<[Int]> = []
  private var joined: [[FlatToken]] = []

  /// A row's words, and the lines of parts above it.
  private struct Row {
    var labels: [[FlatToken]]
    var numbers: [FlatToken]
    var amounts: [ArraySlice<FlatToken>]
    var above: [[FlatToken]]
  }

  /// How many parts of names stand beside one row at most, and how many rows lists have.
  private static let mostParts = 6
  private static let mostRows = 200

  /// - Parameters:
  ///   - names: those of the form, by block.
  ///   - mostAmounts: how many amounts a row has in each block.
  /// - Returns: the lines as they are unless each part finds its name.
  static func joined(
    _ lines: [[FlatToken]], names: [Set<Name>], mostAmounts: [Int]
  ) -> [[FlatToken]] {
    let lines = lines.filter { !$0.isEmpty }
    guard names.count == 2, lines.contains(where: isPart) else { return lines }
    var broken = BrokenNames(names: names, mostAmounts: mostAmounts)
    return broken.read(lines) ? broken.joined.reversed() : lines
  }

  private init(names: [Set<Name>], mostAmounts: [Int]) {
    self.names = names
    self.mostAmounts = mostAmounts
  }

  private static func isPart(_ line: [FlatToken]) -> Bool {
    line.allSatisfy { $0.kind == .text }
  }

  private mutating func read(_ lines: [[FlatToken]]) -> Bool {
    var parts: [[FlatToken]] = []
    for line in lines {
      if Self.isPart(line) {
        parts.append(line)
      } else {
        guard rows.count < Self.mostRows, var row = row(line) else { return false }
        row.above = parts
        rows.append(row)
        parts = []
      }
    }
    // The lines below the last row.
    rows.append(Row(labels: [[], []], numbers: [], amounts: [], above: parts))
    return solve(0, rows[0].above.count)
  }

  // MARK: Rows

  /// A line that has the 行次 of both blocks; nil if it has not.
  private mutating func row(_ line: [FlatToken]) -> Row? {
    guard let first = number(in: line[...], 0) else { return nil }
    let behind = line[(first + 1)...]
    guard let second = number(in: behind, 1) else { return nil }
    let amounts = behind[..<second].prefix { $0.kind == .amount }
    let label = behind[amounts.endIndex..<second]
    let rest = line[(second + 1)...]
    guard Self.isPart(Array(line[..<first])), Self.isPart(Array(label)),
      rest.allSatisfy({ $0.kind == .amount }), amounts.count <= mostAmounts[0],
      rest.count <= mostAmounts[1]
    else { return nil }
    for (block, index) in [first, second].enumerated() {
      expected[block] = line[index].integer.map { $0 + 1 }
    }
    return Row(
      labels: [Array(line[..<first]), Array(label)], numbers: [line[first], line[second]],
      amounts: [amounts, rest], above: [])
  }

  /// Where the 行次 of a block stands in a part of a line: the one that the row above leads to.
  private func number(in line: ArraySlice<FlatToken>, _ block: Int) -> Int? {
    if let expected = expected[block] { return line.firstIndex { $0.integer == expected } }
    return line.firstIndex { $0.integer != nil }
  }

  // MARK: Names

  /// Gives the rows from one on the parts around them, of which so many above it are left; false if
  /// that leaves parts without a name.
  private mutating func solve(_ index: Int, _ left: Int) -> Bool {
    guard index + 1 < rows.count else { return left == 0 }
    guard !failed.contains([index, left]) else { return false }
    let below = rows[index + 1].above
    let upper = Array(rows[index].above.suffix(left).joined())
    // As many lines below as above, if names stand in the middle of their rows.
    for taken in [min(left, below.count)] + Array(0...below.count) {
      let lower = Array(below.prefix(taken).joined())
      guard upper.count + lower.count <= Self.mostParts,
        let labels = labels(rows[index].labels, upper, lower),
        solve(index + 1, below.count - taken)
      else { continue }
      append(rows[index], labels)
      return true
    }
    // A name that the form does not have is whole if no parts stand above it.
    if left == 0, solve(index + 1, below.count) {
      append(rows[index], rows[index].labels)
      return true
    }
    failed.insert([index, left])
    return false
  }

  private mutating func append(_ row: Row, _ labels: [[FlatToken]]) {
    joined.append(
      labels[0] + [row.numbers[0]] + row.amounts[0] + labels[1] + [row.numbers[1]]
        + row.amounts[1])
  }

  /// The labels of both blocks, each a name of the form or none at all; nil if the parts make none.
  private func labels(
    _ inner: [[FlatToken]], _ upper: [FlatToken], _ lower: [FlatToken]
  ) -> [[FlatToken]]? {
    let parts = upper + lower
    for choice in 0..<(1 << parts.count) {
      func part(_ range: Range<Int>, _ block: Int) -> [FlatToken] {
        range.filter { (choice >> $0) & 1 == block }.map { parts[$0] }
      }
      let labels = [0, 1].map { block in
        part(0..<upper.count, block) + inner[block] + part(upper.count..<parts.count, block)
      }
      if zip(labels, names).allSatisfy({ isWhole($0, $1) }) { return labels }
    }
    return nil
  }

  private func isWhole(_ label: [FlatToken], _ names: Set<Name>) -> Bool {
    label.isEmpty || names.contains(Name(label: label.flatMap(\.text.utf8)))
  }
}

/// Puts names together that stand above and below rows of several blocks, whose codes and amounts
/// stand beside their middle: 机关事业单位基本养 above 30108 84.50 30207 邮电费 10.92 above 老保险缴费.
///
/// A row says itself whose name is broken: that of a code which no name follows. As many lines
/// stand above the row as below it.
enum CentredBlockNames {
  /// The lines as they are where names are not printed so.
  static func joined(_ lines: [[FlatToken]]) -> [[FlatToken]] {
    let lines = lines.filter { !$0.isEmpty }
    var joined: [[FlatToken]] = []
    joined.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      let above = lines[index...].prefix(while: isName)
      let row = index + above.count
      if row < lines.count, !above.isEmpty, !joined.isEmpty, hasNames(lines[row]) {
        // What stands between two rows that have names goes on with one of the first.
        joined += lines[index...row]
        index = row + 1
        continue
      }
      guard row < lines.count, row + above.count < lines.count else {
        return above.isEmpty ? joined + lines[index...] : lines
      }
      let below = lines[(row + 1)..<(row + 1 + above.count)]
      guard below.allSatisfy(isName), let whole = named(lines[row], Array(above + below)) else {
        return lines
      }
      joined.append(whole)
      index = row + 1 + above.count
    }
    return joined
  }

  /// The line at which a row begins that is the first of a body: the one above it where a part of
  /// its names stands there, and another below it.
  static func start(of row: Int, in lines: [[FlatToken]]) -> Int {
    guard row > 1, row + 1 < lines.count else { return row }
    let around = [lines[row - 1], lines[row + 1]]
    return around.allSatisfy(isName) && named(lines[row], around) != nil ? row - 1 : row
  }

  /// A line that holds nothing but parts of names.
  private static func isName(_ line: [FlatToken]) -> Bool {
    line.allSatisfy { $0.kind == .text && !$0.isTotal }
  }

  /// A row with the names of its nameless codes, a part of each in every line; nil if the lines
  /// hold more or less than that.
  private static func named(_ row: [FlatToken], _ names: [[FlatToken]]) -> [FlatToken]? {
    guard !names.isEmpty else { return row }
    if row.allSatisfy({ $0.kind == .amount && !$0.isCode }) { return totals(row, names) }
    let places = row.indices.filter { isNameless(row, $0) }
    guard !places.isEmpty, names.allSatisfy({ $0.count == places.count }) else { return nil }
    var whole = row
    for (rank, place) in places.enumerated().reversed() {
      whole.insert(contentsOf: names.map { $0[rank] }, at: place + 1)
    }
    return whole
  }

  /// Whether every code of a row has a name beside it.
  private static func hasNames(_ row: [FlatToken]) -> Bool {
    row.contains { $0.kind == .text } && !row.indices.contains { isNameless(row, $0) }
  }

  /// A row of amounts with the totals that they are: 人员经费合 公用经费合 above 848.15 155.44 above 计 计.
  private static func totals(_ row: [FlatToken], _ names: [[FlatToken]]) -> [FlatToken]? {
    guard names.count == 2, names.allSatisfy({ $0.count == row.count }) else { return nil }
    var whole: [FlatToken] = []
    for (amount, name) in zip(row, zip(names[0], names[1])) {
      guard let total = name.0.total(with: name.1) else { return nil }
      whole += [total, amount]
    }
    return whole
  }

  /// Whether a code begins an entry and amounts follow it at once.
  private static func isNameless(_ row: [FlatToken], _ index: Int) -> Bool {
    row[index].isCode && index + 1 < row.count && row[index + 1].kind == .amount
      && (index == 0 || row[index - 1].kind == .amount)
  }
}

internal import FiscalNarrative
internal import FiscalText

/// Indicators by the stretches of their names, so that a clause is held only against those that it
/// can name.
///
/// - Complexity: O(n log n) to build in the length of the names; a question costs the length of the
///   clause times log n, and the indicators of the names that it shares a stretch with.
struct CountedIndicators {
  /// Four ideographs: as much as a clause must share with a name.
  private static let leastCommon = 12
  /// So many bytes from the start of a character on are in whatever two texts share of that length,
  /// even if it begins and ends inside of characters.
  private static let length = 8

  private let indicators: [CountedIndicator]
  /// The names, with the indicators that bear them.
  private var names: [(name: [UInt8], members: [Int])] = []
  /// The stretches of ``length`` bytes with the names that have them, ascending.
  private var places: [(stretch: UInt64, name: Int)] = []

  init(_ indicators: [PerformanceSheet.Indicator]) {
    self.indicators = indicators.compactMap(CountedIndicator.init)
    var numbers: [[UInt8]: Int] = [:]
    for (index, indicator) in self.indicators.enumerated() {
      if let number = numbers[indicator.name] {
        names[number].members.append(index)
      } else {
        numbers[indicator.name] = names.count
        add(indicator.name, index)
      }
    }
    places.sort { $0 < $1 }
  }

  private mutating func add(_ name: [UInt8], _ index: Int) {
    for stretch in Self.stretches(name) { places.append((stretch, names.count)) }
    names.append((name, [index]))
  }

  private static func stretches(_ bytes: [UInt8]) -> [UInt64] {
    var stretches: [UInt64] = []
    var stretch: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      stretch = stretch << 8 | UInt64(byte)
      let start = index + 1 - length
      if start >= 0, !isUTF8Continuation(bytes[start]) { stretches.append(stretch) }
    }
    return stretches
  }

  /// The indicators that a clause names and that count in a unit, in order.
  func matches(unit: [UInt8], clause: [UInt8]) -> [IndicatorMatch] {
    var candidates = Set<Int>()
    for stretch in Self.stretches(clause) {
      for place in places[firstPlace(of: stretch)...].prefix(while: { $0.stretch == stretch }) {
        candidates.insert(place.name)
      }
    }
    var found: [(index: Int, match: IndicatorMatch)] = []
    for (name, members) in candidates.sorted().map({ names[$0] }) {
      let common = Self.commonLength(clause, name)
      guard common >= Self.leastCommon, common * 2 >= min(clause.count, name.count) else {
        continue
      }
      for index in members {
        guard var match = indicators[index].match(unit: unit) else { continue }
        match.isExact = common == name.count
        found.append((index, match))
      }
    }
    return found.sorted { $0.index < $1.index }.map(\.match)
  }

  /// Where a stretch stands among the places, or would stand.
  private func firstPlace(of stretch: UInt64) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].stretch < stretch { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The length of the longest stretch that two texts have in common.
  private static func commonLength(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var ends = [Int](repeating: 0, count: right.count + 1)
    var best = 0
    for byte in left {
      var diagonal = 0
      for index in right.indices {
        let above = ends[index + 1]
        ends[index + 1] = byte == right[index] ? diagonal + 1 : 0
        best = max(best, ends[index + 1])
        diagonal = above
      }
    }
    return best
  }
}

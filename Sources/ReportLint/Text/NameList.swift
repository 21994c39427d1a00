internal import FiscalText

/// Names one behind the other: 办公室、水资源科和财务科.
struct NameList {
  /// The names as the pauses part them.
  let names: [Range<Int>]
  /// How many there may be, since 和 and 及 join two names or stand within one.
  let counts: ClosedRange<Int>
  /// How many there are at the most, where 和 and 及 join names anywhere: 东镇、南乡和北乡、中乡.
  let most: Int
  /// Whether 等 says that there are more, or the sentence goes on to tell of them: 助餐项目，得分较高；….
  let isOpen: Bool
  /// Whether it is 等 that leaves the list open: those that it names are all the same of its kind.
  let endsOpenly: Bool
  /// How many names stand before a comma that follows pauses: behind it the sentence may go on to
  /// something else, as in 办公室、财务科，另设工会.
  let breaks: Set<Int>
  let range: Range<Int>

  /// The names from an index up to the end of the sentence; nil if there are fewer than two.
  init?(_ text: DocumentText, from start: Int, to end: Int) {
    var names: [Range<Int>] = []
    var breaks: Set<Int> = []
    var hasPause = false
    var depth = 0
    var nameStart = start
    var index = start
    while index <= end {
      let scalar = text.scalar(index)
      if scalar == 0xFF08 || scalar == 0x28 { depth += 1 }
      if scalar == 0xFF09 || scalar == 0x29 { depth -= 1 }
      let isStop = Self.isStop(scalar) || index == end
      if isStop || (depth <= 0 && (scalar == 0x3001 || scalar == 0xFF0C)) {
        if nameStart < index { names.append(nameStart..<index) }
        nameStart = index + 1
        if scalar == 0x3001 { hasPause = true }
        if scalar == 0xFF0C, hasPause { breaks.insert(names.count) }
      }
      if isStop { break }
      index += 1
    }
    guard names.count >= 2, let last = names.last else { return nil }
    self.names = names
    counts = names.count...(names.count + Self.joints(text, last))
    most = names.count + names.reduce(0) { $0 + Self.joints(text, $1) }
    // What breaks off behind a pause goes on where it cannot be read.
    endsOpenly = text.string(last).contains("等")
    isOpen =
      text.scalar(index - 1) == 0x3001 || index < end && Self.isSemicolon(text.scalar(index))
      || endsOpenly
    self.breaks = breaks
    range = start..<index
  }

  /// How many 和, 及 and 与 stand in a name.
  private static func joints(_ text: DocumentText, _ name: Range<Int>) -> Int {
    name.count { [0x548C, 0x53CA, 0x4E0E].contains(text.scalars[$0]) }
  }

  /// The last character of a name, but for a bracket behind it: 办公室（人事科）.
  static func ending(_ text: DocumentText, _ name: Range<Int>) -> UInt32? {
    var last = name.upperBound - 1
    if text.scalars[last] == 0xFF09 || text.scalars[last] == 0x29 {
      while last > name.lowerBound, text.scalars[last] != 0xFF08, text.scalars[last] != 0x28 {
        last -= 1
      }
      last -= 1
    }
    return last >= name.lowerBound ? text.scalars[last] : nil
  }

  private static func isStop(_ scalar: UInt32) -> Bool {
    scalar == 0x3002 || scalar == 0x0A || isSemicolon(scalar)
  }

  private static func isSemicolon(_ scalar: UInt32) -> Bool {
    scalar == 0xFF1B || scalar == 0x3B
  }
}

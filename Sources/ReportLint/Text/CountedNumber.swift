internal import FiscalText

/// A number with its unit in running text, with what tells which list it belongs to: 在职35人,
/// 建筑面积8,650平方米.
struct CountedNumber {
  var number: PrintedNumber
  /// The digits and the unit.
  var range: Range<Int>
  /// Which of the units that were asked for it has.
  var unit: Int
  /// The words before the number, from the mark or the number before them.
  var label: Range<Int>
  /// The words before the number, from the mark before them.
  var clause: Range<Int>
  /// How many brackets are open.
  var depth: Int
  /// How many sentences of the passage have ended.
  var sentence: Int

  /// All of a passage that have one of some units, in order.
  static func all(
    in text: DocumentText, _ range: Range<Int>, units: [[UInt32]]
  ) -> [CountedNumber] {
    var counted: [CountedNumber] = []
    var (depth, sentence) = (0, 0)
    var (clause, label, index) = (range.lowerBound, range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if opening.contains(scalar) { depth += 1 }
      if closing.contains(scalar) { depth -= 1 }
      if scalar == stop { sentence += 1 }
      guard isDigit(scalar) else {
        index += 1
        if ends.contains(scalar) { (clause, label) = (index, index) }
        continue
      }
      let (number, end) = number(text, index, range)
      if let number, let unit = units.firstIndex(where: { text.has($0, at: end) }) {
        counted.append(
          CountedNumber(
            number: number, range: index..<(end + units[unit].count), unit: unit,
            label: label..<index, clause: clause..<index, depth: depth, sentence: sentence))
      }
      (label, index) = (end, end)
    }
    return counted
  }

  /// The parts of the list that begins behind a number: those of the same level of brackets, to the
  /// end of the sentence. What stands in a bracket behind a part is a part of that, and the bracket
  /// that holds the list ends it.
  static func list(behind index: Int, in counted: [CountedNumber]) -> [Int] {
    guard index + 1 < counted.count, case let first = counted[index + 1] else { return [] }
    return counted.indices.dropFirst(index + 1).prefix {
      counted[$0].sentence == first.sentence && counted[$0].depth >= first.depth
    }.filter { counted[$0].depth == first.depth }
  }

  /// The number at an index, nil for one of more digits than counts have, and where it ends.
  private static func number(
    _ text: DocumentText, _ start: Int, _ range: Range<Int>
  ) -> (PrintedNumber?, Int) {
    var (value, decimals, end) = (Int64(0), 0, start)
    var (hasPoint, isCount) = (false, true)
    while end < range.upperBound {
      let scalar = text.scalars[end]
      if isDigit(scalar) {
        if value < greatest, decimals < mostDecimals {
          value = value * 10 + Int64(scalar & 0x0F)
          if hasPoint { decimals += 1 }
        } else {
          isCount = false
        }
      } else if scalar == point, !hasPoint, isDigit(text.scalar(end + 1)) {
        hasPoint = true
      } else if scalar != comma || hasPoint || !isDigit(text.scalar(end + 1)) {
        break
      }
      end += 1
    }
    return (isCount ? PrintedNumber(mantissa: value, decimals: decimals) : nil, end)
  }

  private static let greatest: Int64 = 1_000_000_000_000
  private static let mostDecimals = 6
  private static let stop: UInt32 = 0x3002
  private static let point: UInt32 = 0x2E
  private static let comma: UInt32 = 0x2C
  private static let opening = "（(".scalarValues
  private static let closing = "）)".scalarValues
  private static let ends = "。；;，,、：:（(".scalarValues
}

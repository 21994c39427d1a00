internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// A number with its unit in the words of a goal, and the words beside it that say what it counts:
/// 宣讲活动 in 举办宣讲活动24场, 放映点 in 7个放映点.
struct GoalNumber {
  var number: PrintedNumber
  var unit: String
  /// The bytes of number and unit in the goal's text.
  var range: Range<Int>
  var words: [[UInt8]]

  /// Three ideographs.
  private static let wordLength = 9
  private static let units = [
    "人次", "批次", "个", "家", "人", "次", "份", "条", "场", "期", "户", "件", "张", "座", "处", "台", "套", "辆", "册",
    "名", "间", "块", "公里", "亩",
  ]
  .map { Array($0.utf8) }

  static func all(in goal: TracedText) -> [GoalNumber] {
    let text = NormalText(goal.utf8)
    let bytes = text.bytes
    return NumberScanner.tokens(bytes).compactMap { token in
      guard token.form == .decimal, token.suffix == .none else { return nil }
      let end = bytes[token.range.upperBound...].firstIndex { $0 != 0x20 } ?? bytes.count
      guard let unit = units.first(where: { bytes.hasBytes($0, at: end) }) else { return nil }
      var words: [[UInt8]] = []
      var before = token.range.lowerBound
      while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
      if before >= wordLength, isWord(bytes[(before - wordLength)..<before]) {
        words.append(Array(bytes[(before - wordLength)..<before]))
      }
      let after = end + unit.count
      if after + wordLength <= bytes.count, isWord(bytes[after..<(after + wordLength)]) {
        words.append(Array(bytes[after..<(after + wordLength)]))
      }
      guard !words.isEmpty else { return nil }
      return GoalNumber(
        number: token.value, unit: String(decoding: unit, as: UTF8.self),
        range: text.origin(token.range.lowerBound..<after), words: words)
    }
  }

  /// Whether three code points are ideographs.
  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    var offset = bytes.startIndex
    let all = Array(bytes)
    while offset < bytes.endIndex {
      let (scalar, length) = decodeScalar(all, at: offset - bytes.startIndex)
      guard length == 3, isIdeograph(scalar) else { return false }
      offset += length
    }
    return true
  }
}

internal import FiscalText

/// The amounts and counts of a text that nothing reads.
enum OtherNumbers {
  struct Number {
    /// Number and unit.
    var range: Range<Int>
    /// Whether it is an amount or a percentage, no count.
    var isAmount: Bool
  }

  private static let units = ["万元", "亿元", "元"].map { Array($0.utf8) }
  private static let classifiers = ["个", "家", "名", "人", "辆", "项", "次", "台", "件", "处"].map {
    Array($0.utf8)
  }
  private static let stop = Array("。".utf8)

  static func sentenceEnd(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes.firstOffset(of: stop, from: offset) ?? bytes.count
  }

  /// - Complexity: O(n).
  static func all(in bytes: [UInt8]) -> [Number] {
    var numbers: [Number] = []
    for token in NumberScanner.tokens(bytes) {
      let end = token.range.upperBound
      let unit = units.first { bytes.hasBytes($0, at: end) }
      if unit != nil || token.suffix == .percent {
        let range = token.range.lowerBound..<(end + (unit?.count ?? 0))
        numbers.append(Number(range: range, isAmount: true))
      } else if let word = classifiers.first(where: { bytes.hasBytes($0, at: end) }) {
        numbers.append(
          Number(range: token.range.lowerBound..<(end + word.count), isAmount: false))
      }
    }
    return numbers
  }
}

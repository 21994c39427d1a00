internal import FiscalText

/// The amounts and counts of a text that nothing reads.
enum OtherNumbers {
  struct Number {
    /// Number and unit.
    var range: Range<Int>
    /// Where the sentence of an amount or percentage ends; nil for counts.
    var sentenceEnd: Int?
  }

  private static let units = ["万元", "亿元", "元"].map { Array($0.utf8) }
  private static let classifiers = ["个", "家", "名", "人", "辆", "项", "次", "台", "件", "处"].map {
    Array($0.utf8)
  }
  private static let stop = Array("。".utf8)

  /// - Complexity: O(n).
  static func all(in bytes: [UInt8]) -> [Number] {
    var numbers: [Number] = []
    var lastStop = -1
    for token in NumberScanner.tokens(bytes) {
      let end = token.range.upperBound
      let unit = units.first { bytes.hasBytes($0, at: end) }
      if unit != nil || token.suffix == .percent {
        let stop = bytes.firstOffset(of: stop, from: end) ?? bytes.count
        defer { lastStop = stop }
        numbers.append(
          Number(
            range: token.range.lowerBound..<(end + (unit?.count ?? 0)),
            sentenceEnd: stop != lastStop ? stop : nil))
      } else if let word = classifiers.first(where: { bytes.hasBytes($0, at: end) }) {
        numbers.append(
          Number(range: token.range.lowerBound..<(end + word.count), sentenceEnd: nil))
      }
    }
    return numbers
  }
}

internal import FiscalText

/// The share (占比) of a sentence in which a person has filled in the amounts: it follows from the
/// two that it names. 授予中小企业合同金额30.00万元，占政府采购支出总额的….
enum ShareOfAmounts {
  private static let hintEnd = "的占比"
  private static let share = [UInt8]("占".utf8)
  private static let of = [UInt8]("的".utf8)
  private static let decimals = 2

  /// The share with its sign; nil where the sentence does not name both amounts before the blank,
  /// or the whole is zero.
  ///
  /// - Parameters:
  ///   - text: what stands before the blank.
  ///   - hint: what the blank asks for: …的占比.
  static func text(behind text: [UInt8], hint: String) -> String? {
    guard hint.hasSuffix(hintEnd), text.count > of.count,
      text.hasBytes(of, at: text.count - of.count)
    else { return nil }
    let end = text.count - of.count
    var start: Int?
    var offset = 0
    while let found = text.firstOffset(of: share, from: offset, to: end) {
      offset = found + share.count
      start = offset
    }
    guard let start, start < end,
      let whole = CompletionRate.amount(behind: Array(text[start..<end]), in: text, from: 0),
      let part = CompletionRate.amount(
        behind: [UInt8](hint.dropLast(hintEnd.count).utf8), in: text, from: 0)
    else { return nil }
    return Rounding.percentage(part.grains, of: whole.grains, decimals: decimals).map { "\($0)%" }
  }
}

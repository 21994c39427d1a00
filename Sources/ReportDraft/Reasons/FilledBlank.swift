internal import FiscalText

/// How words are put into the place of a blank, so that they make a sentence with what stands
/// around it.
struct FilledBlank {
  private static let stops = ["。", "；", "！"].map { [UInt8]($0.utf8) }
  private static let marks = ["。", "；", "，", "、"].map { [UInt8]($0.utf8) }
  /// What a blank is called that asks for an amount.
  private static let amounts = ["预算数", "决算数", "执行数", "金额", "总额", "支出"]
  private static let openings = ["主要原因", "原因", "决算数", "年初预算", "预算数", "与", "主要是"]

  /// Whether the blank is a sentence of its own.
  private let isSentence: Bool
  private let isReason: Bool
  private let isAmount: Bool
  /// Whether a mark follows that ends the words.
  private let isEnded: Bool
  /// What stands behind the blank.
  private let rest: ArraySlice<UInt8>

  init(_ blank: Blank, in text: [UInt8]) {
    let before = text[..<blank.range.lowerBound]
    let starts = before.isEmpty || Self.stops.contains { before.suffix($0.count).elementsEqual($0) }
    isEnded = Self.marks.contains { text.hasBytes($0, at: blank.range.upperBound) }
    rest = text[blank.range.upperBound...]
    isSentence = starts && !isEnded
    isReason = blank.hint.contains("原因")
    isAmount = Self.amounts.contains { blank.hint.hasSuffix($0) }
  }

  func text(_ content: String) -> String {
    var content = content
    while let last = content.last, "。；;".contains(last), isEnded || !isSentence {
      content.removeLast()
    }
    content = withoutUnit(content)
    if isAmount { return CompletionRate.amount(content) }
    guard isSentence, isReason else { return content }
    let isWhole = Self.openings.contains { content.hasPrefix($0) }
    let sentence = isWhole ? content : "主要原因是\(content)"
    return sentence.last.map { "。！".contains($0) } == true ? sentence : sentence + "。"
  }

  /// A number without the unit that stands behind the blank already: 3批次 in front of 批次.
  private func withoutUnit(_ content: String) -> String {
    let bytes = [UInt8](content.utf8)
    guard let token = NumberScanner.tokens(bytes).first, token.range.lowerBound == 0,
      case let unit = bytes[token.digits.upperBound...], !unit.isEmpty, rest.starts(with: unit)
    else { return content }
    return String(decoding: bytes[token.digits], as: UTF8.self)
  }
}

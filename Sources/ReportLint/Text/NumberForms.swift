internal import FiscalText

/// How the numbers of headings and items are written.
enum NumberForms {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// The number as GB/T 9704 writes it: 一、 （一） 1. （1） ①.
  static func form(_ style: HeadingNumber.Style, _ value: Int) -> String {
    switch style {
    case .part: "第\(numeral(value))部分"
    case .chinese: "\(numeral(value))、"
    case .bracketedChinese: "（\(numeral(value))）"
    case .arabic: "\(value)."
    case .bracketedArabic: "（\(value)）"
    case .circled: circled(value)
    }
  }

  /// All ways to write the number.
  static func set(_ style: HeadingNumber.Style, _ value: Int) -> PhraseSet {
    let chinese = numeral(value)
    return switch style {
    case .part: PhraseSet(["第\(chinese)部分", "第\(chinese)章", "第\(value)部分"])
    case .chinese: PhraseSet(["\(chinese)、", "\(chinese)．", "\(chinese)."])
    case .bracketedChinese:
      PhraseSet(["（\(chinese)）", "(\(chinese))", "（\(chinese))", "(\(chinese)）"])
    case .arabic: PhraseSet(["\(value).", "\(value)、", "\(value)．"])
    case .bracketedArabic: PhraseSet(["（\(value)）", "(\(value))", "\(value)）"])
    case .circled: PhraseSet([circled(value)])
    }
  }

  /// 1 to 99 as a Chinese numeral.
  static func numeral(_ value: Int) -> String {
    guard (1...99).contains(value) else { return "\(value)" }
    let (tens, ones) = (value / 10, value % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "十" : digits[tens] + "十")
    return head + (ones == 0 ? "" : digits[ones])
  }

  private static func circled(_ value: Int) -> String {
    String(scalars: [UInt32(0x245F + min(max(value, 1), 20))])
  }
}

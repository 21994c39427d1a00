/// Lengths and sizes of type as they are written in style files.
enum TypeSize {
  /// Points in a millimetre.
  static let millimetre = 72 / 25.4

  /// `29.53pt`, `37mm`, `2.8cm`, `三号`; nil for anything else.
  static func points(_ text: String) -> Double? {
    if let named = named[text] { return named }
    for (suffix, factor) in [("pt", 1), ("mm", millimetre), ("cm", 10 * millimetre)]
    where text.hasSuffix(suffix) {
      return decimal(String(text.dropLast(suffix.count))).map { $0 * factor }
    }
    return nil
  }

  /// A number in plain decimal digits.
  static func decimal(_ text: String) -> Double? {
    let bytes = text.utf8
    guard let first = bytes.first, (0x30...0x39).contains(first), bytes.count <= 12,
      bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
    else { return nil }
    return Double(text)
  }

  private static let named: [String: Double] = [
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
  ]
}

/// Chinese numerals from 0 to 9,999, as headings and counts use them: 一, 十二, 二十, 一百零三, 〇.
public enum ChineseNumeral {
  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func place(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }

  /// Reads the numeral at an offset; nil where there is none. Years written digit by digit
  /// (二〇二三) are read as such.
  public static func scan(
    _ bytes: [UInt8], at start: Int, end: Int? = nil
  ) -> (value: Int, end: Int)? {
    let end = end ?? bytes.count
    var offset = start
    var total = 0
    var pending: Int?
    // The digits that follow one another, and what they say one by one.
    var (run, spelled) = (0, 0)
    var hasPlaces = false
    while offset < end, offset - start < 30 {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if let digit = digit(scalar) {
        run += 1
        spelled = spelled * 10 + digit
        pending = digit
      } else if let place = place(scalar) {
        total += (pending ?? (run == 0 && !hasPlaces ? 1 : 0)) * place
        pending = nil
        (run, hasPlaces) = (0, true)
      } else {
        break
      }
      offset += length
    }
    guard offset > start else { return nil }
    if total == 0, run > 1, !hasPlaces { return (spelled, offset) }
    return (total + (pending ?? 0), offset)
  }

  /// The numeral of a value from 0 to 9,999.
  public static func text(_ value: Int) -> String {
    precondition((0...9999).contains(value))
    let names = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if value < 10 { return names[value] }
    var text = ""
    var rest = value
    var skipped = false
    for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / place
      rest %= place
      if digit == 0 {
        skipped = !text.isEmpty
        continue
      }
      if skipped { text += "零" }
      skipped = false
      text += (place == 10 && digit == 1 && text.isEmpty ? "" : names[digit]) + name
    }
    return text
  }
}

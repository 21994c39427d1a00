internal import FiscalText

/// Prints the ordinal of an automatic number in a format of `w:numFmt`.
enum WordNumberFormat {
  static func text(_ value: Int, format: String) -> String {
    guard value > 0 else { return format == "decimalZero" ? "00" : String(value) }
    return switch format {
    case "none", "bullet": ""
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "koreanCounting":
      value <= 9999 ? ChineseNumeral.text(value) : String(value)
    case "ideographDigital", "taiwaneseDigital": mapped(value, "〇一二三四五六七八九")
    case "chineseLegalSimplified", "japaneseLegal", "ideographLegalTraditional": legal(value)
    case "ideographTraditional": cycled(value, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": cycled(value, "子丑寅卯辰巳午未申酉戌亥")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      enclosed(value, first: 0x2460, count: 20)
    case "decimalEnclosedParen": enclosed(value, first: 0x2474, count: 20)
    case "decimalEnclosedFullstop": enclosed(value, first: 0x2488, count: 20)
    case "ideographEnclosedCircle": enclosed(value, first: 0x3280, count: 10)
    case "decimalFullWidth", "decimalFullWidth2": mapped(value, "０１２３４５６７８９")
    case "decimalZero": value < 10 ? "0\(value)" : String(value)
    case "upperLetter": letters(value, first: UInt8(ascii: "A"))
    case "lowerLetter": letters(value, first: UInt8(ascii: "a"))
    case "upperRoman": roman(value)
    case "lowerRoman": roman(value).lowercased()
    default: String(value)
    }
  }

  private static func mapped(_ value: Int, _ digits: String) -> String {
    let digits = Array(digits)
    return String(String(value).utf8.map { digits[Int($0 - UInt8(ascii: "0"))] })
  }

  private static func cycled(_ value: Int, _ names: String) -> String {
    let names = Array(names)
    return value <= names.count ? String(names[value - 1]) : String(value)
  }

  private static func enclosed(_ value: Int, first: UInt32, count: Int) -> String {
    guard value <= count, let scalar = Unicode.Scalar(first + UInt32(value - 1)) else {
      return String(value)
    }
    return String(Character(scalar))
  }

  /// A, B … Z, AA, BB …, as Word goes on.
  private static func letters(_ value: Int, first: UInt8) -> String {
    let letter = Character(Unicode.Scalar(first + UInt8((value - 1) % 26)))
    return String(repeating: letter, count: min((value - 1) / 26 + 1, 8))
  }

  private static func roman(_ value: Int) -> String {
    guard value < 4000 else { return String(value) }
    let steps: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var text = ""
    for (step, name) in steps {
      while rest >= step {
        text += name
        rest -= step
      }
    }
    return text
  }

  private static func legal(_ value: Int) -> String {
    guard value <= 9999 else { return String(value) }
    let plain = Array("〇零一二三四五六七八九十百千")
    let formal = Array("零零壹贰叁肆伍陆柒捌玖拾佰仟")
    let text =
      value < 20 && value >= 10 ? "一" + ChineseNumeral.text(value) : ChineseNumeral.text(value)
    return String(text.map { digit in plain.firstIndex(of: digit).map { formal[$0] } ?? digit })
  }
}

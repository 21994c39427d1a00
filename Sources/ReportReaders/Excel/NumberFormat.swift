/// A number format of Excel, as far as it decides what a cell prints: sections by sign, digits,
/// thousands, percent, scaling, literals, dates and text.
struct NumberFormat {
  enum Token: Equatable {
    case literal(String)
    /// `0`, `#` or `?`
    case digit(UInt8)
    case decimalPoint
    case comma
    case percent
    /// `E+` or `E-`
    case exponent(alwaysSigned: Bool)
    /// A run of one letter, such as `yyyy`.
    case date(letter: UInt8, count: Int)
    /// `[h]`, `[m]`, `[s]`
    case elapsed(letter: UInt8, count: Int)
    /// `AM/PM`, `上午/下午`: the words for the first and second half of the day.
    case halfDay(String, String)
    case text
    case general
  }

  struct Condition: Equatable {
    var comparison: String
    var value: Double

    func holds(_ number: Double) -> Bool {
      switch comparison {
      case "<": number < value
      case "<=": number <= value
      case ">": number > value
      case ">=": number >= value
      case "=": number == value
      default: number != value
      }
    }
  }

  struct Section: Equatable {
    var tokens: [Token] = []
    var condition: Condition?

    var isDate: Bool {
      tokens.contains {
        switch $0 {
        case .date, .elapsed: true
        default: false
        }
      }
    }
    var isGeneral: Bool { tokens.contains(.general) }
    var hasText: Bool { tokens.contains(.text) }
  }

  let sections: [Section]

  init(_ code: String) {
    var parser = NumberFormatParser(code)
    sections = parser.parse()
  }

  static let general = NumberFormat("General")

  /// What a cell with a number prints.
  func text(_ value: DecimalValue, uses1904: Bool = false) -> String {
    let (section, showsSign) = section(for: value)
    guard let section else { return "" }
    if section.isDate {
      return DateFormatter1900(uses1904: uses1904).text(value, section.tokens) ?? ""
    }
    // A number in a cell of format @ is printed as it is.
    if section.hasText { return NumberPrinter.general(value) }
    return NumberPrinter(section).text(value, showsSign: showsSign)
  }

  /// What a cell with text prints: the text, unless a text section says otherwise.
  func text(_ text: String) -> String {
    guard let section = sections.last, section.hasText || sections.count == 4 else { return text }
    var result = ""
    for token in section.tokens {
      switch token {
      case .text: result += text
      case .literal(let literal): result += literal
      default: break
      }
    }
    return result
  }

  /// The section for a value, and whether the minus sign is printed with it: a section for
  /// negative numbers brings its own.
  private func section(for value: DecimalValue) -> (Section?, showsSign: Bool) {
    let numeric = sections.count > 1 ? sections.filter { !$0.hasText } : sections
    if numeric.contains(where: { $0.condition != nil }) { return conditional(numeric, value) }
    switch numeric.count {
    case 0: return (Section(tokens: [.general]), true)
    case 1: return (numeric[0], true)
    case 2: return value.isNegative ? (numeric[1], false) : (numeric[0], false)
    default:
      if value.isZero { return (numeric[2], false) }
      return (numeric[value.isNegative ? 1 : 0], false)
    }
  }

  private func conditional(
    _ sections: [Section], _ value: DecimalValue
  ) -> (Section?, showsSign: Bool) {
    let number = value.double
    for section in sections {
      guard let condition = section.condition else { return (section, true) }
      if condition.holds(number) { return (section, condition.comparison.hasPrefix(">")) }
    }
    return (sections.last, true)
  }
}

extension DecimalValue {
  /// The nearest double; for dates and conditions, never for money.
  var double: Double {
    let text = digits.map { String($0) }.joined()
    let magnitude = Double("0.\(text.isEmpty ? "0" : text)e\(point)") ?? 0
    return isNegative ? -magnitude : magnitude
  }
}

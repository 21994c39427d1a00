/// Prints numbers by a section of a number format that holds digits.
struct NumberPrinter {
  private let tokens: [NumberFormat.Token]
  private let isGeneral: Bool
  private let pointIndex: Int
  private let lastDigit: Int
  private let isGrouped: Bool
  /// How many powers of ten the value is moved by before it is printed.
  private let scale: Int
  private let decimals: Int

  init(_ section: NumberFormat.Section) {
    tokens = section.tokens
    isGeneral = section.isGeneral
    let digits = tokens.indices.filter {
      if case .digit = section.tokens[$0] { true } else { false }
    }
    let point =
      tokens.firstIndex(of: .decimalPoint)
      ?? tokens.firstIndex {
        if case .exponent = $0 { true } else { false }
      }
    lastDigit = digits.last ?? -1
    pointIndex = point ?? tokens.count
    decimals = digits.filter { $0 > (point ?? section.tokens.count) }.count
    let whole = digits.filter { $0 < (point ?? section.tokens.count) }
    // A comma between digits groups them; behind the last one it divides by a thousand.
    let lastWhole = whole.last ?? -1
    let commas = tokens.indices.filter { section.tokens[$0] == .comma }
    isGrouped = commas.contains { comma in
      whole.contains { $0 < comma } && comma < lastWhole
    }
    let thousands = commas.filter {
      $0 > lastWhole && $0 < (point ?? section.tokens.count) || $0 > (digits.last ?? -1)
    }
    let percents = tokens.filter { $0 == .percent }.count
    scale = 2 * percents - 3 * min(thousands.count, 10)
  }

  func text(_ value: DecimalValue, showsSign: Bool) -> String {
    if isGeneral { return general(value, showsSign: showsSign) }
    if hasExponent { return scientific(value, showsSign: showsSign) }
    return fixed(value.scaled(by: scale), showsSign: showsSign)
  }

  private var hasExponent: Bool {
    tokens.contains { if case .exponent = $0 { true } else { false } }
  }

  /// All digits of the whole part; decimals as far as they fit into the 11 places that Excel
  /// gives General, but never less than two: cutting 分 off an amount would forge it, while the
  /// noise of binary subtraction stands far behind.
  static func general(_ value: DecimalValue) -> String {
    let limit = max(2, 10 - max(1, value.wholeCount))
    let leading = value.point < 0 ? -value.point : 0
    let shown = value.rounded(toDecimals: leading > 4 ? leading + 6 : limit)
    let (whole, fraction) = shown.parts(decimals: shown.decimals)
    let digits = { (part: [UInt8]) in String(decoding: part.map { $0 + 0x30 }, as: UTF8.self) }
    let text =
      (whole.isEmpty ? "0" : digits(whole)) + (fraction.isEmpty ? "" : "." + digits(fraction))
    return shown.isNegative ? "-" + text : text
  }

  private func general(_ value: DecimalValue, showsSign: Bool) -> String {
    var text = ""
    for token in tokens {
      switch token {
      case .general: text += Self.general(showsSign ? value : value.magnitude)
      case .literal(let literal): text += literal
      default: break
      }
    }
    return text
  }

  private func fixed(_ value: DecimalValue, showsSign: Bool) -> String {
    let rounded = value.rounded(toDecimals: decimals)
    let (whole, fraction) = rounded.parts(decimals: decimals)
    var text = wholePart(whole)
    var next = 0
    var pending = ""
    for index in tokens.indices where index >= pointIndex {
      switch tokens[index] {
      case .decimalPoint: pending += "."
      case .digit(let kind):
        // Of # only as many digits are printed as there are.
        let rest = fraction[next...]
        if kind == 0x23, rest.allSatisfy({ $0 == 0 }) {
          next += 1
          continue
        }
        text += pending + String(fraction[next])
        pending = ""
        next += 1
      case .literal(let literal):
        text += pending + literal
        pending = ""
      case .percent: text += "%"
      default: break
      }
    }
    // Excel prints the point of 0.# even where no digit follows.
    text += pending
    return showsSign && rounded.isNegative ? "-" + text : text
  }

  /// Digits are filled in from the right; what is left goes before the first digit place.
  private func wholePart(_ whole: [UInt8]) -> String {
    var pieces: [String] = []
    var left = whole[...]
    var printed = 0
    let end = min(pointIndex, tokens.count)
    let first = tokens.indices.first { index in
      if case .digit = tokens[index] { index < end } else { false }
    }
    func put(_ digit: UInt8) {
      if isGrouped, printed > 0, printed % 3 == 0 { pieces.append(",") }
      pieces.append(String(digit))
      printed += 1
    }
    for index in (0..<end).reversed() {
      switch tokens[index] {
      case .digit(let kind):
        if let digit = left.popLast() { put(digit) } else if kind == 0x30 { put(0) }
        if index == first { while let digit = left.popLast() { put(digit) } }
      case .literal(let literal): pieces.append(literal)
      case .percent: pieces.append("%")
      default: break
      }
    }
    return pieces.reversed().joined()
  }

  private func scientific(_ value: DecimalValue, showsSign: Bool) -> String {
    let exponent = value.isZero ? 0 : value.point - 1
    let mantissa = value.scaled(by: -exponent).rounded(toDecimals: decimalsBeforeExponent)
    let carried = mantissa.point > 1 ? 1 : 0
    let shown = mantissa.scaled(by: -carried)
    let (whole, fraction) = shown.parts(decimals: decimalsBeforeExponent)
    let digits = { (part: [UInt8]) in String(decoding: part.map { $0 + 0x30 }, as: UTF8.self) }
    let power = exponent + carried
    let places = String(abs(power))
    return (showsSign && value.isNegative ? "-" : "") + (whole.isEmpty ? "0" : digits(whole))
      + (fraction.isEmpty ? "" : "." + digits(fraction)) + "E" + (power < 0 ? "-" : "+")
      + (places.utf8.count < 2 ? "0" + places : places)
  }

  private var decimalsBeforeExponent: Int {
    var count = 0
    var isBehindPoint = false
    for token in tokens {
      switch token {
      case .decimalPoint: isBehindPoint = true
      case .digit where isBehindPoint: count += 1
      case .exponent: return count
      default: break
      }
    }
    return count
  }
}

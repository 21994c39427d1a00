/// Takes a format code such as `#,##0.00_);[Red]\(#,##0.00\)` apart. Nothing is refused: what
/// has no meaning stands for itself.
struct NumberFormatParser {
  private let characters: [Unicode.Scalar]
  private var position = 0
  private var sections: [NumberFormat.Section] = []
  private var section = NumberFormat.Section()

  init(_ code: String) {
    // Excel allows 255 characters.
    characters = Array(code.unicodeScalars.prefix(1024))
  }

  mutating func parse() -> [NumberFormat.Section] {
    while position < characters.count { readToken() }
    sections.append(section)
    return sections
  }

  private mutating func readToken() {
    if readGeneral() || readHalfDay() { return }
    let character = characters[position]
    position += 1
    switch character {
    case ";":
      sections.append(section)
      section = NumberFormat.Section()
    case "\"": readQuoted()
    case "\\", "!": append(literal: next())
    // A space as wide as the next character, or that character as often as it fits.
    case "_", "*": _ = next()
    case "[": readBracket()
    case "0", "#", "?": section.tokens.append(.digit(UInt8(character.value)))
    case ".": section.tokens.append(.decimalPoint)
    case ",": section.tokens.append(.comma)
    case "%": section.tokens.append(.percent)
    case "@": section.tokens.append(.text)
    case "E" where peek() == "+" || peek() == "-":
      section.tokens.append(.exponent(alwaysSigned: next() == "+"))
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e", "b", "B", "g", "a":
      readDate(character)
    default: append(literal: character)
    }
  }

  private func peek() -> Unicode.Scalar? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func next() -> Unicode.Scalar? {
    guard let character = peek() else { return nil }
    position += 1
    return character
  }

  private mutating func append(literal character: Unicode.Scalar?) {
    guard let character else { return }
    if case .literal(var text)? = section.tokens.last {
      text.unicodeScalars.append(character)
      section.tokens[section.tokens.count - 1] = .literal(text)
    } else {
      section.tokens.append(.literal(String(character)))
    }
  }

  private mutating func readQuoted() {
    while let character = next(), character != "\"" { append(literal: character) }
  }

  private func stands(_ word: String) -> Bool {
    let rest = characters[position...].prefix(word.unicodeScalars.count)
    return String(String.UnicodeScalarView(rest)).lowercased() == word.lowercased()
  }

  private mutating func readGeneral() -> Bool {
    for word in ["General", "G/通用格式"] where stands(word) {
      section.tokens.append(.general)
      position += word.unicodeScalars.count
      return true
    }
    return false
  }

  private mutating func readHalfDay() -> Bool {
    for (first, second) in [("AM", "PM"), ("A", "P"), ("上午", "下午")] {
      let word = "\(first)/\(second)"
      guard stands(word) else { continue }
      section.tokens.append(.halfDay(first, second))
      position += word.unicodeScalars.count
      return true
    }
    return false
  }

  private mutating func readDate(_ letter: Unicode.Scalar) {
    var count = 1
    while let other = peek(), other.value | 0x20 == letter.value | 0x20 {
      position += 1
      count += 1
    }
    section.tokens.append(.date(letter: UInt8(letter.value | 0x20), count: count))
  }

  /// `[Red]`, `[>=100]`, `[$¥-804]`, `[h]`, `[DBNum1]`
  private mutating func readBracket() {
    var content = ""
    while let character = next(), character != "]" { content.unicodeScalars.append(character) }
    if content.hasPrefix("$") {
      for character in content.dropFirst().prefix(while: { $0 != "-" }).unicodeScalars {
        append(literal: character)
      }
    } else if let first = content.utf8.first, [0x68, 0x6D, 0x73].contains(first | 0x20),
      content.utf8.allSatisfy({ $0 | 0x20 == first | 0x20 })
    {
      section.tokens.append(.elapsed(letter: first | 0x20, count: content.utf8.count))
    } else {
      readCondition(content)
    }
  }

  private mutating func readCondition(_ content: String) {
    let comparison = String(content.prefix { "<>=".contains($0) })
    guard !comparison.isEmpty, let value = Double(content.dropFirst(comparison.count)) else {
      return
    }
    section.condition = NumberFormat.Condition(comparison: comparison, value: value)
  }
}

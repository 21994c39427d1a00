/// Reads records of comma-separated values (RFC 4180), or of tabs where the first line has them.
struct CSVScanner {
  private let text: [Character]
  private let separator: Character
  private var position = 0
  private var line = 1

  init(_ text: String) {
    self.text = Array(text)
    let first = self.text.prefix { !$0.isNewline }
    separator = first.contains("\t") && !first.contains(",") ? "\t" : ","
  }

  /// The next record and the line at which it begins.
  mutating func next() -> (line: Int, fields: [String])? {
    guard position < text.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(field())
      guard position < text.count, text[position] == separator else { break }
      position += 1
    }
    if position < text.count {
      position += 1
      line += 1
    }
    return (start, fields)
  }

  /// The field up to a separator or line end.
  private mutating func field() -> String {
    var field = ""
    guard position < text.count, text[position] == "\"" else {
      while position < text.count, text[position] != separator, !text[position].isNewline {
        field.append(text[position])
        position += 1
      }
      return field
    }
    position += 1
    while position < text.count {
      let character = text[position]
      position += 1
      if character == "\"" {
        guard position < text.count, text[position] == "\"" else { break }
        position += 1
      }
      if character.isNewline { line += 1 }
      field.append(character)
    }
    while position < text.count, text[position] != separator, !text[position].isNewline {
      field.append(text[position])
      position += 1
    }
    return field
  }
}

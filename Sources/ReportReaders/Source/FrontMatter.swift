internal import FiscalText

/// The head of a `disclosure.md`: keys and values between two lines of `---`.
struct FrontMatter {
  enum Key: String, CaseIterable {
    case layout, entity, year, unit, tables

    /// The Chinese word that may be written for it.
    var word: String {
      switch self {
      case .layout: "样式"
      case .entity: "部门"
      case .year: "年度"
      case .unit: "单位"
      case .tables: "表"
      }
    }
  }

  private(set) var values: [Key: String] = [:]
  /// The first line behind the front matter, 0-based; 0 if there is none.
  private(set) var end = 0

  /// Whether a text starts with front matter.
  static func isThere(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: rule) && (bytes.count == 3 || bytes[3] == 0x0A || bytes[3] == 0x0D)
  }

  private static let rule = [UInt8]("---".utf8)

  /// - Throws: a ``ReadError`` with the line of an unknown key or a wrong value.
  init(_ text: SourceText) throws(ReadError) {
    guard Self.isThere(text.bytes) else { return }
    for line in 1..<text.lineStarts.count {
      let range = TextFields.trimmed(text.bytes, text.lineRange(line + 1))
      if text.bytes[range].elementsEqual(Self.rule) {
        end = line + 1
        return
      }
      guard !range.isEmpty, text.bytes[range.lowerBound] != UInt8(ascii: "#") else { continue }
      try add(range, text)
    }
    throw text.error("文件头没有结束的“---”", at: 0)
  }

  private mutating func add(_ range: Range<Int>, _ text: SourceText) throws(ReadError) {
    guard let (colon, length) = Self.colon(text.bytes, range) else {
      throw text.error("文件头的每一行应写成“键: 值”", at: range.lowerBound)
    }
    let name = text.string(TextFields.trimmed(text.bytes, range.lowerBound..<colon))
    guard let key = Key.allCases.first(where: { $0.rawValue == name || $0.word == name }) else {
      let known = Key.allCases.map { "\($0.rawValue)（\($0.word)）" }.joined(separator: "、")
      throw text.error("文件头没有“\(name)”这个键，可用的有：\(known)", at: range.lowerBound)
    }
    let value = TextFields.trimmed(text.bytes, (colon + length)..<range.upperBound)
    if key == .year, Int(text.string(value)) == nil {
      throw text.error("年度应写成四位数字", at: value.lowerBound)
    }
    values[key] = text.string(value)
  }

  private static func colon(_ bytes: [UInt8], _ range: Range<Int>) -> (offset: Int, length: Int)? {
    for offset in range {
      if bytes[offset] == UInt8(ascii: ":") { return (offset, 1) }
      if bytes.hasBytes(wideColon, at: offset) { return (offset, 3) }
    }
    return nil
  }

  private static let wideColon = [UInt8]("：".utf8)
}

extension SourceText {
  /// The text of a byte range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An error at a byte offset, told by line and column.
  func error(_ message: String, at offset: Int) -> ReadError {
    let position = position(at: offset)
    return ReadError(
      path: path, message: message, place: "第 \(position.line) 行第 \(position.column) 列")
  }
}

internal import FiscalModel
internal import FiscalText

/// Reads values between commas or another separator (RFC 4180) with the place of every field.
struct CSVRecords {
  struct Field {
    var text: TracedText
    /// The byte offset at which the field starts.
    var offset: Int
    var isQuoted: Bool
  }

  struct Record {
    /// 0-based, blank lines counted.
    var row: Int
    var fields: [Field]
  }

  /// More fields than these are no table that somebody publishes.
  private static let fieldLimit = SheetParser.cellLimit

  private let text: SourceText
  private let source: Int
  private let separator: UInt8
  private var offset: Int
  private var fieldCount = 0

  /// The records from a byte offset to the end of a text. Lines without anything are skipped.
  ///
  /// - Throws: a ``ReadError`` where a quoted field does not end, or goes on behind its quote, or
  ///   if there are too many fields.
  static func records(
    _ text: SourceText, source: Int, from offset: Int, separator: UInt8 = UInt8(ascii: ",")
  ) throws(ReadError) -> [Record] {
    var reader = CSVRecords(text: text, source: source, separator: separator, offset: offset)
    var records: [Record] = []
    var row = 0
    while reader.offset < text.bytes.count {
      if let fields = try reader.record() { records.append(Record(row: row, fields: fields)) }
      row += 1
    }
    return records
  }

  private init(text: SourceText, source: Int, separator: UInt8, offset: Int) {
    self.text = text
    self.source = source
    self.separator = separator
    self.offset = offset
  }

  private mutating func record() throws(ReadError) -> [Field]? {
    var fields: [Field] = []
    while true {
      fields.append(try field())
      fieldCount += 1
      guard fieldCount <= Self.fieldLimit else {
        throw text.error("单元格过多，不像正常的公开文件，拒绝读取", at: offset)
      }
      guard offset < text.bytes.count, text.bytes[offset] == separator else { break }
      offset += 1
    }
    skipLineEnd()
    let isEmpty = fields.count == 1 && fields[0].text.isEmpty && !fields[0].isQuoted
    return isEmpty ? nil : fields
  }

  private mutating func skipLineEnd() {
    if offset < text.bytes.count, text.bytes[offset] == 0x0D { offset += 1 }
    if offset < text.bytes.count, text.bytes[offset] == 0x0A { offset += 1 }
  }

  private mutating func field() throws(ReadError) -> Field {
    guard offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "\"") else {
      return plainField()
    }
    return try quotedField()
  }

  private mutating func plainField() -> Field {
    let start = offset
    while offset < text.bytes.count, !isEnd(text.bytes[offset]) { offset += 1 }
    let range = TextFields.trimmed(text.bytes, start..<offset)
    return Field(text: traced(range), offset: start, isQuoted: false)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }

  private mutating func quotedField() throws(ReadError) -> Field {
    let start = offset
    let quote = UInt8(ascii: "\"")
    var content = TracedText()
    offset += 1
    var run = offset
    while offset < text.bytes.count {
      guard text.bytes[offset] == quote else {
        offset += 1
        continue
      }
      let isDoubled = offset + 1 < text.bytes.count && text.bytes[offset + 1] == quote
      // Of a doubled quote the first is text.
      content.append(traced(run..<(offset + (isDoubled ? 1 : 0))))
      offset += isDoubled ? 2 : 1
      run = offset
      if isDoubled { continue }
      guard offset == text.bytes.count || isEnd(text.bytes[offset]) else {
        throw text.error(
          separator == UInt8(ascii: ",") ? "引号后面应是逗号或行末" : "引号后面应是分隔符或行末", at: offset)
      }
      return Field(text: content, offset: start, isQuoted: true)
    }
    throw text.error("引号没有配对，这个单元格没有结束", at: start)
  }

  private func traced(_ range: Range<Int>) -> TracedText {
    TracedText(
      utf8: Array(text.bytes[range]), place: .text(source: source, offset: range.lowerBound))
  }
}

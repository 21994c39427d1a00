/// Takes comma-separated values apart (RFC 4180): quoted fields may hold commas, quotes and line
/// ends.
struct CSVParser {
  private let bytes: [UInt8]
  private let path: String
  private var offset = 0
  private var row = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// The filled cells in order.
  ///
  /// - Throws: a ``ReadError`` with the line of a quotation mark that is not closed or is followed
  ///   by more than the end of its field.
  mutating func cells() throws(ReadError) -> [Sheet.Cell] {
    var cells: [Sheet.Cell] = []
    while offset < bytes.count {
      var column = 0
      var endsRow = false
      while !endsRow {
        let text = try field()
        if !text.isEmpty {
          guard cells.count < SheetParser.cellLimit, column < CellReference.columnLimit else {
            throw failure("单元格过多，不像正常的公开文件，拒绝读取")
          }
          let reference = CellReference(row: row, column: column)
          cells.append(Sheet.Cell(reference: reference, text: text))
        }
        column += 1
        endsRow = endField()
      }
      row += 1
    }
    return cells
  }

  private mutating func field() throws(ReadError) -> String {
    guard offset < bytes.count, bytes[offset] == Self.quote else {
      let start = offset
      while offset < bytes.count, bytes[offset] != Self.comma, !isLineEnd { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    return try quotedField()
  }

  private mutating func quotedField() throws(ReadError) -> String {
    let startLine = line
    offset += 1
    var content: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A { line += 1 }
      guard byte == Self.quote else {
        content.append(byte)
        continue
      }
      if offset < bytes.count, bytes[offset] == Self.quote {
        content.append(byte)
        offset += 1
        continue
      }
      guard offset == bytes.count || bytes[offset] == Self.comma || isLineEnd else {
        throw failure("引号后面应当是逗号或行尾")
      }
      return String(decoding: content, as: UTF8.self)
    }
    line = startLine
    throw failure("引号没有闭合")
  }

  private var isLineEnd: Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }

  /// Steps over what ends a field; true at the end of a row.
  private mutating func endField() -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    offset += 1
    if byte == Self.comma { return false }
    if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    line += 1
    return true
  }

  private func failure(_ message: String) -> ReadError {
    ReadError(path: path, message: message, place: "第 \(line) 行")
  }
}

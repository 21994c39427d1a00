internal import FiscalText
internal import Glibc

/// Turns the bytes of a text file into valid UTF-8: UTF-8 with or without a mark, UTF-16, and
/// GB 18030, which older Windows programs write.
enum TextDecoding {
  /// - Throws: a ``ReadError`` with the line and column of the first byte that is no text.
  static func utf8(_ bytes: [UInt8], path: String) throws(ReadError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try checked(Array(bytes.dropFirst(3)), path: path)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let text = utf16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF)
      guard let text else { throw ReadError(path: path, message: "UTF-16 文本已损坏") }
      return try checked(text, path: path)
    }
    return try checked(bytes, path: path)
  }

  private static func checked(_ bytes: [UInt8], path: String) throws(ReadError) -> [UInt8] {
    if isBinary(bytes) {
      throw ReadError(path: path, message: "这不是文本文件（也不是能识别的 Word、Excel、PDF 文件）")
    }
    guard let invalid = UTF8Validity.firstInvalidByte(bytes) else {
      return CompatibilityForm.resolved(bytes)
    }
    if !isMostlyUTF8(bytes), let text = converted(bytes, from: "GB18030") { return text }
    let position = SourceText(path: path, bytes: bytes).position(at: invalid)
    throw ReadError(
      path: path, message: "这里的字节不是 UTF-8 文字，请另存为 UTF-8 编码后再读",
      place: "第 \(position.line) 行第 \(position.column) 列")
  }

  /// Whether there are NUL bytes, or more control characters than a text has.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes where byte < 0x20 {
      switch byte {
      case 0: return true
      case 0x09, 0x0A, 0x0C, 0x0D: break
      default: controls += 1
      }
    }
    return controls * 100 > bytes.count
  }

  /// Whether a text is UTF-8 with a few bytes damaged. In GB 18030 well-formed three-byte
  /// sequences are rare accidents.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var sequences = 0
    var broken = 0
    var offset = 0
    while offset < bytes.count {
      let length = UTF8Validity.sequenceLength(bytes, at: offset)
      if length >= 3 { sequences += 1 }
      if length == 0 { broken += 1 }
      offset += max(length, 1)
    }
    return sequences > broken * 4
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for offset in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
      let (low, high) = isLittleEndian ? (offset, offset + 1) : (offset + 1, offset)
      units.append(UInt16(bytes[high]) << 8 | UInt16(bytes[low]))
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count * 3)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
      into: { text.append($0) })
    return isBroken ? nil : text
  }

  /// The text in UTF-8 if every byte of it is text in the encoding.
  private static func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != invalidConverter else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // A GB 18030 character takes at most twice its bytes in UTF-8.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let capacity = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != -1, inputLeft == 0 else { return nil }
    return output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }
  }

  /// What `iconv_open` answers when it fails: (iconv_t)-1.
  private static var invalidConverter: iconv_t? { iconv_t(bitPattern: -1) }
}

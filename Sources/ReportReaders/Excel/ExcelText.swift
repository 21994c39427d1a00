/// Gathers the text of a shared or inline string: its runs, without the phonetic guides that
/// stand between them.
struct ExcelText {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  mutating func start(_ name: XMLName) {
    if name.isLocal("t") { isInText = true }
    if name.isLocal("rPh") { isInPhonetic = true }
  }

  mutating func end(_ name: XMLName) {
    if name.isLocal("t") { isInText = false }
    if name.isLocal("rPh") { isInPhonetic = false }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    if isInText, !isInPhonetic { bytes += more }
  }

  /// The text, with `_x000D_` and the like as the characters that they stand for.
  var string: String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let code = escape(at: index) {
        result += String(Character(code)).utf8
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func escape(at index: Int) -> Unicode.Scalar? {
    guard bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self)
    return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
  }
}

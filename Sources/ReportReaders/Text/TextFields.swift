internal import FiscalModel
internal import FiscalText

/// Lines of text that hold table cells: parted by tabs, or written between bars.
enum TextFields {
  /// The fields of a line as byte ranges without the white space around them.
  static func tabbed(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    split(bytes, line, at: UInt8(ascii: "\t"))
  }

  /// The cells of a Markdown table row, `| a | b |`; nil if the line is none.
  static func barred(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    let inner = trimmed(bytes, line)
    let bar = UInt8(ascii: "|")
    guard inner.count >= 2, bytes[inner.lowerBound] == bar, bytes[inner.upperBound - 1] == bar
    else { return nil }
    return split(bytes, (inner.lowerBound + 1)..<(inner.upperBound - 1), at: bar)
  }

  /// The cells of a row each of which a bar ends, `a | b |`, as pages that lost their markup print
  /// them; nil if the line is none.
  static func ended(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    let inner = trimmed(bytes, line)
    let bar = UInt8(ascii: "|")
    guard inner.count >= 2, bytes[inner.upperBound - 1] == bar, bytes[inner.lowerBound] != bar
    else { return nil }
    return split(bytes, inner.lowerBound..<(inner.upperBound - 1), at: bar)
  }

  /// Whether a line only rules a head off: `--- | :---:`.
  static func isRule(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var dashes = 0
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "\t"), UInt8(ascii: " "): break
      default: return false
      }
    }
    return dashes >= 3
  }

  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let (scalar, length) = decodeScalar(bytes, at: lower)
      guard isSpace(scalar) else { break }
      lower += length
    }
    while upper > lower, let (scalar, length) = decodeScalar(bytes, before: upper),
      isSpace(scalar)
    {
      upper -= length
    }
    return lower..<max(lower, upper)
  }

  private static func split(
    _ bytes: [UInt8], _ line: Range<Int>, at mark: UInt8
  ) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    for offset in line where bytes[offset] == mark {
      // `\|` is a bar in the text of a cell.
      if mark == UInt8(ascii: "|"), offset > start, bytes[offset - 1] == UInt8(ascii: "\\") {
        continue
      }
      fields.append(trimmed(bytes, start..<offset))
      start = offset + 1
    }
    fields.append(trimmed(bytes, start..<line.upperBound))
    return fields
  }
}

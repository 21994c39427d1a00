internal import FiscalModel
internal import FiscalText

/// What headings look like. A heading stands on a line of its own and is no sentence
/// (GB/T 9704-2012, 7.3.3).
enum Headings {
  /// Whether a line is numbered and has the shape of a heading.
  static func looksLikeTitle(_ line: DraftLine) -> Bool {
    looksLikeTitle(line.bytes, line.shape)
  }

  static func looksLikeTitle(_ bytes: [UInt8], _ shape: LineShape) -> Bool {
    guard let number = shape.number, shape.count <= 100 else { return false }
    let body = LineShape(bytes, in: number.range.upperBound..<withoutRemark(bytes))
    guard body.count > 0, body.commas == 0, !hasAmount(bytes, shape) else { return false }
    // A full stop at the end is a slip that many headings have.
    let endsWithMark = body.endsWithStop || body.endsWithColon
    // 第四部分 附件：某局2025年部门预算表 tells what is attached.
    let colons = number.style == .part ? 0 : body.colons
    guard body.stops + colons - (endsWithMark ? 1 : 0) <= 0 else { return false }
    switch number.style {
    case .part: return body.count <= 90
    case .chinese, .bracketedChinese: return body.count <= 48
    case .arabic: return body.count <= 24 && body.colons == 0
    case .bracketedArabic, .circled: return false
    }
  }

  /// The end of a line without a remark in brackets behind it, which may be a sentence.
  private static func withoutRemark(_ bytes: [UInt8]) -> Int {
    guard bytes.suffix(3).elementsEqual(closing) else { return bytes.count }
    var depth = 0
    for offset in stride(from: bytes.count - 3, to: 9, by: -1) {
      if bytes.hasBytes(closing, at: offset) { depth += 1 }
      guard bytes.hasBytes(opening, at: offset) else { continue }
      depth -= 1
      if depth == 0 { return offset }
    }
    return bytes.count
  }

  private static let opening = [UInt8]("（".utf8)
  private static let closing = [UInt8]("）".utf8)

  /// Whether a title ends as titles do, so that no more of it is to come.
  static func endsLikeTitle(_ bytes: [UInt8]) -> Bool {
    titleEnds.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let titleEnds = [
    "概况", "说明", "情况", "解释", "表", "附件", "附表", "渠道", "报告", "简介", "职责", "职能", "事项",
  ].map { [UInt8]($0.utf8) }

  /// Whether an amount of money or a percentage stands in the line.
  private static func hasAmount(_ bytes: [UInt8], _ shape: LineShape) -> Bool {
    guard shape.digits > 0 else { return false }
    return moneyMarks.contains { mark in
      guard let offset = bytes.firstOffset(of: mark) else { return false }
      let (before, _) = decodeScalar(bytes, before: offset) ?? (0, 0)
      let (second, _) = decodeScalar(bytes, before: max(0, offset - 1)) ?? (0, 0)
      return isDigit(before) || (isSpace(before) && isDigit(second))
    }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static let moneyMarks = ["万元", "元", "%", "亿元"].map { [UInt8]($0.utf8) }
}

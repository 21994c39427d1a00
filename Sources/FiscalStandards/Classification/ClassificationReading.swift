internal import FiscalText

/// Reads the lines of a 科目 table.
struct ClassificationReading {
  private static let columns = ["编码", "名称", "起", "止", "见于"]

  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func entries() throws(LayoutError) -> [ClassificationEntry] {
    try source.requireUTF8()
    var entries: [ClassificationEntry] = []
    entries.reserveCapacity(source.lineStarts.count)
    var hasHead = false
    for line in 1...source.lineStarts.count {
      let range = source.lineRange(line)
      guard let first = range.first, source.bytes[first] != UInt8(ascii: "#") else { continue }
      let fields = fields(range)
      if hasHead {
        entries.append(try entry(fields, range))
      } else {
        guard fields.map(text) == Self.columns else {
          throw error("第一行应当是“编码、名称、起、止、见于”五列，用制表符分开", at: first)
        }
        hasHead = true
      }
    }
    for (previous, next) in zip(entries, entries.dropFirst()) where previous.code > next.code {
      throw LayoutError(path: source.path, message: "“\(next.code)”应当排在“\(previous.code)”前面")
    }
    return entries
  }

  private func fields(_ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    fields.reserveCapacity(Self.columns.count)
    var start = line.lowerBound
    for offset in line where source.bytes[offset] == UInt8(ascii: "\t") {
      fields.append(start..<offset)
      start = offset + 1
    }
    fields.append(start..<line.upperBound)
    return fields
  }

  private func entry(
    _ fields: [Range<Int>], _ line: Range<Int>
  ) throws(LayoutError) -> ClassificationEntry {
    guard fields.count == 5 else { throw error("应当有五列，用制表符分开", at: line.lowerBound) }
    let code = text(fields[0])
    guard ClassificationLevel(code: code) != nil, number(fields[0]) != nil else {
      throw error("“\(code)”不是三位、五位或七位编码", at: fields[0].lowerBound)
    }
    guard !fields[1].isEmpty else { throw error("缺少名称", at: fields[1].lowerBound) }
    return ClassificationEntry(
      code: code, name: text(fields[1]), first: try year(fields[2]), last: try year(fields[3]),
      seen: try years(fields[4]))
  }

  private func year(_ field: Range<Int>) throws(LayoutError) -> Int? {
    guard !field.isEmpty else { return nil }
    guard let year = number(field), (1990...2100).contains(year) else {
      throw error("“\(text(field))”不是年度", at: field.lowerBound)
    }
    return year
  }

  /// `2023` or `2017-2025`
  private func years(_ field: Range<Int>) throws(LayoutError) -> ClosedRange<Int>? {
    let dash = field.first { source.bytes[$0] == UInt8(ascii: "-") }
    guard let first = try year(field.lowerBound..<(dash ?? field.upperBound)) else { return nil }
    guard let dash else { return first...first }
    guard let last = try year((dash + 1)..<field.upperBound), first <= last else {
      throw error("“\(text(field))”不是起止年度", at: field.lowerBound)
    }
    return first...last
  }

  private func text(_ range: Range<Int>) -> String {
    String(validUTF8: source.bytes, range)
  }

  /// What digits say; nil for anything else, and for more than nine of them.
  private func number(_ field: Range<Int>) -> Int? {
    guard (1...9).contains(field.count) else { return nil }
    var number = 0
    for offset in field {
      let digit = Int(source.bytes[offset]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  private func error(_ message: String, at offset: Int) -> LayoutError {
    LayoutError(message, in: source, at: offset)
  }
}

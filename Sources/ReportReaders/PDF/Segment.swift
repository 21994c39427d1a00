internal import FiscalModel
internal import FiscalText

extension TextLine {
  /// The parts of a line between gaps that no space between words explains.
  ///
  /// - Parameter splitsCodes: whether a smaller gap parts a 科目 code from the name behind it.
  func segments(splitsCodes: Bool = false) -> [TextLine] {
    var parts: [TextLine] = []
    var start = 0
    for index in items.indices.dropFirst() {
      let gap = items[index].box.x - items[index - 1].end
      guard
        gap > 1.2 * fontSize || splitsCodes && gap > 0.45 * fontSize && isCode(start..<index)
      else { continue }
      parts.append(part(start..<index))
      start = index
    }
    parts.append(part(start..<items.count))
    return parts
  }

  /// The parts of a line between gaps of so many characters.
  func segments(atLeast gap: Double) -> [TextLine] {
    var parts: [TextLine] = []
    var start = 0
    for index in items.indices.dropFirst()
    where items[index].box.x - items[index - 1].end > gap * fontSize {
      parts.append(part(start..<index))
      start = index
    }
    parts.append(part(start..<items.count))
    return parts
  }

  /// Whether the line is the code of a 类, 款 or 项.
  var isCode: Bool { isCode(items.startIndex..<items.endIndex) }

  /// Whether some characters are the digits of a 类, 款 or 项.
  private func isCode(_ range: Range<Int>) -> Bool {
    [3, 5, 7].contains(range.count)
      && items[range].allSatisfy { (0x30...0x39).contains($0.scalar) }
  }

  /// The widest empty stretch between two characters.
  var widestGap: Double {
    zip(items, items.dropFirst()).reduce(0) { max($0, $1.1.box.x - $1.0.end) }
  }

  /// Some characters of the line as a line.
  func part(_ range: Range<Int>) -> TextLine {
    var line = self
    line.items = Array(items[range])
    line.items[0].hasSpace = false
    line.box = line.items.dropFirst().reduce(line.items[0].box) { $0.union($1.box) }
    return line
  }

  /// The text alone, without spaces.
  var plainText: [UInt8] {
    var bytes: [UInt8] = []
    for item in items { appendUTF8(item.scalar, to: &bytes) }
    return bytes
  }
}

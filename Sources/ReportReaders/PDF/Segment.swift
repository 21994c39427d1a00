internal import FiscalModel
internal import FiscalText

extension TextLine {
  /// The parts of a line between gaps that no space between words explains.
  func segments() -> [TextLine] {
    var parts: [TextLine] = []
    var start = 0
    for index in items.indices.dropFirst()
    where items[index].box.x - items[index - 1].end > 1.2 * fontSize {
      parts.append(part(start..<index))
      start = index
    }
    parts.append(part(start..<items.count))
    return parts
  }

  /// The widest empty stretch between two characters.
  var widestGap: Double {
    zip(items, items.dropFirst()).reduce(0) { max($0, $1.1.box.x - $1.0.end) }
  }

  private func part(_ range: Range<Int>) -> TextLine {
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

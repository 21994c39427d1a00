internal import FiscalModel

/// Finds running text that is set in two columns, and puts the right one behind the left one.
struct TextColumns {
  /// A stretch of a page's lines.
  enum Part {
    case lines([TextLine])
    /// Lines in the order in which they are read, and where the highest of them stands.
    case columns([TextLine], top: Double)
  }

  /// The empty stretch between the columns.
  private struct Gutter {
    var left: Double
    var right: Double
  }

  /// Fewer lines side by side may be two notes, or what is signed by two.
  private static let leastRows = 5
  /// Running text, not the cells of a table: so many characters a line on either side.
  private static let leastCharacters = 12

  /// - Parameter lines: from top to bottom.
  static func parts(of lines: [TextLine]) -> [Part] {
    guard lines.count(where: { Self.gutter(in: $0) != nil }) >= leastRows else {
      return [.lines(lines)]
    }
    var parts: [Part] = []
    var plain: [TextLine] = []
    var next = 0
    while next < lines.count {
      if let (end, gutter) = block(from: next, lines) {
        if !plain.isEmpty { parts.append(.lines(plain)) }
        plain.removeAll()
        parts.append(columns(lines[next..<end], gutter))
        next = end
      } else {
        plain.append(lines[next])
        next += 1
      }
    }
    if !plain.isEmpty { parts.append(.lines(plain)) }
    return parts
  }

  /// The gap of a line that has text on both sides.
  private static func gutter(in line: TextLine) -> Gutter? {
    let segments = line.segments()
    guard segments.count == 2, segments.allSatisfy({ $0.items.count >= leastCharacters / 2 })
    else { return nil }
    return Gutter(left: segments[0].end, right: segments[1].box.x)
  }

  /// The lines from one with a gap on that leave the same gap free, if they are two columns.
  private static func block(
    from start: Int, _ lines: [TextLine]
  ) -> (end: Int, gutter: Gutter)? {
    guard var gutter = gutter(in: lines[start]) else { return nil }
    var end = start
    var rows = 0
    while end < lines.count, end == start || follows(lines[end], lines[end - 1]) {
      var narrowed = gutter
      for segment in lines[end].segments() {
        if segment.end <= gutter.right, segment.box.x < gutter.left {
          narrowed.left = max(narrowed.left, segment.end)
        } else if segment.box.x >= gutter.left {
          narrowed.right = min(narrowed.right, segment.box.x)
        } else {
          narrowed.right = narrowed.left
        }
      }
      guard narrowed.right - narrowed.left > lines[end].fontSize else { break }
      gutter = narrowed
      if Self.gutter(in: lines[end]) != nil { rows += 1 }
      end += 1
    }
    guard rows >= leastRows, isText(lines[start..<end], gutter) else { return nil }
    return (end, gutter)
  }

  /// Whether a line stands as close below another one as lines of text do.
  private static func follows(_ line: TextLine, _ previous: TextLine) -> Bool {
    abs(line.fontSize - previous.fontSize) < 0.6
      && line.baseline - previous.baseline < 2.6 * line.fontSize
  }

  /// Whether both sides are running text: long lines, most of which fill their column.
  private static func isText(_ lines: ArraySlice<TextLine>, _ gutter: Gutter) -> Bool {
    let sides = split(lines, gutter)
    return [sides.left, sides.right].allSatisfy { side in
      let characters = side.reduce(0) { $0 + $1.items.count { $0.scalar > 0x7F } }
      guard let edge = side.map(\.end).max(), characters >= leastCharacters * side.count else {
        return false
      }
      return side.count { edge - $0.end < 1.6 * $0.fontSize } * 5 >= side.count * 2
    }
  }

  private static func split(
    _ lines: ArraySlice<TextLine>, _ gutter: Gutter
  ) -> (left: [TextLine], right: [TextLine]) {
    let middle = (gutter.left + gutter.right) / 2
    var left: [TextLine] = []
    var right: [TextLine] = []
    for line in lines {
      let cut = line.items.firstIndex { $0.box.x > middle } ?? line.items.count
      if cut > 0 { left.append(line.part(0..<cut)) }
      if cut < line.items.count { right.append(line.part(cut..<line.items.count)) }
    }
    return (left, right)
  }

  private static func columns(_ lines: ArraySlice<TextLine>, _ gutter: Gutter) -> Part {
    let sides = split(lines, gutter)
    let top = lines.reduce(Double.infinity) { min($0, $1.centerY) }
    return .columns(measured(sides.left) + measured(sides.right), top: top)
  }

  /// The lines of a column with its edges.
  private static func measured(_ lines: [TextLine]) -> [TextLine] {
    let left = lines.reduce(Double.infinity) { min($0, $1.box.x) }
    let right = lines.reduce(0) { max($0, $1.end) }
    return lines.map { line in
      var line = line
      line.column = Measure(left: left, right: right)
      return line
    }
  }
}

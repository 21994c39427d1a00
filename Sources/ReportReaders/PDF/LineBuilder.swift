internal import FiscalModel
internal import FiscalText
internal import Glibc

/// Puts glyphs together to lines, whatever their order in the file.
enum LineBuilder {
  /// The lines from top to bottom.
  static func lines(_ glyphs: [Glyph]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.append(contentsOf: uprightLines(glyphs.filter { $0.direction == .none }))
    for direction in [QuarterTurn.quarter, .half, .threeQuarters] {
      let turned = glyphs.filter { $0.direction == direction }
      if !turned.isEmpty { lines.append(contentsOf: turnedLines(turned, direction)) }
    }
    return lines.sorted { ($0.baseline, $0.box.x) < ($1.baseline, $1.box.x) }
  }

  /// Lines that run another way than the page's, read in their own direction.
  private static func turnedLines(_ glyphs: [Glyph], _ turn: QuarterTurn) -> [TextLine] {
    let upright = glyphs.map { glyph in
      var glyph = glyph
      (glyph.x, glyph.y) = turn.undo(x: glyph.x, y: glyph.y, width: 0, height: 0)
      return glyph
    }
    return uprightLines(upright).map { line in
      var line = line
      for index in line.items.indices {
        line.items[index].box = turn.redo(line.items[index].box, width: 0, height: 0)
      }
      line.box = turn.redo(line.box, width: 0, height: 0)
      line.baseline = line.bottom
      return line
    }
  }

  private static func uprightLines(_ glyphs: [Glyph]) -> [TextLine] {
    let sorted = glyphs.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    var lines: [TextLine] = []
    var start = 0
    while start < sorted.count {
      let first = sorted[start]
      var end = start + 1
      var size = first.size
      while end < sorted.count {
        size = max(size, sorted[end].size)
        guard sorted[end].y - first.y <= 0.35 * size else { break }
        end += 1
      }
      if let line = line(sorted[start..<end].sorted { $0.x < $1.x }) { lines.append(line) }
      start = end
    }
    return lines
  }

  /// A line of the glyphs of one baseline, sorted from left to right; nil if all are spaces.
  private static func line(_ sorted: [Glyph]) -> TextLine? {
    let (glyphs, hasSpace) = removeRepeats(sorted)
    guard let first = glyphs.first else { return nil }
    let gap = SpaceGap(glyphs, hasSpace: hasSpace)
    var items: [TextLine.Item] = []
    var sizes: [Double: Int] = [:]
    for (index, glyph) in glyphs.enumerated() {
      items.append(
        TextLine.Item(
          scalar: glyph.scalar,
          box: Box(x: glyph.x, y: glyph.top, width: glyph.advance, height: glyph.size),
          hasSpace: index > 0 && gap.parts(index), run: glyph.run))
      sizes[(glyph.size * 10).rounded() / 10, default: 0] += 1
    }
    let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? first.size
    return TextLine(
      items: items, box: items.dropFirst().reduce(items[0].box) { $0.union($1.box) },
      baseline: first.y, fontSize: size, isBold: glyphs.allSatisfy(\.isBold),
      isHidden: glyphs.contains(where: \.isHidden))
  }

  /// Takes out spaces, and characters drawn a second time a little aside to look bold.
  private static func removeRepeats(_ sorted: [Glyph]) -> (glyphs: [Glyph], hasSpace: [Bool]) {
    var glyphs: [Glyph] = []
    var hasSpace: [Bool] = []
    var isAfterSpace = false
    for glyph in sorted {
      if glyph.isSpace {
        isAfterSpace = true
        continue
      }
      if let original = original(of: glyph, in: glyphs) {
        if !glyph.isHidden { glyphs[original].isBold = true }
        continue
      }
      glyphs.append(glyph)
      hasSpace.append(isAfterSpace)
      isAfterSpace = false
    }
    return (glyphs, hasSpace)
  }

  /// The index of the same character at nearly the same place.
  private static func original(of glyph: Glyph, in glyphs: [Glyph]) -> Int? {
    guard glyph.advance > 0 else { return nil }
    let reach = min(0.25 * glyph.size, 0.5 * glyph.advance)
    var index = glyphs.count - 1
    while index >= 0, glyph.x - glyphs[index].x <= reach {
      if glyphs[index].scalar == glyph.scalar { return index }
      index -= 1
    }
    return nil
  }
}

internal import FiscalModel

extension PageContent {
  /// The page with most of its lines running to the right, and without what nobody sees: glyphs
  /// beyond the paper, and an inkless text layer where there is a printed one.
  func upright() -> PageContent {
    var page = self
    let hasPrint = glyphs.contains { !$0.isHidden && !$0.isSpace }
    page.glyphs.removeAll {
      (hasPrint && $0.isHidden) || $0.x < -1 || $0.x > width + 1 || $0.y < -1 || $0.y > height + 20
    }
    page.turn = page.mainDirection
    guard page.turn != .none else { return page }
    page.undoTurn()
    return page
  }

  /// The size that the page has after its turn, or had before.
  private var turnedSize: (width: Double, height: Double) {
    turn == .quarter || turn == .threeQuarters ? (height, width) : (width, height)
  }

  private var mainDirection: QuarterTurn {
    var counts = [0, 0, 0, 0]
    for glyph in glyphs where !glyph.isSpace { counts[glyph.direction.rawValue] += 1 }
    var best = 0
    for direction in 1..<4 where counts[direction] > counts[best] { best = direction }
    return QuarterTurn(rawValue: best) ?? .none
  }

  private mutating func undoTurn() {
    glyphs = glyphs.map(undone)
    rules = rules.map(undone)
    drawings = drawings.map { drawing in
      Drawing(glyphs: drawing.glyphs.map(undone), rules: drawing.rules.map(undone))
    }
    pictures = pictures.map { box in
      let a = undone(box.x, box.y)
      let b = undone(box.x + box.width, box.y + box.height)
      return Box(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
    }
    (width, height) = turnedSize
  }

  private func undone(_ glyph: Glyph) -> Glyph {
    var glyph = glyph
    (glyph.x, glyph.y) = undone(glyph.x, glyph.y)
    glyph.direction = turn.undone(in: glyph.direction)
    return glyph
  }

  private func undone(_ rule: Rule) -> Rule {
    let start = rule.isHorizontal ? (rule.start, rule.position) : (rule.position, rule.start)
    let end = rule.isHorizontal ? (rule.end, rule.position) : (rule.position, rule.end)
    let (a, b) = (undone(start.0, start.1), undone(end.0, end.1))
    let isHorizontal = turn == .half ? rule.isHorizontal : !rule.isHorizontal
    return isHorizontal
      ? Rule(isHorizontal: true, position: a.y, start: min(a.x, b.x), end: max(a.x, b.x))
      : Rule(isHorizontal: false, position: a.x, start: min(a.y, b.y), end: max(a.y, b.y))
  }

  private func undone(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    turn.undo(x: x, y: y, width: width, height: height)
  }

  /// Tells the places of what stands on this page, on the paper as printed.
  func placeMaker(source: Int) -> PlaceMaker {
    let size = turnedSize
    return PlaceMaker(
      source: source, number: number, width: size.width, height: size.height, turn: turn)
  }
}

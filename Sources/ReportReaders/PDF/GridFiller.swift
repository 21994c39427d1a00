internal import FiscalModel
internal import FiscalText

/// Puts the glyphs of a page into the cells of its ruled tables.
struct GridFiller {
  /// A table with the lines of text of each of its areas.
  struct Filled {
    var grid: TableGrid
    /// For each area.
    var lines: [[TextLine]]

    var filledCount: Int { lines.count { !$0.isEmpty } }
  }

  private let grids: [TableGrid]
  private let glyphs: [Glyph]
  /// For each glyph, the table and area that it stands in; nil for text outside.
  private var homes: [Home?]

  private struct Home: Hashable {
    var grid: Int
    var area: Int
  }

  /// The tables of a page from top to bottom, and the glyphs outside of them.
  ///
  /// - Parameter trustsTags: whether what the file marks as belonging to the paper is left out.
  static func fill(
    _ glyphs: [Glyph], nets: [RuleNet], trustsTags: Bool
  ) -> (tables: [Filled], rest: [Glyph]) {
    var grids = nets.compactMap { TableGrid($0) }
    // Of a table inside of another's cell, the inner one holds the text.
    grids.sort { ($0.box.width * $0.box.height) < ($1.box.width * $1.box.height) }
    guard !grids.isEmpty else { return ([], glyphs) }
    let filler = GridFiller(grids: grids, glyphs: glyphs)
    return filler.result(trustsTags: trustsTags)
  }

  private init(grids: [TableGrid], glyphs: [Glyph]) {
    self.grids = grids
    self.glyphs = glyphs
    homes = glyphs.map { glyph in Self.home(of: glyph, in: grids) }
    gatherOverflow()
  }

  private static func home(of glyph: Glyph, in grids: [TableGrid]) -> Home? {
    let (x, y) = glyph.center
    for (index, grid) in grids.enumerated() {
      if let area = grid.area(x: x, y: y) { return Home(grid: index, area: area) }
    }
    return nil
  }

  /// Keeps together what was drawn in one go without gaps but is too long for its cell: it
  /// belongs where most of it stands.
  private mutating func gatherOverflow() {
    var start = 0
    while start < glyphs.count {
      var end = start + 1
      while end < glyphs.count, goesOn(end, from: start) { end += 1 }
      if homes[start..<end].contains(where: { $0 != homes[start] }) { settle(start..<end) }
      start = end
    }
  }

  private func goesOn(_ index: Int, from start: Int) -> Bool {
    guard isClose(index) else { return false }
    // A code and its name, or an amount and the next label, are two texts however close they are.
    if homes[index] != homes[index - 1], glyphs[index - 1].isDigit != glyphs[index].isDigit,
      !glyphs[index].beginsNothing
    {
      return false
    }
    return isEven(index, from: start)
  }

  /// Whether a glyph stands in one line with the last one and follows it.
  private func isClose(_ index: Int) -> Bool {
    let (last, next) = (glyphs[index - 1], glyphs[index])
    guard next.run == last.run, next.direction == .none, last.direction == .none, !next.isSpace,
      !last.isSpace
    else { return false }
    return abs(next.y - last.y) < 0.1 * next.size && abs(gap(index)) < 0.3 * next.size
  }

  /// Whether a glyph is as far from the last one as its neighbours are from theirs: where two cells
  /// meet, their texts stand as far apart as it happens.
  private func isEven(_ index: Int, from start: Int) -> Bool {
    let size = glyphs[index].size
    if index - 1 > start { return abs(gap(index) - gap(index - 1)) < 0.05 * size }
    guard index + 1 < glyphs.count, isClose(index + 1) else { return true }
    return abs(gap(index) - gap(index + 1)) < 0.05 * size
  }

  private func gap(_ index: Int) -> Double { glyphs[index].x - glyphs[index - 1].end }

  private mutating func settle(_ range: Range<Int>) {
    var widths: [(home: Home?, width: Double)] = []
    for index in range {
      if let known = widths.firstIndex(where: { $0.home == homes[index] }) {
        widths[known].width += glyphs[index].advance
      } else {
        widths.append((homes[index], glyphs[index].advance))
      }
    }
    guard var best = widths.first else { return }
    for width in widths.dropFirst() where width.width > best.width { best = width }
    for index in range { homes[index] = best.home }
  }

  private func result(trustsTags: Bool) -> (tables: [Filled], rest: [Glyph]) {
    var inside: [[[Glyph]]] = grids.map { Array(repeating: [], count: $0.areas.count) }
    for (index, home) in homes.enumerated() {
      if let home { inside[home.grid][home.area].append(glyphs[index]) }
    }
    var tables: [Filled] = []
    var rejected = Set<Int>()
    for (index, grid) in grids.enumerated() {
      if trustsTags { Self.dropRepeats(&inside[index], grid.areas) }
      let filled = Filled(grid: grid, lines: inside[index].map(LineBuilder.lines))
      if isTable(filled) { tables.append(filled) } else { rejected.insert(index) }
    }
    let rest = glyphs.indices.filter { index in
      homes[index].map { rejected.contains($0.grid) } ?? true
    }.map { glyphs[$0] }
    tables.sort { ($0.grid.ys[0], $0.grid.xs[0]) < ($1.grid.ys[0], $1.grid.xs[0]) }
    return (tables, rest)
  }

  /// Leaves out names of rows that a page repeats from the one before it, for the eye only. Heads
  /// that it repeats fill whole rows, and tell that the table goes on.
  private static func dropRepeats(_ inside: inout [[Glyph]], _ areas: [TableGrid.Area]) {
    let told = Set(
      areas.indices.filter { area in inside[area].contains { !$0.isArtifact && !$0.isSpace } }
        .map { areas[$0].row })
    for (index, area) in areas.enumerated()
    where !inside[index].isEmpty && inside[index].allSatisfy(\.isArtifact) {
      let rows = area.row..<(area.row + area.rowSpan)
      if rows.contains(where: { told.contains($0) }) { inside[index] = [] }
    }
  }

  /// Frames around text, and the axes and bars of charts, are no tables.
  private func isTable(_ filled: Filled) -> Bool {
    guard filled.filledCount >= 2, filled.grid.box.width > 60 else { return false }
    let bounded = filled.lines.indices.count(where: {
      !filled.lines[$0].isEmpty && filled.grid.isBounded(filled.grid.areas[$0])
    })
    guard bounded * 5 >= filled.filledCount * 3 else { return false }
    guard filled.grid.columnCount == 1 else { return true }
    // Rules across the page whose columns are told by the text alone.
    return !filled.lines.contains { lines in lines.contains { $0.segments().count > 1 } }
  }
}

extension Glyph {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(scalar) }

  /// Percent signs, closing brackets and marks, with which no text begins.
  fileprivate var beginsNothing: Bool {
    switch scalar {
    case 0x25, 0x29, 0x2C, 0x2E, 0x3001, 0x3002, 0xFF05, 0xFF09, 0xFF0C, 0xFF1B: true
    default: false
    }
  }

  /// The middle of the glyph as it stands on the page.
  var center: (x: Double, y: Double) {
    let (along, up) = (advance / 2, 0.38 * size)
    return switch direction {
    case .none: (x + along, y - up)
    case .quarter: (x + up, y + along)
    case .half: (x - along, y + up)
    case .threeQuarters: (x - up, y - along)
    }
  }
}

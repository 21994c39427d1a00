internal import FiscalText
internal import Typography

/// Shapes the text of a paragraph and finds out what does not depend on where its lines end.
struct ParagraphBuilder {
  private(set) var runs: [GlyphRun] = []
  private(set) var clusters: [Cluster] = []
  /// One more than there are clusters.
  private(set) var sums: [ShapedParagraph.Sums] = []
  /// Offsets of characters without a glyph in the paragraph's text.
  private(set) var missing: [Int] = []
  private(set) var text: [UInt8] = []
  /// The clusters of a bracketed number at the head, such as （一）.
  private var numberEnd = 0

  init(
    _ pieces: [ShapedParagraph.Piece], level: LineBreakLevel, latinSpace: Double,
    shaper: any LineShaper
  ) {
    for piece in pieces where !piece.text.isEmpty { append(piece, shaper) }
    markUnbreakables(level)
    squeezeMarks()
    addLatinSpaces(latinSpace)
    setTrims()
    sumUp()
  }

  /// A paragraph in smaller or larger type.
  init(_ paragraph: ShapedParagraph, scaledBy factor: Double) {
    runs = paragraph.runs
    clusters = paragraph.clusters
    missing = paragraph.missing
    text = paragraph.text
    for run in runs.indices {
      runs[run].size *= factor
      for glyph in runs[run].glyphs.indices {
        runs[run].glyphs[glyph].advance *= factor
        runs[run].glyphs[glyph].xOffset *= factor
        runs[run].glyphs[glyph].yOffset *= factor
      }
    }
    for index in clusters.indices { clusters[index].scale(factor) }
    sumUp()
  }

  // MARK: - Clusters

  private mutating func append(_ piece: ShapedParagraph.Piece, _ shaper: any LineShaper) {
    let base = text.count
    text.append(contentsOf: piece.text)
    let shaped = shaper.shape(piece.text, piece.style)
    missing.append(contentsOf: shaped.missing.map { $0 + base })
    var gaps = shaped.missing[...]
    var position = 0
    for run in shaped.runs {
      while let gap = gaps.first, gap <= position {
        gaps.removeFirst()
        if gap == position { position += decodeScalar(piece.text, at: gap).length }
      }
      appendClusters(run, at: base + position)
      position += run.text.count
    }
  }

  private mutating func appendClusters(_ run: GlyphRun, at base: Int) {
    let number = Int32(runs.count)
    runs.append(run)
    var first = 0
    while first < run.glyphs.count {
      let start = run.glyphs[first].cluster
      var next = first + 1
      var advance = run.glyphs[first].advance
      while next < run.glyphs.count, run.glyphs[next].cluster <= start {
        advance += run.glyphs[next].advance
        next += 1
      }
      let end = next < run.glyphs.count ? run.glyphs[next].cluster : run.text.count
      guard start >= 0, start < end, end <= run.text.count else { return }
      let scalar = decodeScalar(run.text, at: start).scalar
      clusters.append(
        Cluster(
          start: base + start, run: number, glyphs: Int32(first)..<Int32(next),
          bytes: Int32(start)..<Int32(end), scalar: scalar, kind: CharacterClass(scalar),
          size: run.size, advance: advance))
      first = next
    }
  }

  // MARK: - Breaks

  private mutating func markUnbreakables(_ level: LineBreakLevel) {
    guard clusters.count > 1 else { return }
    let rules = BreakRules(level)
    markSigns()
    fixNumberSpace()
    for index in 0..<(clusters.count - 1) {
      let (left, right) = (clusters[index], clusters[index + 1])
      if left.kind == .newline {
        clusters[index].breakAfter = .forced
        continue
      }
      let isAllowed = rules.allows(left.kind, right.kind) && !isInName(index)
      clusters[index].breakAfter = isAllowed ? .allowed : .none
      clusters[index].stretches =
        Self.stretches(left.kind, right.kind) && !left.isFixed && !right.isFixed
    }
    for index in clusters.indices {
      switch clusters[index].kind {
      case .digit: keepUnit(after: index)
      case .opening: keepShortBracket(index)
      default: break
      }
    }
  }

  /// Tells the sign of a number from a hyphen.
  private mutating func markSigns() {
    for index in 0..<(clusters.count - 1)
    where clusters[index].scalar == 0x2D && clusters[index + 1].kind == .digit {
      if index > 0, clusters[index - 1].kind.isInWord { continue }
      clusters[index].kind = .prefix
    }
  }

  /// The space behind the number of an item, as in `1. `, is not stretched with its line.
  private mutating func fixNumberSpace() {
    var index = 0
    while index < clusters.count, clusters[index].kind == .digit { index += 1 }
    guard (1...3).contains(index), index + 1 < clusters.count,
      [0x2E, 0xFF0E, 0x3001, 0x29, 0xFF09].contains(clusters[index].scalar),
      clusters[index + 1].kind == .space
    else { return }
    clusters[index + 1].isFixed = true
  }

  /// Whether a hyphen stands inside a number, as in W-07 and 2024-2025.
  private func isInName(_ index: Int) -> Bool {
    guard index > 0, clusters[index].scalar == 0x2D, clusters[index + 1].kind == .digit else {
      return false
    }
    let before = clusters[index - 1].kind
    return before == .latin || before == .digit
  }

  /// Keeps a number and its unit (万元, 年, 平方米) together, a space between them or not.
  private mutating func keepUnit(after index: Int) {
    var next = index + 1
    if next < clusters.count, clusters[next].kind == .space { next += 1 }
    guard next < clusters.count, clusters[next].kind == .han,
      let length = Units.length(text, at: clusters[next].start)
    else { return }
    let end = clusters[next].start + length
    var position = index
    while position + 1 < clusters.count, clusters[position + 1].start < end {
      clusters[position].breakAfter = .none
      position += 1
    }
  }

  /// Keeps （一）, （类） and other brackets of up to two characters whole, and （类）, （款）, （项）
  /// beside the name before them.
  private mutating func keepShortBracket(_ index: Int) {
    var end = index + 1
    while end < clusters.count, end <= index + 3, clusters[end].kind == .han { end += 1 }
    guard end < clusters.count, end > index + 1, end <= index + 3,
      clusters[end].kind == .closing
    else { return }
    for position in index..<end { clusters[position].breakAfter = .none }
    if index == 0 { numberEnd = end + 1 }
    let isLevel =
      end == index + 2
      && (clusters[index + 1].scalar == 0x7C7B || clusters[index + 1].scalar == 0x6B3E
        || clusters[index + 1].scalar == 0x9879)
    if isLevel, index > 0, clusters[index - 1].breakAfter == .allowed {
      clusters[index - 1].breakAfter = .none
    }
  }

  /// Whether the gap between two characters may be widened to fill a line: not inside numbers
  /// and words, and not around connectors, solidi and the like.
  private static func stretches(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
    if left.isSolid || right.isSolid || right == .newline { return false }
    if left == .dash && right == .dash || left == .ellipsis && right == .ellipsis { return false }
    return !(left.isInWord && right.isInWord)
  }

  // MARK: - Spacing

  /// Takes half a character from every pair of marks that would leave a hole.
  private mutating func squeezeMarks() {
    guard clusters.count > 1 else { return }
    for index in 0..<(clusters.count - 1) {
      let (left, right) = (clusters[index], clusters[index + 1])
      if left.kind.hasRightBlank, right.kind.hasRightBlank || right.kind == .opening {
        clusters[index].advance -= left.blank
      } else if left.kind == .opening, right.kind == .opening {
        clusters[index + 1].shift += right.blank
        clusters[index + 1].advance -= right.blank
      }
    }
  }

  private mutating func addLatinSpaces(_ ratio: Double) {
    guard clusters.count > 1 else { return }
    for index in 0..<(clusters.count - 1) {
      let (left, right) = (clusters[index], clusters[index + 1])
      if left.kind == .han && right.kind.isWestern || left.kind.isWestern && right.kind == .han {
        clusters[index].gap = ratio * left.size
      } else if index > 0, left.kind == .space, left.scalar != 0x3000 {
        let before = clusters[index - 1].kind
        let isBetween =
          before == .han && right.kind.isWestern || before.isWestern && right.kind == .han
        if isBetween { clusters[index].becomeLatinSpace(ratio) }
      }
    }
  }

  private mutating func setTrims() {
    for index in clusters.indices { clusters[index].setTrims() }
    // The numbers of items look alike from item to item, however full their lines are.
    for index in 0..<numberEnd { (clusters[index].shrink, clusters[index].shrinkStep) = (0, .none) }
  }

  private mutating func sumUp() {
    sums.removeAll(keepingCapacity: true)
    sums.reserveCapacity(clusters.count + 1)
    var sum = ShapedParagraph.Sums()
    sums.append(sum)
    for cluster in clusters {
      sum.width += cluster.advance + cluster.gap
      sum.shrink += cluster.shrink + cluster.gap / 2
      sum.stretch += max(0, cluster.size / 2 - cluster.gap) * (cluster.gap > 0 ? 1 : 0)
      if cluster.kind == .space { sum.stretch += cluster.spaceStretch }
      if cluster.stretches { sum.gaps += 1 }
      sums.append(sum)
    }
  }
}

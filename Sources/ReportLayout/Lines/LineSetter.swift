internal import Typography

/// Puts the glyphs of a line where they belong: squeezes and stretches in CLREQ's order.
struct LineSetter {
  private let paragraph: ShapedParagraph
  private let visible: Range<Int>
  /// What is added behind each cluster, and how far its glyphs move left.
  private var extras: [Double]
  private var shifts: [Double]

  /// - Parameter cuts: byte offsets of the paragraph at which a new part starts, ascending.
  static func set(
    _ paragraph: ShapedParagraph, _ range: Range<Int>, width: Double, justified: Bool,
    cuts: [Int] = []
  ) -> SetLine {
    if !justified, paragraph.isPlain, cuts.isEmpty, range == 0..<paragraph.clusters.count,
      paragraph.naturalWidth <= width + 0.0001
    {
      return whole(paragraph)
    }
    var setter = LineSetter(paragraph, range)
    guard !setter.visible.isEmpty else { return SetLine() }
    setter.fit(width, justified: justified)
    return setter.line(cuts)
  }

  /// A line of a plain paragraph, which most numbers are: its run is shared and not copied.
  private static func whole(_ paragraph: ShapedParagraph) -> SetLine {
    let run = paragraph.runs[0]
    return SetLine(
      parts: [SetLine.Part(run: run, x: 0, start: paragraph.clusters[0].start)],
      width: paragraph.naturalWidth, size: run.size)
  }

  private init(_ paragraph: ShapedParagraph, _ range: Range<Int>) {
    self.paragraph = paragraph
    visible = LineMeasure.visible(paragraph, range)
    extras = Array(repeating: 0, count: visible.count)
    shifts = extras
    trimEnds()
  }

  private mutating func trimEnds() {
    guard let last = visible.last else { return }
    let tail = paragraph.clusters[last]
    extras[visible.count - 1] -= tail.endTrim + tail.gap
    guard visible.count > 1 else { return }
    let trim = paragraph.clusters[visible.lowerBound].startTrim
    extras[0] -= trim
    shifts[0] += trim
  }

  private mutating func fit(_ width: Double, justified: Bool) {
    let measure = LineMeasure(paragraph, visible)
    let rest = width - measure.width
    if rest < -0.0001 {
      shrink(by: -rest)
    } else if justified, rest > 0 {
      stretch(by: rest, measure)
    }
  }

  // MARK: - Shrinking

  private mutating func shrink(by amount: Double) {
    var rest = amount
    for step in ShrinkStep.allCases where step != .none && rest > 0.0001 {
      let available = capacity(step)
      guard available > 0 else { continue }
      shrink(step, ratio: min(1, rest / available))
      rest -= min(rest, available)
    }
  }

  private func capacity(_ step: ShrinkStep) -> Double {
    var sum = 0.0
    forEachInner { index, cluster in
      if cluster.shrinkStep == step { sum += available(index, cluster) }
      if step == .latinSpace { sum += cluster.gap / 2 }
    }
    return sum
  }

  private func available(_ index: Int, _ cluster: Cluster) -> Double {
    index == visible.lowerBound ? max(0, cluster.shrink - cluster.startTrim) : cluster.shrink
  }

  private mutating func shrink(_ step: ShrinkStep, ratio: Double) {
    let first = visible.lowerBound
    for index in first..<(visible.upperBound - 1) {
      let cluster = paragraph.clusters[index]
      var cut = 0.0
      if cluster.shrinkStep == step { cut = available(index, cluster) * ratio }
      if step == .latinSpace { extras[index - first] -= cluster.gap / 2 * ratio }
      extras[index - first] -= cut
      if cluster.kind == .opening { shifts[index - first] += cut }
      if cluster.kind == .midDot { shifts[index - first] += cut / 2 }
    }
  }

  /// The last cluster has no gap behind it, and its mark is cut already.
  private func forEachInner(_ body: (Int, Cluster) -> Void) {
    for index in visible.lowerBound..<(visible.upperBound - 1) {
      body(index, paragraph.clusters[index])
    }
  }

  // MARK: - Stretching

  private mutating func stretch(by amount: Double, _ measure: LineMeasure) {
    var rest = amount
    rest -= stretchSpaces(rest, wordSpaces: true)
    rest -= stretchSpaces(rest, wordSpaces: false)
    guard rest > 0.0001, measure.gaps > 0 else { return }
    let share = rest / measure.gaps
    // A line that would fall apart is left short instead.
    guard share <= measure.size / 2 else { return }
    let first = visible.lowerBound
    for index in first..<(visible.upperBound - 1) where paragraph.clusters[index].stretches {
      extras[index - first] += share
    }
  }

  /// Widens word spaces, or else Han–Latin spaces, up to half a square; returns by how much.
  private mutating func stretchSpaces(_ amount: Double, wordSpaces: Bool) -> Double {
    var available = 0.0
    forEachInner { _, cluster in available += Self.stretch(cluster, wordSpaces) }
    guard amount > 0, available > 0 else { return 0 }
    let ratio = min(1, amount / available)
    let first = visible.lowerBound
    for index in first..<(visible.upperBound - 1) {
      extras[index - first] += Self.stretch(paragraph.clusters[index], wordSpaces) * ratio
    }
    return available * ratio
  }

  private static func stretch(_ cluster: Cluster, _ wordSpaces: Bool) -> Double {
    if cluster.kind == .space {
      return (cluster.shrinkStep == .latinSpace) == wordSpaces ? 0 : cluster.spaceStretch
    }
    return wordSpaces || cluster.gap == 0 ? 0 : max(0, cluster.size / 2 - cluster.gap)
  }

  // MARK: - Glyphs

  private func line(_ cuts: [Int]) -> SetLine {
    var line = SetLine()
    var pen = 0.0
    var cut = cuts[...]
    var previous: Cluster?
    for index in visible {
      let cluster = paragraph.clusters[index]
      var starts = !Self.continues(previous, cluster, paragraph)
      while let offset = cut.first, offset <= cluster.start {
        starts = true
        cut.removeFirst()
      }
      if starts { startPart(&line, cluster, index, pen) }
      append(cluster, index, to: &line.parts[line.parts.count - 1].run)
      let local = index - visible.lowerBound
      pen += cluster.advance + cluster.gap + extras[local]
      line.size = max(line.size, cluster.size)
      previous = cluster
    }
    line.width = pen
    return line
  }

  /// Whether a cluster can be drawn in the same run as the one before it.
  private static func continues(
    _ previous: Cluster?, _ cluster: Cluster, _ paragraph: ShapedParagraph
  ) -> Bool {
    guard let previous else { return false }
    if previous.run == cluster.run { return true }
    let (left, right) = (paragraph.runs[Int(previous.run)], paragraph.runs[Int(cluster.run)])
    return left.face == right.face && left.size == right.size
  }

  private func startPart(_ line: inout SetLine, _ cluster: Cluster, _ index: Int, _ pen: Double) {
    let run = paragraph.runs[Int(cluster.run)]
    var glyphs: [GlyphRun.Glyph] = []
    var text: [UInt8] = []
    glyphs.reserveCapacity(visible.upperBound - index)
    text.reserveCapacity(3 * (visible.upperBound - index))
    line.parts.append(
      SetLine.Part(
        run: GlyphRun(face: run.face, size: run.size, glyphs: glyphs, text: text), x: pen,
        start: cluster.start))
  }

  private func append(_ cluster: Cluster, _ index: Int, to run: inout GlyphRun) {
    let source = paragraph.runs[Int(cluster.run)]
    let local = index - visible.lowerBound
    let offset = run.text.count
    let shift = cluster.shift + shifts[local]
    var rest = cluster.advance + cluster.gap + extras[local]
    let last = Int(cluster.glyphs.upperBound) - 1
    for number in Int(cluster.glyphs.lowerBound)...last {
      var glyph = source.glyphs[number]
      glyph.cluster = offset
      glyph.xOffset -= shift
      if number == last { glyph.advance = rest }
      rest -= glyph.advance
      run.glyphs.append(glyph)
    }
    run.text.append(
      contentsOf: source.text[Int(cluster.bytes.lowerBound)..<Int(cluster.bytes.upperBound)])
  }
}

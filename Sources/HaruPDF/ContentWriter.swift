internal import ReportLayout
internal import Typography

/// Writes the operators of one page. Coordinates come from the top left corner and go out from
/// the bottom left one.
struct ContentWriter {
  private var output = ByteBuilder()
  private var state = GraphicsState()
  private let height: Double
  /// The start of the current line in hundredths of a point; nil outside a text object.
  private var textLine: (x: Int, y: Int)?
  /// Whether a path of lines is open that only waits for more of them or to be stroked.
  private var hasOpenRules = false

  init(height: Double) { self.height = height }

  /// The content, never empty: some readers take an empty compressed stream for a broken one.
  consuming func finish() -> [UInt8] {
    endObject()
    output.append("\n")
    return output.bytes
  }

  // MARK: Marked content

  /// - Returns: where the sequence starts, for ``endMarked(from:)``.
  mutating func beginArtifact() -> (mark: Int, start: Int) {
    endObject()
    let mark = output.count
    output.append("/Artifact BMC\n")
    return (mark, output.count)
  }

  mutating func beginContent(role: String, identifier: Int) -> (mark: Int, start: Int) {
    endObject()
    let mark = output.count
    output.append("/")
    output.append(string: role)
    output.append("<</MCID ")
    output.append(identifier)
    output.append(">>BDC\n")
    return (mark, output.count)
  }

  /// Ends a sequence, or takes it back when nothing was drawn in it.
  ///
  /// - Returns: whether it stays.
  mutating func endMarked(from begin: (mark: Int, start: Int)) -> Bool {
    endObject()
    if output.count == begin.start {
      output.bytes.removeLast(output.count - begin.mark)
      return false
    }
    output.append("EMC\n")
    return true
  }

  /// Ends a text object or a path, which must not straddle marked content.
  private mutating func endObject() {
    if textLine != nil {
      output.append("ET\n")
      textLine = nil
    }
    if hasOpenRules {
      output.append("S\n")
      hasOpenRules = false
    }
  }

  /// Begins text in another language than that of the document (ISO 32000-1, 14.9.2). It stands
  /// inside a text object, and so does its end.
  mutating func beginLatin() {
    if hasOpenRules { endObject() }
    openText()
    output.append("/Span<</Lang(en)>>BDC\n")
  }

  mutating func endLatin() { output.append("EMC\n") }

  private mutating func openText() {
    guard textLine == nil else { return }
    output.append("BT\n")
    textLine = (0, 0)
  }

  // MARK: Lines and areas

  mutating func rule(from: Point, to: Point, width: Double, colour: Colour) {
    if !hasOpenRules || !matches(width: width, stroke: colour, dashes: []) {
      endObject()
      set(lineWidth: width, stroke: colour, dashes: [])
      hasOpenRules = true
    }
    append(from, "m\n")
    append(to, "l\n")
  }

  mutating func path(_ path: Path) {
    guard path.fill != nil || path.stroke != nil, !path.steps.isEmpty else { return }
    endObject()
    if let stroke = path.stroke {
      set(lineWidth: path.lineWidth, stroke: stroke, dashes: path.dashes)
    }
    if let fill = path.fill { set(fill: fill) }
    for step in path.steps {
      switch step {
      case .move(let point): append(point, "m\n")
      case .line(let point): append(point, "l\n")
      case .curve(let first, let second, let end):
        append(first, "")
        append(second, "")
        append(end, "c\n")
      case .close: output.append("h\n")
      }
    }
    switch (path.fill != nil, path.stroke != nil) {
    case (true, true): output.append("B\n")
    case (true, false): output.append("f\n")
    default: output.append("S\n")
    }
  }

  private mutating func append(_ point: Point, _ operation: StaticString) {
    output.append(hundredths: hundredths(point.x))
    output.append(" ")
    output.append(hundredths: hundredths(height - point.y))
    output.append(" ")
    output.append(operation)
  }

  private func matches(width: Double, stroke: Colour, dashes: [Double]) -> Bool {
    state.lineWidth == hundredths(width) && state.stroke == stroke
      && state.dashes == dashes.map(hundredths)
  }

  private mutating func set(lineWidth: Double, stroke: Colour, dashes: [Double]) {
    if state.lineWidth != hundredths(lineWidth) {
      state.lineWidth = hundredths(lineWidth)
      output.append(hundredths: state.lineWidth)
      output.append(" w\n")
    }
    if state.dashes != dashes.map(hundredths) {
      state.dashes = dashes.map(hundredths)
      output.append("[")
      for dash in state.dashes {
        output.append(hundredths: dash)
        output.append(" ")
      }
      output.append("]0 d\n")
    }
    if state.stroke != stroke {
      state.stroke = stroke
      append(stroke, grey: "G\n", colour: "RG\n")
    }
  }

  private mutating func set(fill: Colour) {
    if state.fill == fill { return }
    state.fill = fill
    append(fill, grey: "g\n", colour: "rg\n")
  }

  private mutating func append(_ value: Colour, grey: StaticString, colour: StaticString) {
    let isGrey = value.red == value.green && value.green == value.blue
    for part in isGrey ? [value.red] : [value.red, value.green, value.blue] {
      output.append(thousandths: scaled(min(max(part, 0), 1), by: 1000))
      output.append(" ")
    }
    output.append(isGrey ? grey : colour)
  }

  // MARK: Text

  /// Shows a run. The codes are those of `face`; each glyph stands where layout put it, to half a
  /// thousandth of the em, however many stand before it.
  ///
  /// - Parameter variants: which font each glyph is shown in; nil for the first one throughout.
  mutating func show(
    _ run: GlyphRun, at origin: Point, colour: Colour, face: EmbeddedFonts.Face, variants: [Int]?
  ) {
    guard run.size > 0, !run.glyphs.isEmpty else { return }
    if hasOpenRules { endObject() }
    openText()
    set(fill: colour)
    setFont(face.firstFont + (variants?.first ?? 0), size: run.size)
    let spacing = commonSpacing(of: run, face: face)
    setSpacing(spacing)
    moveLine(to: origin)
    var line = LineOfGlyphs(size: run.size, spacing: Double(spacing) / 1000)
    var position = 0.0
    for (index, glyph) in run.glyphs.enumerated() {
      let font = face.firstFont + (variants?[index] ?? 0)
      if font != state.font || hundredths(glyph.yOffset) != state.rise {
        line.write(to: &output)
        setFont(font, size: run.size)
        setRise(hundredths(glyph.yOffset))
      }
      line.add(
        code: face.codes[Int(glyph.id)], width: Int(face.widths[Int(glyph.id)]),
        at: position + glyph.xOffset)
      position += glyph.advance
    }
    line.write(to: &output)
    setRise(0)
  }

  private mutating func setFont(_ font: Int, size: Double) {
    let size = hundredths(size)
    if state.font == font, state.fontSize == size { return }
    state.font = font
    state.fontSize = size
    output.append("/F")
    output.append(font)
    output.append(" ")
    output.append(hundredths: size)
    output.append(" Tf\n")
  }

  private mutating func setSpacing(_ spacing: Int) {
    if state.characterSpacing == spacing { return }
    state.characterSpacing = spacing
    output.append(thousandths: spacing)
    output.append(" Tc\n")
  }

  private mutating func setRise(_ rise: Int) {
    if state.rise == rise { return }
    state.rise = rise
    output.append(hundredths: rise)
    output.append(" Ts\n")
  }

  private mutating func moveLine(to origin: Point) {
    let x = hundredths(origin.x)
    let y = hundredths(height - origin.y)
    output.append(hundredths: x - (textLine?.x ?? 0))
    output.append(" ")
    output.append(hundredths: y - (textLine?.y ?? 0))
    output.append(" Td\n")
    textLine = (x, y)
  }

  /// What a justified line adds to most of its glyphs, in thousandths of a point; 0 when there is
  /// no such thing.
  private func commonSpacing(of run: GlyphRun, face: EmbeddedFonts.Face) -> Int {
    if run.glyphs.count < 3 { return 0 }
    var additions = run.glyphs.dropLast().map { glyph in
      scaled(glyph.advance - Double(face.widths[Int(glyph.id)]) * run.size / 1000, by: 1000)
    }
    additions.sort()
    let middle = additions[additions.count / 2]
    let near = additions.count { abs($0 - middle) <= 1 }
    return 2 * near > additions.count ? middle : 0
  }
}

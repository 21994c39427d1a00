internal import FiscalModel
internal import FiscalText

/// Turns the output of `mutool trace`, as it comes in, into pages.
///
/// It knows the output of mupdf 1.14 and later: one element a line, glyphs with their code point
/// written plainly, as an entity, or as `U+4E00`.
struct TraceScanner {
  /// What a document may hold before it is taken for an attack.
  struct Limits {
    var pages = 5_000
    var glyphs = 8_000_000
    var rules = 4_000_000
  }

  private(set) var pages: [PageContent] = []
  /// Whether a limit was passed; nothing is read behind it.
  private(set) var isOverLimit = false

  private let limits: Limits
  private var pending: [UInt8] = []
  private var page: PageContent?
  private var transform = AffineTransform()
  private var text = TextState()
  private var path: TracePath?
  /// How far up and down the page something is seen, for each clip that is in force.
  private var clips: [ClosedRange<Double>] = []
  private var tags = TraceTags()
  private var glyphCount = 0
  private var ruleCount = 0

  init(limits: Limits = Limits()) { self.limits = limits }

  /// Takes the next bytes of the output.
  mutating func scan(_ chunk: ArraySlice<UInt8>) {
    pending.append(contentsOf: chunk)
    let bytes = pending
    var start = 0
    var offset = max(0, bytes.count - chunk.count)
    while offset < bytes.count, !isOverLimit {
      if bytes[offset] == UInt8(ascii: "\n"), isElementEnd(bytes, at: offset) {
        scanLine(bytes, start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    // A line that never ends is no trace.
    if bytes.count - start > 1 << 20 { start = bytes.count }
    pending = Array(bytes[start...])
  }

  /// A line break inside of a copied name does not end the element.
  private func isElementEnd(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == UInt8(ascii: ">")
  }

  private mutating func scanLine(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start + 2 < range.upperBound, bytes[start] == UInt8(ascii: "<") else { return }
    let line = TraceLine(bytes: bytes, range: start..<range.upperBound)
    switch bytes[start + 1] {
    case UInt8(ascii: "g") where bytes[start + 2] == UInt8(ascii: " "): scanGlyph(line)
    case UInt8(ascii: "m") where line.hasName(Name.moveTo): scanPathPart(line)
    case UInt8(ascii: "l") where line.hasName(Name.lineTo): scanPathPart(line)
    case UInt8(ascii: "c") where line.hasName(Name.curveTo) || line.hasName(Name.closePath):
      scanPathPart(line)
    case UInt8(ascii: "/"): scanEnd(line)
    default: scanStart(line)
    }
    isOverLimit =
      pages.count > limits.pages || glyphCount > limits.glyphs || ruleCount > limits.rules
  }

  private mutating func scanStart(_ line: TraceLine) {
    if line.hasName(Name.span) {
      text.startSpan(line, transform: transform)
    } else if line.hasName(Name.page) {
      startPage(line)
    } else if line.hasName(Name.fillText) || line.hasName(Name.strokeText)
      || line.hasName(Name.clipText)
    {
      startText(line, isHidden: false)
    } else if line.hasName(Name.ignoreText) {
      startText(line, isHidden: true)
    } else if line.hasName(Name.popClip) {
      _ = clips.popLast()
    } else if line.hasName(Name.layer) {
      tags.open(line)
      if tags.opensFigure { page?.drawings.append(Drawing()) }
    } else if line.hasName(Name.layerEnd) {
      if tags.closesFigure { finishDrawing() }
      tags.close()
    } else if line.hasName(Name.clipPath) {
      path = TracePath(.clip, transform: readTransform(line))
    } else if line.hasName(Name.fillPath) {
      path = TracePath(.fill, transform: readTransform(line))
    } else if line.hasName(Name.strokePath) {
      path = TracePath(
        .stroke(width: line.number(Key.lineWidth) ?? 1), transform: readTransform(line))
    } else if line.hasName(Name.clipImage) {
      clip(to: nil)
    } else if line.hasName(Name.fillImage) || line.hasName(Name.fillImageMask) {
      addPicture(readTransform(line))
    }
  }

  private mutating func scanEnd(_ line: TraceLine) {
    if line.hasName(Name.clipPathEnd) {
      clip(to: path?.reach)
      path = nil
      return
    }
    if Name.otherClipEnds.contains(where: line.hasName) {
      clip(to: nil)
      return
    }
    if line.hasName(Name.pageEnd) {
      if let page { pages.append(page) }
      page = nil
    } else if line.hasName(Name.fillPathEnd) || line.hasName(Name.strokePathEnd) {
      let rules = path?.finish() ?? []
      ruleCount += rules.count
      let seen = rules.compactMap(seenPart)
      if tags.isInFigure, let last = page?.drawings.indices.last {
        page?.drawings[last].rules.append(contentsOf: seen)
      } else {
        page?.rules.append(contentsOf: seen)
      }
      path = nil
    }
  }

  /// A figure that turns out to hold running text is none.
  private mutating func finishDrawing() {
    guard let drawing = page?.drawings.last, drawing.isText || drawing.box == nil else { return }
    page?.drawings.removeLast()
    page?.glyphs.append(contentsOf: drawing.glyphs)
    page?.rules.append(contentsOf: drawing.rules)
  }

  /// A clip by text or by a picture is taken to hide nothing.
  private mutating func clip(to reach: ClosedRange<Double>?) {
    let whole = clips.last ?? -1e9...1e9
    clips.append(reach.map { $0.clamped(to: whole) } ?? whole)
  }

  /// What of a rule the clip leaves; cells are clipped at their very edge, where rules stand.
  private func seenPart(of rule: Rule) -> Rule? {
    guard let clip = clips.last else { return rule }
    let slack = 2.0
    let (low, high) = (clip.lowerBound - slack, clip.upperBound + slack)
    if rule.isHorizontal { return rule.position >= low && rule.position <= high ? rule : nil }
    var part = rule
    part.start = max(rule.start, low)
    part.end = min(rule.end, high)
    return part.start < part.end ? part : nil
  }

  private mutating func startPage(_ line: TraceLine) {
    let box = line.numbers(Key.mediaBox)
    guard box.count == 4 else { return }
    page = PageContent(
      number: pages.count + 1, width: abs(box[2] - box[0]), height: abs(box[3] - box[1]))
    path = nil
    clips = []
    tags = TraceTags()
  }

  private mutating func startText(_ line: TraceLine, isHidden: Bool) {
    transform = readTransform(line)
    text.isHidden = isHidden
  }

  private func readTransform(_ line: TraceLine) -> AffineTransform {
    var values = line.numbers(Key.transform)
    if values.count != 6 { values = line.numbers(Key.matrix) }
    guard values.count == 6 else { return AffineTransform() }
    return AffineTransform(
      a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
  }

  private mutating func scanGlyph(_ line: TraceLine) {
    guard page != nil, var glyphs = text.glyphs(line, transform: transform) else { return }
    glyphCount += glyphs.count
    if tags.isInArtifact { for index in glyphs.indices { glyphs[index].isArtifact = true } }
    // Whole lines beyond the clip are seen on another page. What is cut off at the right end of
    // a cell is kept, since it is part of the cell's text.
    if let clip = clips.last { glyphs.removeAll { !clip.contains($0.center.y) } }
    if tags.isInFigure, let last = page?.drawings.indices.last {
      page?.drawings[last].glyphs.append(contentsOf: glyphs)
    } else {
      page?.glyphs.append(contentsOf: glyphs)
    }
  }

  private mutating func scanPathPart(_ line: TraceLine) {
    guard path != nil else { return }
    if line.hasName(Name.closePath) {
      path?.close()
    } else if line.hasName(Name.curveTo) {
      path?.curve(x: line.number(Key.x3) ?? 0, y: line.number(Key.y3) ?? 0)
    } else if let x = line.number(Key.x), let y = line.number(Key.y) {
      line.hasName(Name.moveTo) ? path?.move(x: x, y: y) : path?.line(x: x, y: y)
    }
  }

  /// A picture fills the unit square of its transform.
  private mutating func addPicture(_ transform: AffineTransform) {
    let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map {
      transform.apply(x: $0.0, y: $0.1)
    }
    let left = corners.reduce(corners[0].x) { min($0, $1.x) }
    let right = corners.reduce(corners[0].x) { max($0, $1.x) }
    let top = corners.reduce(corners[0].y) { min($0, $1.y) }
    let bottom = corners.reduce(corners[0].y) { max($0, $1.y) }
    guard let count = page?.pictures.count, count < 10_000 else { return }
    page?.pictures.append(Box(x: left, y: top, width: right - left, height: bottom - top))
  }

  private enum Name {
    static let page = [UInt8]("page".utf8)
    static let pageEnd = [UInt8]("/page".utf8)
    static let span = [UInt8]("span".utf8)
    static let fillText = [UInt8]("fill_text".utf8)
    static let strokeText = [UInt8]("stroke_text".utf8)
    static let clipText = [UInt8]("clip_text".utf8)
    static let ignoreText = [UInt8]("ignore_text".utf8)
    static let layer = [UInt8]("layer".utf8)
    static let layerEnd = [UInt8]("end_layer".utf8)
    static let popClip = [UInt8]("pop_clip".utf8)
    static let clipPath = [UInt8]("clip_path".utf8)
    static let clipPathEnd = [UInt8]("/clip_path".utf8)
    static let otherClipEnds = [
      "/clip_stroke_path", "/clip_text", "/clip_stroke_text", "/mask",
    ].map { [UInt8]($0.utf8) }
    static let clipImage = [UInt8]("clip_image_mask".utf8)
    static let fillPath = [UInt8]("fill_path".utf8)
    static let fillPathEnd = [UInt8]("/fill_path".utf8)
    static let strokePath = [UInt8]("stroke_path".utf8)
    static let strokePathEnd = [UInt8]("/stroke_path".utf8)
    static let fillImage = [UInt8]("fill_image".utf8)
    static let fillImageMask = [UInt8]("fill_image_mask".utf8)
    static let moveTo = [UInt8]("moveto".utf8)
    static let lineTo = [UInt8]("lineto".utf8)
    static let curveTo = [UInt8]("curveto".utf8)
    static let closePath = [UInt8]("closepath".utf8)
  }

  private enum Key {
    static let mediaBox = [UInt8](" mediabox=\"".utf8)
    static let transform = [UInt8](" transform=\"".utf8)
    static let matrix = [UInt8](" matrix=\"".utf8)
    static let lineWidth = [UInt8](" linewidth=\"".utf8)
    static let x = [UInt8](" x=\"".utf8)
    static let y = [UInt8](" y=\"".utf8)
    static let x3 = [UInt8](" x3=\"".utf8)
    static let y3 = [UInt8](" y3=\"".utf8)
  }
}

internal import ReportLayout
internal import Typography

/// Draws frames on pages, and notes down which content belongs to which structure element. Pages
/// know nothing of each other, so that they may be drawn at the same time.
struct FrameRenderer: ~Copyable {
  /// The sequence of marked content that is open.
  private enum Open {
    case artifact
    case content(element: Int)
  }

  private var content: ContentWriter
  private var fonts: EmbeddedFonts
  private let tags: TagTree.Elements
  private let page: Int
  private var contents = TagTree.PageContents()
  private var open: (kind: Open, begin: (mark: Int, start: Int))?

  private init(page: Int, height: Double, fonts: EmbeddedFonts, tags: TagTree.Elements) {
    self.page = page
    self.fonts = fonts
    self.tags = tags
    content = ContentWriter(height: height)
  }

  /// The content stream of a page, and what stands in it. Links are left out; they are no content.
  static func content(
    of frame: Frame, page: Int, fonts: EmbeddedFonts, tags: TagTree.Elements
  ) throws(PDFError) -> (bytes: [UInt8], contents: TagTree.PageContents) {
    var renderer = FrameRenderer(page: page, height: frame.height, fonts: fonts, tags: tags)
    for item in frame.items { try renderer.draw(item) }
    renderer.end()
    let contents = renderer.contents
    return (renderer.content.finish(), contents)
  }

  private mutating func draw(_ item: FrameItem) throws(PDFError) {
    switch item {
    case .beginContent(let element):
      guard tags.all.indices.contains(element) else {
        throw PDFError(.document, "第 \(page + 1) 页的内容不在结构树里")
      }
      end()
      let begin = content.beginContent(
        role: tags.all[element].role.rawValue, identifier: contents.owners.count)
      open = (.content(element: element), begin)
    case .beginArtifact:
      end()
      open = (.artifact, content.beginArtifact())
    case .end: end()
    case .link: break
    case .glyphs, .rule, .path:
      // What stands in no element is decoration (ISO 14289-1, 7.1).
      if open == nil { open = (.artifact, content.beginArtifact()) }
      paint(item)
      extendFigure(by: item)
    }
  }

  private mutating func paint(_ item: FrameItem) {
    switch item {
    case .glyphs(let run, let origin, let colour):
      let face = fonts.faces[run.face]
      var variants: [Int]?
      if face.use.variantCount > 1 {
        variants = zip(run.glyphs, fonts.keys(of: run)).map {
          face.use.variant(glyph: $0.id, text: $1)
        }
      }
      show(run, at: origin, colour: colour, face: face, variants: variants)
    case .rule(let from, let to, let width, let colour):
      content.rule(from: from, to: to, width: width, colour: colour)
    case .path(let path): content.path(path)
    case .beginContent, .beginArtifact, .end, .link: break
    }
  }

  /// Shows a run; its Latin words are told to be no Chinese, so that they are read out rightly.
  private mutating func show(
    _ run: GlyphRun, at origin: Point, colour: Colour, face: EmbeddedFonts.Face, variants: [Int]?
  ) {
    guard case .content? = open?.kind, let parts = LatinWords.parts(of: run) else {
      return content.show(run, at: origin, colour: colour, face: face, variants: variants)
    }
    var place = origin
    for part in parts {
      var piece = run
      piece.glyphs = Array(run.glyphs[part.glyphs])
      if part.isLatin { content.beginLatin() }
      content.show(
        piece, at: place, colour: colour, face: face,
        variants: variants.map { Array($0[part.glyphs]) })
      if part.isLatin { content.endLatin() }
      place.x += piece.width
    }
  }

  private mutating func extendFigure(by item: FrameItem) {
    guard case .content(let element)? = open?.kind, let figure = tags.figure(of: element),
      let bounds = Bounds(item)
    else { return }
    contents.addFigure(figure, bounds: bounds)
  }

  private mutating func end() {
    guard let sequence = open else { return }
    open = nil
    let stays = content.endMarked(from: sequence.begin)
    if case .content(let element) = sequence.kind, stays { contents.owners.append(element) }
  }
}

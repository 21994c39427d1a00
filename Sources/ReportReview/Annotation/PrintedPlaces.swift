public import FiscalModel
public import ReportLayout
internal import ReportLint
internal import Typography

/// Finds on printed pages what stands in the report that was printed.
///
/// Layout knows nothing of findings: the texts of the report are looked up one behind the other in
/// the text of the pages, so that of two equal cells each is found at its own place.
public struct PrintedPlaces {
  /// A glyph on its page.
  private struct Glyph {
    var page: Int
    var box: Box
  }

  /// How far ahead a text is looked for: a short one may come up anywhere.
  private static let shortReach = 600
  private static let longReach = 20_000
  private static let shortLength = 15

  /// The text of the pages without white space, and the glyph of each byte.
  private var stream: [UInt8] = []
  private var glyphOfByte: [Int32] = []
  private var glyphs: [Glyph] = []
  private var index: TextIndex
  /// Where each text of the report starts in the stream.
  private var starts: [Int: Int] = [:]

  /// - Parameter document: printed from the report.
  public init(_ document: PagedDocument, report: Report) {
    index = TextIndex(DocumentHTML.texts(of: report))
    for (page, frame) in document.frames.enumerated() { read(frame, page: page) }
    var cursor = 0
    for (number, text) in index.texts.enumerated() {
      let bytes = Self.squeezed(text.utf8[...])
      guard !bytes.isEmpty, let start = find(bytes, from: cursor) else { continue }
      starts[number] = start
      cursor = start + bytes.count
    }
  }

  /// The 1-based page of a note's quote and its boxes, a box a line; nil where it is not printed.
  func boxes(_ note: ReviewNote) -> (page: Int, boxes: [Box])? {
    guard let stretch = index.stretch(note.spot), let start = starts[stretch.text] else {
      return nil
    }
    let text = index.texts[stretch.text].utf8
    let before = Self.squeezed(text[..<stretch.range.lowerBound]).count
    let length = Self.squeezed(text[stretch.range]).count
    let bytes = start + before..<min(start + before + length, stream.count)
    var page: Int?
    var boxes: [Box] = []
    for glyph in bytes.map({ glyphs[Int(glyphOfByte[$0])] })
    where page == nil || page == glyph.page {
      page = glyph.page
      if let last = boxes.last, abs(last.y - glyph.box.y) < 2,
        glyph.box.x < last.x + last.width + 40
      {
        boxes[boxes.count - 1] = last.union(glyph.box)
      } else {
        boxes.append(glyph.box)
      }
    }
    return page.map { ($0 + 1, boxes) }
  }

  // MARK: Pages

  private mutating func read(_ frame: Frame, page: Int) {
    var isArtifact = false
    for item in frame.items {
      switch item {
      case .beginArtifact: isArtifact = true
      case .end: isArtifact = false
      case .glyphs(let run, let origin, _) where !isArtifact:
        add(run, at: origin, page: page)
      default: break
      }
    }
  }

  private mutating func add(_ run: GlyphRun, at origin: Point, page: Int) {
    var x = origin.x
    for (number, glyph) in run.glyphs.enumerated() {
      let next = number + 1 < run.glyphs.count ? run.glyphs[number + 1].cluster : run.text.count
      let box = Box(
        x: x, y: origin.y - 0.9 * run.size, width: glyph.advance, height: 1.15 * run.size)
      x += glyph.advance
      guard glyph.cluster < next, next <= run.text.count else { continue }
      let bytes = Self.squeezed(run.text[glyph.cluster..<next])
      glyphs.append(Glyph(page: page, box: box))
      stream += bytes
      glyphOfByte += [Int32](repeating: Int32(glyphs.count - 1), count: bytes.count)
    }
  }

  private func find(_ text: [UInt8], from cursor: Int) -> Int? {
    let reach = text.count < Self.shortLength ? Self.shortReach : Self.longReach
    let last = min(stream.count, cursor + reach) - text.count
    guard cursor <= last, let first = text.first else { return nil }
    for start in cursor...last where stream[start] == first {
      if stream[start..<start + text.count].elementsEqual(text) { return start }
    }
    return nil
  }

  /// Without white space, ideographic and no-break spaces too.
  private static func squeezed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      if byte <= 0x20 {
        position += 1
      } else if text[position...].starts(with: [0xE3, 0x80, 0x80]) {
        position += 3
      } else if text[position...].starts(with: [0xC2, 0xA0]) {
        position += 2
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }
}

internal import Typography

/// Looks for faults of the printed page: text outside its place, text over text, text through
/// rules, unmarked content. Works on finished frames, whatever made them.
public struct FrameAudit: Sendable {
  public struct Fault: Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable {
      /// Text leaves the page.
      case outsidePage
      /// Body text leaves the text block.
      case overfullLine
      /// Two texts cover each other.
      case overlap
      /// A rule, or a line of a chart, runs through text.
      case crossedByRule
      /// Text stands on a dark bar.
      case onDark
      /// Begin and end do not pair, or content stands outside them.
      case unmarked
      /// An element or anchor that does not exist.
      case danglingReference
    }

    public var kind: Kind
    /// 1-based.
    public var page: Int
    public var text: String

    public var description: String { "\(kind.rawValue) on page \(page): \(text)" }
  }

  /// Where text stands on a page.
  struct TextBox {
    var left, right, top, bottom: Double
    var text: [UInt8]
    var isArtifact: Bool
  }

  public private(set) var faults: [Fault] = []
  private let document: PagedDocument
  private let style: PageStyle

  /// - Parameter style: the style with which the document was set; tells the text block.
  public init(_ document: PagedDocument, style: PageStyle) {
    self.document = document
    self.style = style
    for index in document.frames.indices { audit(index) }
    auditElements()
  }

  private mutating func report(_ kind: Fault.Kind, _ page: Int, _ text: [UInt8]) {
    let text = String(decoding: text, as: UTF8.self)
    faults.append(Fault(kind: kind, page: page + 1, text: text))
  }

  // MARK: - A page

  private mutating func audit(_ page: Int) {
    let frame = document.frames[page]
    let boxes = boxes(page)
    for box in boxes {
      if box.left < -0.01 || box.top < -0.01 || box.right > frame.width + 0.01
        || box.bottom > frame.height + 0.01
      {
        report(.outsidePage, page, box.text)
      }
      if !box.isArtifact, isOutsideBlock(box, frame) { report(.overfullLine, page, box.text) }
    }
    auditOverlaps(boxes, page)
    auditRules(boxes, page)
  }

  private func isOutsideBlock(_ box: TextBox, _ frame: Frame) -> Bool {
    let isLandscape = frame.width > frame.height
    let (near, far) = (style.outerMargin, style.innerMargin)
    let least = isLandscape ? style.bottomMargin : min(near, far)
    let most = frame.width - (isLandscape ? style.topMargin : min(near, far))
    return box.left < least - 0.05 || box.right > most + 0.05
  }

  /// The boxes of a page's text; faults of marking are reported on the way.
  private mutating func boxes(_ page: Int) -> [TextBox] {
    var boxes: [TextBox] = []
    var isOpen = false
    var isArtifact = false
    for item in document.frames[page].items {
      switch item {
      case .beginContent(let element):
        if isOpen || !document.elements.indices.contains(element) { report(.unmarked, page, []) }
        (isOpen, isArtifact) = (true, false)
      case .beginArtifact:
        if isOpen { report(.unmarked, page, []) }
        (isOpen, isArtifact) = (true, true)
      case .end:
        if !isOpen { report(.unmarked, page, []) }
        isOpen = false
      case .glyphs(let run, let origin, _):
        if !isOpen { report(.unmarked, page, run.text) }
        boxes.append(Self.box(run, origin, isArtifact))
      case .rule, .path:
        if !isOpen { report(.unmarked, page, []) }
      case .link(_, _, _, _, let anchor, let element):
        if !document.anchors.indices.contains(anchor)
          || !document.elements.indices.contains(element) || isOpen
        {
          report(.danglingReference, page, [])
        }
      }
    }
    if isOpen { report(.unmarked, page, []) }
    return boxes
  }

  private static func box(_ run: GlyphRun, _ origin: Point, _ isArtifact: Bool) -> TextBox {
    TextBox(
      left: origin.x, right: origin.x + run.width, top: origin.y - 0.88 * run.size,
      bottom: origin.y + 0.12 * run.size, text: run.text, isArtifact: isArtifact)
  }

  private mutating func auditOverlaps(_ boxes: [TextBox], _ page: Int) {
    let sorted = boxes.sorted { $0.top < $1.top }
    for (index, box) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.top >= box.bottom - 0.3 { break }
        let shared = min(box.right, other.right) - max(box.left, other.left)
        if shared > 0.3 { report(.overlap, page, box.text + [0x7C] + other.text) }
      }
    }
  }

  private mutating func auditRules(_ boxes: [TextBox], _ page: Int) {
    for item in document.frames[page].items {
      switch item {
      case .rule(let from, let to, _, _): auditLine(Segment(from, to), boxes, page)
      case .path(let path) where path.fill == nil:
        for segment in Self.segments(path) { auditLine(segment, boxes, page) }
      case .path(let path): auditFill(path, boxes, page)
      default: break
      }
    }
  }

  private mutating func auditLine(_ line: Segment, _ boxes: [TextBox], _ page: Int) {
    for box in boxes
    where line.crosses(
      Point(box.left + 0.3, box.top + 0.3), Point(box.right - 0.3, box.bottom - 0.3))
    {
      report(.crossedByRule, page, box.text)
    }
  }

  private static func segments(_ path: Path) -> [Segment] {
    var segments: [Segment] = []
    var (start, pen) = (Point(0, 0), Point(0, 0))
    for step in path.steps {
      switch step {
      case .move(let point): (start, pen) = (point, point)
      case .line(let point), .curve(_, _, let point):
        segments.append(Segment(pen, point))
        pen = point
      case .close: segments.append(Segment(pen, start))
      }
    }
    return segments
  }

  /// Bars are upright rectangles; slices of a pie are not looked at.
  private mutating func auditFill(_ path: Path, _ boxes: [TextBox], _ page: Int) {
    guard let fill = path.fill, min(fill.red, fill.green, fill.blue) < 0.8 else { return }
    let corners = path.steps.compactMap { step -> Point? in
      switch step {
      case .move(let point), .line(let point): point
      case .curve, .close: nil
      }
    }
    guard corners.count == 4, path.steps.count == 5, let left = corners.map(\.x).min(),
      let right = corners.map(\.x).max(), let top = corners.map(\.y).min(),
      let bottom = corners.map(\.y).max()
    else { return }
    for box in boxes
    where left < box.right - 0.3 && right > box.left + 0.3 && top < box.bottom - 0.3
      && bottom > box.top + 0.3
    {
      report(.onDark, page, box.text)
    }
  }

  // MARK: - Elements

  private mutating func auditElements() {
    for (index, element) in document.elements.enumerated() {
      let parent = element.parent
      if index == 0 ? parent != nil : parent.map({ $0 >= index || $0 < 0 }) ?? true {
        report(.danglingReference, 0, [])
      }
      if element.headers.contains(where: { !document.elements.indices.contains($0) }) {
        report(.danglingReference, 0, [])
      }
    }
    for anchor in document.anchors where !document.frames.indices.contains(anchor.page) {
      report(.danglingReference, anchor.page, [])
    }
  }
}

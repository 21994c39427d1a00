public import Typography

/// One page: its size and what is drawn on it, in painting and reading order. The origin is the
/// top left corner, y grows downwards, the unit is the point.
public struct Frame: Sendable {
  public var width: Double
  public var height: Double
  public var items: [FrameItem]
  /// The printed page number; nil for the cover and for blank pages.
  public var label: String?

  public init(width: Double, height: Double, items: [FrameItem] = [], label: String? = nil) {
    self.width = width
    self.height = height
    self.items = items
    self.label = label
  }
}

public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A colour in sRGB, 0 to 1.
public struct Colour: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double

  public init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  public static let black = Colour(0, 0, 0)
  public static let white = Colour(1, 1, 1)
}

/// Something on a page. Every drawn item stands between a begin and an end: it belongs to an
/// element of the structure tree or is an artifact (PDF/UA-1, 7.1).
public enum FrameItem: Sendable {
  /// Content of a structure element, an index into ``PagedDocument/elements``. Not nested.
  case beginContent(element: Int)
  /// Decoration: rules, running heads, page numbers, leader dots, repeated table heads.
  case beginArtifact
  case end
  /// The pen starts at `origin`, on the baseline.
  case glyphs(GlyphRun, origin: Point, colour: Colour)
  case rule(from: Point, to: Point, width: Double, colour: Colour)
  case path(Path)
  /// A link to an anchor; `element` is its Link structure element. Stands outside begin and end.
  case link(x: Double, y: Double, width: Double, height: Double, anchor: Int, element: Int)
}

/// Lines and curves that are filled, stroked or both.
public struct Path: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  public var steps: [Step]
  public var fill: Colour?
  public var stroke: Colour?
  /// In points.
  public var lineWidth: Double
  /// Lengths of dashes and gaps in points; empty for a solid line.
  public var dashes: [Double]

  public init(
    steps: [Step], fill: Colour? = nil, stroke: Colour? = nil, lineWidth: Double = 0.5,
    dashes: [Double] = []
  ) {
    self.steps = steps
    self.fill = fill
    self.stroke = stroke
    self.lineWidth = lineWidth
    self.dashes = dashes
  }
}

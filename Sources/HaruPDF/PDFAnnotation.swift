public import ReportLayout

/// A reviewer's mark on a page, for review copies.
public struct PDFAnnotation: Sendable {
  /// A rectangle on the page; the origin is the top left corner, the unit is the point.
  public struct Box: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  public enum Kind: Sendable {
    /// Text marked in colour, a box a line.
    case highlight([Box])
    /// A note in the margin.
    case note(Point)
  }

  public var kind: Kind
  /// 0-based.
  public var page: Int
  /// What the reviewer says.
  public var text: String
  public var author: String
  public var colour: Colour

  public init(
    kind: Kind, page: Int, text: String, author: String = "",
    colour: Colour = Colour(1, 0.85, 0.2)
  ) {
    self.kind = kind
    self.page = page
    self.text = text
    self.author = author
    self.colour = colour
  }
}

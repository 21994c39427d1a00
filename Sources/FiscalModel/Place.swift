/// Where a stretch of text comes from.
public enum Place: Hashable, Sendable {
  /// Bytes of a text file, one to one, starting at a byte offset.
  case text(source: Int, offset: Int)
  /// A stretch of a text file that this text was made from (a reference that was resolved, an
  /// entity that was replaced): the text as a whole stands for the whole stretch.
  case span(source: Int, Range<Int>)
  /// A box on a 1-based page of a PDF, in points from the top left.
  case page(source: Int, number: Int, box: Box)
  /// A 1-based paragraph of a Word file; table cells count theirs too.
  case paragraph(source: Int, number: Int)
  /// A cell of an Excel sheet, such as `B7`.
  case cell(source: Int, sheet: String, reference: String)
  /// Made by the program.
  case none
}

/// A rectangle on a page, in points from the top left.
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

  /// The smallest box that holds both.
  public func union(_ other: Box) -> Box {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Box(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }
}

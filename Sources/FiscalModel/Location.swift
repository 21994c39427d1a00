public import FiscalText

/// A place in an input file as people and other programs are told it.
public enum Location: Hashable, Sendable {
  /// The end is exclusive: the column behind the last character.
  case text(path: String, start: TextPosition, end: TextPosition)
  /// A 1-based page, and a box in points from the top left.
  case page(path: String, number: Int, box: Box)
  case paragraph(path: String, number: Int)
  case cell(path: String, sheet: String, reference: String)
  case file(path: String)

  /// Places in one file differ by their numbers; the path is left to the comparison.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .text(_, let start, let end):
      hasher.combine(start.line)
      hasher.combine(start.column)
      hasher.combine(end.column)
    case .page(_, let number, let box):
      hasher.combine(number)
      hasher.combine(box)
    case .paragraph(_, let number): hasher.combine(number)
    case .cell(_, _, let reference): hasher.combine(reference)
    case .file(let path): hasher.combine(path)
    }
  }

  public var path: String {
    switch self {
    case .text(let path, _, _), .page(let path, _, _), .paragraph(let path, _),
      .cell(let path, _, _), .file(let path):
      path
    }
  }
}

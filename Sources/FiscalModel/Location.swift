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

  public var path: String {
    switch self {
    case .text(let path, _, _), .page(let path, _, _), .paragraph(let path, _),
      .cell(let path, _, _), .file(let path):
      path
    }
  }
}

/// An element of the tag tree (ISO 32000-1, 14.8).
public struct StructureElement: Sendable {
  public enum Role: String, Sendable {
    case document = "Document"
    case part = "Part"
    case sect = "Sect"
    case h1 = "H1"
    case h2 = "H2"
    case h3 = "H3"
    case h4 = "H4"
    case paragraph = "P"
    case span = "Span"
    case tableOfContents = "TOC"
    case tableOfContentsItem = "TOCI"
    case reference = "Reference"
    case link = "Link"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case caption = "Caption"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case tableHeader = "TH"
    case tableData = "TD"
    case figure = "Figure"
    case note = "Note"
  }

  public enum Scope: String, Sendable {
    case column = "Column"
    case row = "Row"
    case both = "Both"
  }

  public var role: Role
  /// The index of the parent; nil for the root, which stands first. Parents stand before children.
  public var parent: Int?
  /// Alternative text, for figures.
  public var alternative: String?
  /// The language of a Latin run, such as `en`; nil for that of the document.
  public var language: String?
  public var scope: Scope?
  public var columnSpan = 1
  public var rowSpan = 1
  /// The indices of the header cells of a table cell.
  public var headers: [Int] = []

  public init(role: Role, parent: Int?) {
    self.role = role
    self.parent = parent
  }
}

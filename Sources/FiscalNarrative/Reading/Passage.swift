public import FiscalModel
public import FiscalText

/// A stretch of running text with its place in the report: what rules about words and sentences
/// look at.
public struct Passage: Sendable {
  public enum Kind: Sendable {
    case cover
    case contents
    case heading
    case paragraph
    case glossaryEntry
    /// Title, department and unit lines of a table.
    case tableLine
    case tableNote
    case cell
    case caption
    case unrecognised
  }

  public var kind: Kind
  public var text: TracedText
  /// The role of the innermost section that has one.
  public var role: String?
  /// The number at the head of the text.
  public var number: HeadingNumber?
  /// The table that it belongs to, as an index into ``Facts/tables``.
  public var table: Int?
  /// For cells, the 0-based row and column; head rows are counted before the body's.
  public var row: Int?
  public var column: Int?

  public init(kind: Kind, text: TracedText, role: String? = nil, number: HeadingNumber? = nil) {
    self.kind = kind
    self.text = text
    self.role = role
    self.number = number
  }
}

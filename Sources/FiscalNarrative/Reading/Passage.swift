public import FiscalModel
public import FiscalText

/// A stretch of running text with its place in the report: what rules about words and sentences
/// look at. A class, since a report has thousands of them and every rule goes through them.
public final class Passage: Sendable {
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

  public let kind: Kind
  public let text: TracedText
  /// The role of the innermost section that has one.
  public let role: String?
  /// The number at the head of the text.
  public let number: HeadingNumber?
  // A report keeps thousands of these; −1 stands for nil.
  private let storedTable: Int32
  private let storedRow: Int32
  private let storedColumn: Int32

  /// The table that it belongs to, as an index into ``Facts/tables``.
  public var table: Int? { Self.index(storedTable) }
  /// For cells, the 0-based row and column; head rows are counted before the body's.
  public var row: Int? { Self.index(storedRow) }
  public var column: Int? { Self.index(storedColumn) }

  public init(
    kind: Kind, text: TracedText, role: String? = nil, number: HeadingNumber? = nil,
    table: Int? = nil, row: Int? = nil, column: Int? = nil
  ) {
    self.kind = kind
    self.text = text
    self.role = role
    self.number = number
    storedTable = Int32(clamping: table ?? -1)
    storedRow = Int32(clamping: row ?? -1)
    storedColumn = Int32(clamping: column ?? -1)
  }

  private static func index(_ stored: Int32) -> Int? { stored < 0 ? nil : Int(stored) }
}

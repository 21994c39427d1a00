/// A piece of a section.
public enum Block: Sendable {
  /// Running text; a numbered item (1. …) is a paragraph with a number.
  case paragraph(Paragraph)
  case table(Table)
  case figure(Figure)
  case glossaryEntry(GlossaryEntry)
  /// What could not be placed; kept, and listed by `gongkai import`.
  case unrecognised(Unrecognised)

  /// What of the block was not read or not understood; nil if all of it was.
  public var unread: Unrecognised? {
    switch self {
    case .unrecognised(let unknown): unknown
    case .figure(let figure): figure.unreadReason.map { Unrecognised(figure.mark, reason: $0) }
    case .paragraph, .table, .glossaryEntry: nil
    }
  }
}

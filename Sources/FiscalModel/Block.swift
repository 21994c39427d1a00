/// A piece of a section.
public enum Block: Sendable {
  /// Running text; a numbered item (1. …) is a paragraph with a number.
  case paragraph(Paragraph)
  case table(Table)
  case figure(Figure)
  case glossaryEntry(GlossaryEntry)
  /// What could not be placed; kept, and listed by `gongkai import`.
  case unrecognised(Unrecognised)
}

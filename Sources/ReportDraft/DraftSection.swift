internal import FiscalModel

/// The template of a part or section.
struct DraftSection: Sendable {
  enum Entry: Sendable {
    case paragraph(DraftParagraph)
    /// All tables of a kind.
    case tables(Table.Kind)
  }

  var role: String
  var title: String
  /// 1 for a part.
  var level: Int
  var entries: [Entry]
}

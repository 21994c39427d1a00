/// A paragraph of a section's template.
struct DraftParagraph: Sendable {
  /// A stretch of text that is printed or left out as a whole.
  struct Fragment: Sendable {
    var when: DraftGuard
    var pieces: [TextPiece]
    /// Set for the parts of a list.
    var list: ListStyle?
  }

  /// What stands between the parts of a list and behind the last one.
  struct ListStyle: Sendable {
    var separator: String
    var end: String
  }

  var when: DraftGuard
  var fragments: [Fragment]
}

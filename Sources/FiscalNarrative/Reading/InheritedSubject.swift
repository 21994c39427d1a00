/// The subject that headings and earlier items hand down to a passage.
struct InheritedSubject: Sendable {
  /// The subject of the heading around the passage.
  var subject: Subject?
  /// Whether a heading is the name of another body than the one that reports.
  var isOfOtherBody = false
  /// Whether a heading names something that the section does not speak of: a project.
  var isOfOtherThing = false
  /// The 类 and 款 named last, for items that name only 款 and 项.
  private var category = ""
  private var subcategory = ""

  /// A path with the levels above filled in from those named before it.
  func completed(_ path: ClassificationPath) -> ClassificationPath {
    // 2050201学前教育: the code tells the levels above it.
    if path.code.utf8.count == Self.itemCodeLength { return path }
    var path = path
    if path.category.isEmpty { path.category = category }
    if path.subcategory.isEmpty, !path.item.isEmpty { path.subcategory = subcategory }
    return path
  }

  private static let itemCodeLength = 7

  mutating func remember(_ path: ClassificationPath) {
    if !path.category.isEmpty { category = path.category }
    subcategory = path.subcategory
  }
}

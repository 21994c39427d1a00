/// A heading or a line over a table that waits for what it stands over: only then is it known on
/// which page, and how wide, it is set.
struct PendingBlock {
  var paragraph: ShapedParagraph
  var textStyle: TextStyle
  var form: Composer.LineForm
  var element: Int
  var anchor: Int?
  var spaceBefore = 0.0
  var spaceAfter = 0.0
  /// Whether the next block stands on the same line.
  var sharesLine = false
  /// Whether its lines are as close as those of a table.
  var isCompact = false

  init(
    _ paragraph: ShapedParagraph, _ textStyle: TextStyle, _ form: Composer.LineForm, element: Int
  ) {
    self.paragraph = paragraph
    self.textStyle = textStyle
    self.form = form
    self.element = element
  }
}

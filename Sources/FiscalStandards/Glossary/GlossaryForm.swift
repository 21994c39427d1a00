/// What a form wants of the glossary, as `glossary.txt` says it.
public struct GlossaryForm: Sendable {
  /// Whether each functional 项 with an amount must be explained too.
  public var explainsEachItem = false
  public var terms: [GlossaryTerm] = []
  /// The terms that are out of use.
  public var retired: [RetiredTerm] = []
}

extension Layout {
  /// What the layout wants of the glossary, its parents' wishes included.
  ///
  /// - Throws: a ``LayoutError`` with the place in `glossary.txt` that is wrong.
  public func glossary() throws(LayoutError) -> GlossaryForm {
    var form = GlossaryForm()
    for file in try dataFiles("glossary.txt") {
      try GlossaryFileReader(file).read(into: &form)
    }
    return form
  }
}

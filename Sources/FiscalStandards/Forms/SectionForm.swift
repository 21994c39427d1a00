/// A part or section as a form prescribes it.
public struct SectionForm: Sendable {
  /// The id that rules use, `narrative.totals`; children extend their parent's with a dot.
  public var role: String
  /// The official heading without number, and the other headings under which it is printed.
  public var titles: [String]
  public var isRequired: Bool
  public var sections: [SectionForm]

  public init(
    role: String, titles: [String], isRequired: Bool = false, sections: [SectionForm] = []
  ) {
    self.role = role
    self.titles = titles
    self.isRequired = isRequired
    self.sections = sections
  }
}

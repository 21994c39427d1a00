/// A term that a form wants explained.
public struct GlossaryTerm: Sendable {
  /// When the term must be explained.
  public enum Need: Sendable {
    case always
    /// When the narrative or a table uses it.
    case whenUsed
    /// When one of the cells is not zero.
    case whenPrinted([Address])
  }

  public var name: String
  public var otherNames: [String]
  public var need: Need

  /// Whether a printed term is this one, spaces, quotation marks and widths aside.
  public func isNamed(_ term: String) -> Bool {
    let wanted = Name(term)
    return Name(name) == wanted || otherNames.contains { Name($0) == wanted }
  }
}

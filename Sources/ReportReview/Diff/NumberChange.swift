public import FiscalModel
public import ReportLint

/// A number that differs between two versions, with the sentences that should have followed it.
public struct NumberChange: Sendable {
  /// A sentence that stands in both versions word for word although a number that it hangs
  /// together with changed.
  public struct Sentence: Sendable {
    public var text: String
    public var location: Location
    /// What became of the number that hangs together with the changed one.
    public var state: NumberRecord.State
  }

  /// What the number says, in Chinese; empty where that is not known.
  public var meaning: String
  public var old: String
  public var new: String
  /// Its place in the new version.
  public var location: Location
  /// Whether it stands in a table.
  public var isCell: Bool
  public var unchanged: [Sentence]
}

public import FiscalText

/// An input file of a report.
public struct ReportSource: Sendable {
  public var path: String
  /// The text, for the formats whose places are lines and columns; else nil.
  public var text: SourceText?

  public init(path: String, text: SourceText? = nil) {
    self.path = path
    self.text = text
  }
}

public import FiscalText

/// A chart or picture.
public struct Figure: Sendable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case bar, groupedBar, pie, ring, line
    /// A picture in the input that holds no data for us (`[image: …]`).
    case picture
  }

  public struct Series: Sendable {
    public var name: String
    /// One a label; nil where the cell is empty.
    public var values: [PrintedNumber?]

    public init(name: String, values: [PrintedNumber?]) {
      self.name = name
      self.values = values
    }
  }

  public var kind: Kind
  /// The caption as printed, number included (图1 …); nil if there is none.
  public var caption: TracedText?
  /// The text that stands for the figure in the input.
  public var mark: TracedText
  public var labels: [String]
  public var series: [Series]
  public var unit: String?
  /// Why what the picture shows was not read, in Chinese: an embedded file, a page that was scanned;
  /// nil for a picture that says nothing.
  public var unreadReason: String?

  public init(kind: Kind, mark: TracedText, caption: TracedText? = nil) {
    self.kind = kind
    self.mark = mark
    self.caption = caption
    labels = []
    series = []
  }
}

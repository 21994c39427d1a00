/// The printed contents list (目录).
public struct ContentsList: Sendable {
  public struct Entry: Sendable {
    /// The entry without leader dots and page number.
    public var title: TracedText
    /// The printed page number, if there is one.
    public var page: Int?

    public init(title: TracedText, page: Int? = nil) {
      self.title = title
      self.page = page
    }
  }

  public var heading: TracedText?
  public var entries: [Entry]

  public init(heading: TracedText? = nil, entries: [Entry] = []) {
    self.heading = heading
    self.entries = entries
  }
}

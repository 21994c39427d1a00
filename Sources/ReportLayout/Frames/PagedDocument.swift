/// A laid-out report: pages, tag tree, bookmarks. All that a PDF writer needs, and no PDF.
public struct PagedDocument: Sendable {
  /// A place that links and bookmarks go to.
  public struct Anchor: Hashable, Sendable {
    /// 0-based.
    public var page: Int
    /// From the top of the page, in points.
    public var y: Double

    public init(page: Int, y: Double) {
      self.page = page
      self.y = y
    }
  }

  public struct Bookmark: Hashable, Sendable {
    public var title: String
    /// 0 for the outermost.
    public var level: Int
    public var anchor: Int

    public init(title: String, level: Int, anchor: Int) {
      self.title = title
      self.level = level
      self.anchor = anchor
    }
  }

  public var title: String
  public var author: String
  public var subject: String
  public var frames: [Frame]
  public var elements: [StructureElement]
  public var anchors: [Anchor]
  public var bookmarks: [Bookmark]

  public init(title: String, author: String = "", subject: String = "") {
    self.title = title
    self.author = author
    self.subject = subject
    frames = []
    elements = []
    anchors = []
    bookmarks = []
  }
}

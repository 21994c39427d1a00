public import FiscalStandards
public import FiscalText

/// How a report is to be read.
public struct ReadOptions: Sendable {
  /// The layouts by which tables and sections are recognised; without them nothing is bound, and
  /// lost columns stay uncertain.
  public var library: LayoutLibrary?
  /// The layout to take, such as `final-accounts/dalian`; nil to find it out.
  public var layout: String?
  /// Told the layout that the document probably follows, and then the one that it does, long before
  /// the report is read: whoever needs more of the layout's data can begin to read it. It may be
  /// told on any thread.
  public var layoutFound: (@Sendable (Layout) -> Void)?
  /// How many processors may work on a document.
  public var threads = Threads()
  /// Whether what the report was made of is left to the end of the process, for a process that ends
  /// behind it: to free it piece by piece takes longer.
  public var keepsInput = false

  public init(library: LayoutLibrary? = nil, layout: String? = nil) {
    self.library = library
    self.layout = layout
  }
}

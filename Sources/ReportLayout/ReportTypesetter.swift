public import FiscalModel
public import FiscalText
public import Typography

/// Sets a report as pages.
public struct ReportTypesetter<Shaper: TextShaper> {
  public let style: PageStyle
  /// The shaper, which knows after ``typeset(_:)`` which glyphs are used.
  public private(set) var shaper: Shaper
  /// The characters of the last report that no face has, in reading order.
  public private(set) var missing: [MissingCharacter] = []

  private let threads: Threads

  /// - Parameter threads: whether several processors may work on a report.
  public init(style: PageStyle, shaper: Shaper, threads: Threads = Threads()) {
    self.style = style
    self.shaper = shaper
    self.threads = threads
  }

  /// Sets a report. Look at ``missing`` before the pages are written: characters without a glyph
  /// are left out of them.
  public mutating func typeset(_ report: Report) -> PagedDocument {
    let box = ShaperBox(shaper)
    var composer = Composer(style: style, shaper: box, threads: threads)
    let document = composer.compose(report)
    missing = composer.missing
    shaper = box.shaper
    return document
  }
}

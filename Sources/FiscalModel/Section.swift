public import FiscalText

/// A part (第一部分) or section (一、, （一）) with its heading, its own blocks, and its
/// subsections behind them.
public struct Section: Sendable {
  /// The whole heading as printed, number included; nil for text before the first heading.
  public var heading: TracedText?
  /// The number at the head of ``heading``.
  public var number: HeadingNumber?
  /// What the section is in its form, such as `narrative` or `narrative.totals`; nil if unknown.
  public var role: String?
  public var blocks: [Block]
  public var sections: [Section]

  public init(heading: TracedText? = nil, number: HeadingNumber? = nil, role: String? = nil) {
    self.heading = heading
    self.number = number
    self.role = role
    blocks = []
    sections = []
  }

  /// The heading without its number and the spaces around it.
  public var title: TracedText? {
    guard let heading else { return nil }
    return heading.slice((number?.range.upperBound ?? 0)..<heading.utf8.count).trimmed()
  }
}

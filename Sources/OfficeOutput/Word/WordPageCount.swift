internal import FiscalText

/// Counts the pages of a document as it is written, so that the contents list has page numbers
/// before a word processor has set it. Lengths are in twentieths of a point.
struct WordPageCount {
  /// The number of the page that is being filled.
  private(set) var number = 1
  private var page = WordPage.portrait
  /// How far it is filled.
  private var filled = 0

  /// Starts a new page, if anything stands on the last one.
  mutating func startPage(_ page: WordPage? = nil) {
    if filled > 0 { number += 1 }
    filled = 0
    if let page { self.page = page }
  }

  /// Adds lines, which go on over pages.
  mutating func add(lines: Int, height: Int) {
    for _ in 0..<lines { add(height: height) }
  }

  /// Adds something that stands on one page.
  ///
  /// - Returns: whether it starts a new page.
  @discardableResult
  mutating func add(height: Int) -> Bool {
    let breaks = filled > 0 && filled + height > page.textHeight
    if breaks { startPage() }
    filled += height
    return breaks
  }

  /// Starts a new page where something does not fit on this one as a whole.
  mutating func keepTogether(height: Int) {
    if filled + height > page.textHeight { startPage() }
  }

  /// How many lines a text takes.
  ///
  /// - Parameters:
  ///   - size: in half points.
  ///   - indent: of the first line, in half widths of a character.
  static func lines(_ text: String, size: Int, width: Int, indent: Int = 0) -> Int {
    let places = max(1, width / (size * 5))
    return text.split(separator: "\n").reduce(0) { sum, line in
      sum + max(1, (min(terminalWidth(String(line)), 1_000_000) + indent + places - 1) / places)
    }
  }
}

internal import Typography

/// How a report looks on paper. The defaults are those of an official document
/// (GB/T 9704-2012): A4, a text block of 28 characters by 22 lines.
public struct PageStyle: Hashable, Sendable {
  /// Where a part (第一部分) starts.
  public enum PartStart: String, Sendable, CaseIterable {
    case page = "新页"
    /// On a right-hand page; a blank page without number goes before it where needed.
    case oddPage = "单页"
    case flow = "接排"
  }

  /// Whether amounts in tables get thousands separators.
  public enum Grouping: String, Sendable, CaseIterable {
    case asPrinted = "照原样"
    case always = "加"
    case never = "不加"
  }

  public var name = "公文"

  // The sheet, in points. Margins are those of a right-hand portrait page.
  public var pageWidth = 210 * TypeSize.millimetre
  public var pageHeight = 297 * TypeSize.millimetre
  public var topMargin = 37 * TypeSize.millimetre
  public var bottomMargin = 35 * TypeSize.millimetre
  /// The margin at the binding edge (订口): left on odd pages.
  public var innerMargin = 28 * TypeSize.millimetre
  /// The margin at the fore edge (切口).
  public var outerMargin = 26 * TypeSize.millimetre
  /// Whether sheets are printed on both sides, so that even pages mirror odd ones.
  public var isTwoSided = true
  /// Whether every line stands on the line grid of the page.
  public var hasGrid = true
  /// The distance between the baselines of two lines of running text, in points.
  public var linePitch = 29.53
  /// Characters in a line of running text; nil for as many as the text block holds.
  public var lineCharacters: Int? = 28

  // Kinds of text.
  public var coverTitle = TextStyle(.title, size: 26)
  public var coverLine = TextStyle(.body, size: 15.75)
  public var part = TextStyle(.title, size: 22)
  /// 一、 headings and the heading of the contents list.
  public var heading = TextStyle(.heading, size: 15.75)
  /// （一） headings.
  public var subheading = TextStyle(.subheading, size: 15.75)
  /// 1. headings and deeper ones.
  public var minorHeading = TextStyle(.body, size: 15.75, isBold: true)
  public var body = TextStyle(.body, size: 15.75)
  /// A term of the glossary.
  public var term = TextStyle(.heading, size: 15.75)
  public var contentsPart = TextStyle(.heading, size: 14)
  public var contentsEntry = TextStyle(.body, size: 14)
  public var tableTitle = TextStyle(.heading, size: 15.75)
  public var tableHead = TextStyle(.heading, size: 10.5)
  public var tableText = TextStyle(.table, size: 10.5)
  /// Public number, department, unit, and notes under a table.
  public var tableLine = TextStyle(.table, size: 10.5)
  public var caption = TextStyle(.heading, size: 12)
  public var chartText = TextStyle(.table, size: 9)
  public var pageNumber = TextStyle(.table, size: 14)
  /// The running head; used only where there is one.
  public var runningHead = TextStyle(.table, size: 9)

  // Lines.
  public var breakLevel = LineBreakLevel.basic
  /// The indent of a paragraph's first line, in characters.
  public var firstLineIndent = 2.0
  /// The space between Han characters and Latin letters or digits, in ems.
  public var latinSpace = 0.25
  /// Whether numbered items hang: their later lines start behind the number.
  public var hangsNumbers = false

  // Pages.
  public var partStart = PartStart.page
  public var hasPageNumbers = true
  /// How far the page number stands below the text block, in points (7 mm).
  public var pageNumberDistance = 7 * TypeSize.millimetre
  /// Text at the head of every numbered page; empty for none.
  public var runningHeadText = ""
  /// How many levels of headings the contents list shows when the report has none of its own;
  /// 0 for no contents list.
  public var contentsDepth = 2

  // Tables.
  /// The smallest size that a wide table may be set in, in points.
  public var tableMinimumSize = 7.5
  public var tableLineSpacing = 1.3
  /// Blank beside and above the text of a cell, in points.
  public var cellPadding = 3.0
  public var tableRule = 0.5
  /// The rule around a table.
  public var tableFrame = 0.8
  public var shadesTableHeads = false
  public var shadesTopLevels = false
  /// How far 款 and 项 are indented under 类, in characters a level.
  public var levelIndent = 1.0
  public var grouping = Grouping.asPrinted

  public init() {}

  public var textHeight: Double { pageHeight - topMargin - bottomMargin }

  /// The width of a line of running text.
  public var textWidth: Double {
    let block = pageWidth - innerMargin - outerMargin
    guard let lineCharacters else { return block }
    return min(block, Double(lineCharacters) * body.size)
  }

  /// The height of a line of text of a size: whole grid lines, or in proportion to running text.
  func lineHeight(_ size: Double) -> Double {
    guard size > body.size else { return hasGrid ? linePitch : linePitch * size / body.size }
    let natural = size * 1.2
    guard hasGrid else { return max(natural, linePitch * size / body.size * 0.9) }
    return linePitch * Double(max(1, wholeNumber(above: natural / linePitch - 0.01)))
  }
}

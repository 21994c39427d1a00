public import FiscalModel
public import ReportLayout
internal import Typography

/// Short notes in the margins of a marked PDF: which margin has room, how long they may be, and
/// where they stand so that none covers another one or the page's own text.
public struct MarginNotes {
  /// Where a note stands, from the top left corner of its page, in points.
  public struct Place: Sendable {
    /// The sheet that it is printed on, and the page of that.
    public var sheet: Int
    public var frame: Int
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
  }

  /// Notes of one width, printed as a document of a page each.
  public struct Sheet {
    public var width: Double
    /// The notes that are printed, by page and by their place among its marks.
    var notes: [(page: Int, mark: Int)]
    public var report: Report
  }

  /// A margin that is used.
  private struct Strip {
    var x: Double
    var sheet: Int
    var height: Double
  }

  private static let widths = [92.0, 76, 60, 46]
  private static let size = 7.0
  private static let pitch = 9.2
  private static let gap = 2.5
  private static let edge = 4.0
  /// How much of a message may stand there: the first that leaves room for all of a page.
  private static let lengths = [64, 40, 24, 0]

  public private(set) var sheets: [Sheet] = []
  private var strips: [Int: Strip] = [:]
  private let tops: [Int: [Double]]

  /// - Parameter margins: of the pages that have marks, by number.
  public init(_ marks: PDFMarks, margins: [Int: PageMargin]) {
    tops = marks.pages.mapValues { $0.map { $0.boxes.first?.y ?? 0 } }
    sheets = Self.widths.map { Sheet(width: $0, notes: [], report: Report()) }
    for (page, entries) in marks.pages.sorted(by: { $0.key < $1.key }) {
      guard let margin = margins[page] else { continue }
      add(entries.map(\.note), page: page, margin)
    }
  }

  private mutating func add(_ notes: [ReviewNote], page: Int, _ margin: PageMargin) {
    let right = margin.width - margin.inkRight
    // At the right, where notes are looked for, unless only the left margin has room for words.
    let isRight = right >= min(margin.inkLeft, Self.widths[1])
    let room = (isRight ? right : margin.inkLeft) - 2 * Self.edge
    guard let sheet = Self.widths.firstIndex(where: { $0 <= room }) else { return }
    let width = Self.widths[sheet]
    let x = isRight ? margin.inkRight + (right - width) / 2 : (margin.inkLeft - width) / 2
    let longest = Self.lengths.first { length in
      let height = notes.reduce(0) { $0 + Self.height(of: $1, length, width) + Self.gap }
      return height <= margin.height - 4 * Self.edge
    }
    guard let length = longest else { return }
    strips[page] = Strip(x: x, sheet: sheet, height: margin.height)
    for (mark, note) in notes.enumerated() {
      sheets[sheet].notes.append((page, mark))
      let paragraph = Paragraph(
        TracedText(Self.text(note, length), place: .none), alignment: .left)
      var section = Section()
      section.blocks = [.paragraph(paragraph)]
      sheets[sheet].report.parts.append(section)
    }
  }

  private static func text(_ note: ReviewNote, _ length: Int) -> String {
    guard length > 0 else { return String(note.number) }
    let message =
      note.message.count > length ? note.message.prefix(length) + "…" : note.message[...]
    return "\(note.number) \(message)"
  }

  /// An upper bound of a note's height before it is set.
  private static func height(of note: ReviewNote, _ length: Int, _ width: Double) -> Double {
    let text = text(note, length)
    let ems = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 0.6 : 1) }
    return ((ems / (width / size - 1.5)).rounded(.up) + 0.5) * pitch
  }

  /// How the notes of a sheet are printed: a page as wide as the margin for each.
  public func style(of sheet: Int) -> PageStyle {
    var style = PageStyle()
    style.pageWidth = sheets[sheet].width
    style.pageHeight = 40 * Self.pitch
    style.topMargin = 0
    style.bottomMargin = 0
    // The bar in the colour of the severity stands at the left.
    style.innerMargin = 3
    style.outerMargin = 0
    style.isTwoSided = false
    style.hasGrid = false
    style.linePitch = Self.pitch
    style.lineCharacters = nil
    style.body = TextStyle(.table, size: Self.size)
    style.firstLineIndent = 0
    style.partStart = .page
    style.hasPageNumbers = false
    style.contentsDepth = 0
    return style
  }

  /// The places of the notes, by page and in the order of its marks.
  ///
  /// - Parameter printed: the sheets as they were set; nil for one without notes.
  public func places(_ printed: [PagedDocument?]) -> [Int: [Place]] {
    var places: [Int: [Place]] = [:]
    for (number, sheet) in sheets.enumerated() {
      guard let document = printed[number], document.frames.count == sheet.notes.count else {
        continue
      }
      for (frame, note) in sheet.notes.enumerated() {
        guard let strip = strips[note.page], let top = tops[note.page]?[note.mark] else { continue }
        places[note.page, default: []].append(
          Place(
            sheet: number, frame: frame, x: strip.x, y: top, width: sheet.width,
            height: Self.height(of: document.frames[frame])))
      }
    }
    for (page, notes) in places {
      guard let strip = strips[page] else { continue }
      places[page] = Self.stacked(notes, height: strip.height)
    }
    return places
  }

  private static func height(of frame: Frame) -> Double {
    frame.items.reduce(pitch) { height, item in
      guard case .glyphs(_, let origin, _) = item else { return height }
      return max(height, origin.y + 0.3 * size)
    }
  }

  /// Each note beside its mark, or below the note before it; from the end of the page back up
  /// where there is no room left.
  private static func stacked(_ notes: [Place], height: Double) -> [Place] {
    var notes = notes
    let order = notes.indices.sorted { (notes[$0].y, $0) < (notes[$1].y, $1) }
    var free = edge
    for index in order {
      notes[index].y = max(notes[index].y, free)
      free = notes[index].y + notes[index].height + gap
    }
    var floor = height - edge
    for index in order.reversed() {
      notes[index].y = min(notes[index].y, floor - notes[index].height)
      floor = notes[index].y - gap
    }
    return notes
  }
}

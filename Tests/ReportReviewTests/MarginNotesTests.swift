import FiscalModel
import ReportLayout
import ReportLint
import Testing
import Typography

@testable import ReportReview

@Suite("Notes in the margin of a marked PDF")
struct MarginNotesTests {
  private func marks(_ tops: [Double], message: String = "收入总计与公开01不符") -> PDFMarks {
    let notes = tops.enumerated().map { index, top in
      ReviewNote(
        number: index + 1, severity: .error,
        location: .page(
          path: "a.pdf", number: 1, box: Box(x: 90, y: top, width: 40, height: 12)),
        quote: "", spot: nil, message: message, text: message)
    }
    return PDFMarks(notes, file: 0, path: "a.pdf")
  }

  private func margin(left: Double, right: Double) -> [Int: PageMargin] {
    [1: PageMargin(width: 595, height: 842, inkLeft: left, inkRight: 595 - right)]
  }

  /// Sheets as if each note were some lines high.
  private func printed(_ notes: MarginNotes, height: Double) -> [PagedDocument?] {
    notes.sheets.map { sheet in
      guard !sheet.report.parts.isEmpty else { return nil }
      var document = PagedDocument(title: "")
      document.frames = sheet.report.parts.map { _ in
        Frame(
          width: sheet.width, height: 400,
          items: [
            .glyphs(
              .init(face: 0, size: 7, glyphs: [], text: []), origin: Point(0, height),
              colour: .black)
          ])
      }
      return document
    }
  }

  @Test func `notes stand beside their marks, clear of each other, of the text and of the edge`()
    throws
  {
    let tops = [100.0, 104, 104, 800, 806, 810]
    let notes = MarginNotes(marks(tops), margins: margin(left: 80, right: 80))
    let places = try #require(notes.places(printed(notes, height: 30))[1])
    #expect(places.count == tops.count && places[0].y == 100)
    let sorted = places.sorted { $0.y < $1.y }
    for (upper, lower) in zip(sorted, sorted.dropFirst()) {
      #expect(upper.y + upper.height < lower.y)
    }
    for place in places {
      #expect(place.x > 595 - 80 && place.x + place.width < 595)
      #expect(place.y >= 0 && place.y + place.height <= 842)
    }
  }

  @Test func `a margin at the left is used where the right one has no room`() throws {
    let notes = MarginNotes(marks([100]), margins: margin(left: 90, right: 12))
    let place = try #require(notes.places(printed(notes, height: 20))[1]?.first)
    #expect(place.x >= 0 && place.x + place.width < 90)
  }

  @Test func `without room for words nothing is printed, and the number stands alone`() {
    let notes = MarginNotes(marks([100]), margins: margin(left: 30, right: 30))
    #expect(notes.sheets.allSatisfy { $0.report.parts.isEmpty })
    #expect(notes.places(printed(notes, height: 20)).isEmpty)
  }

  @Test func `crowded pages get shorter notes, down to the numbers`() {
    let message = String(repeating: "数与表不符，", count: 10)
    func length(_ count: Int) -> Int {
      let notes = MarginNotes(
        marks(Array(repeating: 100, count: count), message: message),
        margins: margin(left: 80, right: 80))
      let texts = notes.sheets.flatMap { $0.report.parts.flatMap(\.blocks) }
      return texts.reduce(0) { longest, block in
        guard case .paragraph(let paragraph) = block else { return longest }
        return max(longest, paragraph.text.string.count)
      }
    }
    #expect(length(2) > 60 && length(12) < length(2) && length(45) == 2)
  }

  @Test func `the edges of a page's ink are read by its number`() {
    let margins = PageMargin.margins([UInt8]("0 595 842 88 500\nx\n3 842 595 10 840\n".utf8))
    #expect(margins[1]?.inkRight == 500 && margins[4]?.width == 842 && margins.count == 2)
  }
}

import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct ExcerptTests {
  private static let document: PagedDocument = {
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    return typesetter.typeset(SampleReport.make())
  }()

  @Test(arguments: [[0..<1], [1..<2], [2..<5, 7..<8], [6..<1_000]])
  func pagesKeepTheirNumbersAndLoseWhatLeadsElsewhere(_ pages: [Range<Int>]) {
    let whole = Self.document
    let excerpt = whole.excerpt(pages: pages)
    let kept = whole.frames.indices.filter { page in pages.contains { $0.contains(page) } }
    #expect(excerpt.frames.map(\.label) == kept.map { whole.frames[$0].label })
    #expect(FrameAudit(excerpt, style: PageStyle()).faults.map(\.description) == [])
    #expect(excerpt.elements.count < whole.elements.count)
    #expect(excerpt.bookmarks.allSatisfy { excerpt.anchors.indices.contains($0.anchor) })
    for link in excerpt.elements.indices where excerpt.elements[link].role == .link {
      let items = excerpt.frames.flatMap(\.items)
      #expect(
        items.contains { if case .link(_, _, _, _, _, link) = $0 { true } else { false } })
    }
  }

  @Test func rowsOfATableThatGoesOnAreReadUnderTheirHeads() throws {
    let whole = Self.document
    let continued = try #require(
      whole.frames.indices.first { page in
        PageReading(whole.frames[page]).artifacts.contains { $0.text == "续表" }
      })
    let excerpt = whole.excerpt(pages: [continued..<(continued + 1)])
    let heads = excerpt.elements.indices.filter { excerpt.elements[$0].role == .tableHead }
    #expect(heads.count == 1)
    let cells = excerpt.elements.filter { $0.role == .tableHeader && $0.scope == .column }
    #expect(cells.count > 3)
    #expect(excerpt.elements.contains { $0.role == .tableData && !$0.headers.isEmpty })
  }

  @Test func noPageAtAllIsAnEmptyDocument() {
    #expect(Self.document.excerpt(pages: [900..<901]).frames.isEmpty)
  }
}

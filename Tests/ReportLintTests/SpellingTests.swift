import FiscalModel
import FiscalStandards
import FoundationEssentials
import Testing

@testable import ReportLint

@Suite("The words of spelling.txt and their misspellings")
struct SpellingTests {
  private static func spelling() throws -> Spelling {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    return try Wording(layouts.layout("final-accounts")).spelling
  }

  @Test("No misspelling is a word, and its correction is one")
  func misspellings() throws {
    let spelling = try Self.spelling()
    var count = 0
    spelling.visitMisspellings { slip in
      count += 1
      let pair = String(scalars: [slip.first, slip.second])
      #expect(!spelling.words.has(slip.first, slip.second), "\(pair)")
      let isCorrected =
        slip.isFirstWrong
        ? spelling.words.has(slip.right, slip.second) : spelling.words.has(slip.first, slip.right)
      #expect(isCorrected, "\(pair)")
    }
    #expect(count > 5000)
  }

  @Test("Words of two characters, of one, and such as may follow themselves")
  func words() throws {
    let spelling = try Self.spelling()
    func scalars(_ word: String) -> [UInt32] { word.scalarValues }
    #expect(spelling.words.has(scalars("预算")[0], scalars("预算")[1]))
    #expect(!spelling.words.has(scalars("算预")[0], scalars("算预")[1]))
    #expect(spelling.words.has(scalars("车")[0]))
    #expect(!spelling.words.has(scalars("预")[0]))
    #expect(spelling.words.canFollowItself(scalars("规定")[0], scalars("规定")[1]))
    #expect(!spelling.words.canFollowItself(scalars("日常")[0], scalars("日常")[1]))
  }
}

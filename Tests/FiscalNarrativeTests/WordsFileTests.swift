import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import FiscalNarrative

/// The words around numbers are data: a bureau's `words.txt` adds its own.
struct WordsFileTests {
  private static let bureau = "[布局]\n名称：部门决算（云汀市）\n继承：final-accounts\n"
  private static let sentence = "青榆柳浪坊2024年度本年收入合计100.00万元。"

  /// The words of a layout of a bureau's own.
  private func vocabulary(_ words: String, concepts: String = "") throws -> Vocabulary {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)/云汀市")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [("layout.txt", Self.bureau), ("words.txt", words), ("concepts.txt", concepts)]
    for (name, text) in files where !text.isEmpty {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var library = try LayoutLibrary(path: root.appendingPathComponent("Layouts").path)
    let name = try library.add(folder: folder.path)
    return try VocabularyReader.vocabulary(for: library.layout(name))
  }

  private func isBody(_ words: String) throws -> Bool {
    let text = [UInt8](Self.sentence.utf8)
    let end = try #require(text.firstOffset(of: [UInt8]("2024".utf8)))
    return try vocabulary(words).isBody(text, before: end)
  }

  @Test func `a bureau adds how the names of its bodies end`() throws {
    #expect(try !isBody("[名称]\n结尾：堂"))
    #expect(try isBody("[名称]\n结尾：堂 | 柳浪坊"))
  }

  @Test func `a bureau adds words of a list, the longest of which goes first`() throws {
    let words = try vocabulary("[等次]\n写法：档次评定为").words(.grading).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(words.first == "档次评定为" && words.contains("等级为"))
  }

  @Test func `a concept says that it is a balance`() throws {
    let concepts = "[概念 柳浪余款]\n名称：柳浪余款\n结转结余：是\n\n[概念 柳浪修缮费]\n名称：柳浪修缮费"
    let vocabulary = try vocabulary("", concepts: concepts)
    #expect(vocabulary.isBalance(.concept("柳浪余款")))
    #expect(!vocabulary.isBalance(.concept("柳浪修缮费")) && !vocabulary.isBalance(nil))
  }

  @Test func `a wrong key is told with its place`() throws {
    let error = try #require(throws: LayoutError.self) { try vocabulary("[名称]\n开头：某") }
    #expect("\(error)".hasSuffix("words.txt:2:1：不认识的键“开头”，可用的是：结尾、所属单位"))
  }

  @Test func `a concept has all names that are written as one`() throws {
    let concepts = "[概念 柳浪修缮费]\n名称：〔柳浪、浪坊〕修缮〔费、支出〕"
    let vocabulary = try vocabulary("", concepts: concepts)
    for name in ["柳浪修缮费", "柳浪修缮支出", "浪坊修缮费", "浪坊修缮支出"] {
      #expect(vocabulary.isConcept(name: name), "\(name)")
    }
  }

  @Test func `words that differ in a part alone are written as one`() throws {
    let vocabulary = try vocabulary("[关系]\n其中：柳浪〔分类、〕看")
    for word in ["柳浪分类看", "柳浪看"] {
      let found = vocabulary.lexicon.longest([UInt8](word.utf8), at: 0)
      #expect(found?.length == word.utf8.count && found?.term == .word(.ofWhich), "\(word)")
    }
  }

  @Test func `a concept of a bureau says only what differs`() throws {
    let concepts = "[概念 公务接待费]\n决算数：公开09单栏!决算数.公务接待费"
    let (own, general) = (
      try vocabulary("", concepts: concepts), try vocabulary("[名称]\n结尾：堂")
    )
    let (concept, whole) = (
      try #require(own.concept("公务接待费")), try #require(general.concept("公务接待费"))
    )
    #expect(concept.formulas[.finalAmount] == [try Formula("公开09单栏!决算数.公务接待费")])
    #expect(concept.formulas[.originalBudget] == whole.formulas[.originalBudget])
    #expect(concept.parts == whole.parts && concept.sections == whole.sections)
    #expect(own.names(of: "公务接待费") == general.names(of: "公务接待费"))
  }

  @Test func `a bracket without partner in a name is told with its place`() throws {
    let error = try #require(throws: LayoutError.self) {
      try vocabulary("", concepts: "[概念 柳浪修缮费]\n名称：柳浪修缮费 | 〔柳浪、浪坊修缮费")
    }
    #expect("\(error)".contains("concepts.txt:2:12：〔〕应当成对"))
  }
}

import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import FiscalNarrative

/// What sentences mean, read with the words of the national final accounts.
struct NarrativeReaderTests {
  private static func facts(
    _ sentence: String, role: String, year: Int? = 2024
  ) throws -> Facts {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let library = try LayoutLibrary(path: root.appendingPathComponent("Layouts").path)
    let vocabulary = try VocabularyReader.vocabulary(for: library.layout("final-accounts"))
    var report = Report()
    report.year = year
    var section = Section(role: role)
    section.blocks = [.paragraph(Paragraph(TracedText(sentence)))]
    report.parts = [section]
    return NarrativeReader.facts(of: report, vocabulary: vocabulary)
  }

  private static func meanings(
    _ sentence: String, role: String, year: Int? = 2024
  ) throws -> [Meaning?] {
    try facts(sentence, role: role, year: year).statements
      .filter { $0.quantity.interval != nil }.map(\.meaning)
  }

  @Test func `a total, its parts and their shares are bound to their subjects`() throws {
    let meanings = try Self.meanings(
      "本年收入合计1,000.00万元，其中：财政拨款收入900.00万元，占90.00%；其他收入100.00万元，占10.00%。",
      role: "narrative.revenue")
    #expect(
      meanings.map { $0?.subject } == [
        .concept("本年收入合计"), .concept("财政拨款收入"), .concept("财政拨款收入"), .concept("其他收入"),
        .concept("其他收入"),
      ])
    #expect(meanings[2]?.aspect == .share(of: nil))
  }

  @Test func `a change and its rate take the base that the sentence names`() throws {
    let meanings = try Self.meanings(
      "年末结转和结余86.00万元。与2023年度相比，年末结转和结余减少18.00万元，下降17.31%。", role: "narrative.totals")
    #expect(
      meanings.map { $0?.aspect } == [
        .level(.finalAmount), .change(.priorYear), .rate(.priorYear),
      ])
  }

  @Test func `the number of a table is no figure`() throws {
    let facts = try Self.facts("公开 01 表和公开02表列示本年收入合计3.00万元。", role: "narrative.revenue")
    #expect(facts.statements.map(\.quantity.interval).filter { $0 != nil }.count == 1)
  }

  @Test func `a year that lacks its word is one`() throws {
    let facts = try Self.facts("（一）2024本年收入91.00万元，比2023年增加3.00万元。", role: "narrative.totals")
    #expect(facts.statements[0].quantity == .year(2024))
    #expect(facts.statements[1].meaning?.subject == .concept("本年收入合计"))
  }

  @Test(arguments: [
    "（3）2040203治安管理（项）217.40万元。", "治安管理（科目代码2040203）217.40万元。",
    "科目编码2040203-治安管理217.40万元。",
  ])
  func `the code of a 科目 is no number, wherever it stands`(_ sentence: String) throws {
    let facts = try Self.facts(sentence, role: "narrative.general")
    let meaning = try #require(facts.statements.first { $0.quantity.amount != nil }?.meaning)
    guard case .functional(let path) = meaning.subject else {
      Issue.record("\(meaning.subject)")
      return
    }
    #expect(path.code == "2040203")
    #expect(path.last == "治安管理")
  }

  @Test func `what a list tells beside a name is not in it`() throws {
    func subject(_ list: String) throws -> Subject? {
      try Self.meanings(list, role: "narrative.basic").first??.subject
    }
    let named = try subject("人员支出80.00万元，公用支出20.00万元。")
    #expect(named == .concept("人员经费"))
    let narrowed = try subject("人员支出80.00万元，对个人和家庭补助支出6.00万元，公用支出20.00万元。")
    #expect(narrowed?.isUnnamed ?? false)
    let whole = try subject("人员经费86.00万元，其中：工资福利支出80.00万元，对个人和家庭的补助6.00万元。")
    #expect(whole == .concept("人员经费"))
  }

  @Test func `what an amount is explained as has none of the changes of the next sentence`() throws
  {
    let meanings = try Self.meanings(
      "其他收入9.00万元，为“财政拨款收入”“事业收入”之外取得的收入。较2023年度决算数增加1.00万元，增长12.50%。",
      role: "narrative.revenue")
    #expect(meanings.map { $0?.subject } == Array(repeating: .concept("其他收入"), count: 3))
  }

  @Test func `an amount behind what was counted under an unknown name is none of the name before`()
    throws
  {
    let facts = try Self.facts(
      "共有车辆1台，2.80万元；单位价值50万元以上的通用设备2台（套），156.00万元；车辆购置费5.00万元。",
      role: "narrative.other.assets")
    let amounts = facts.statements.filter { $0.quantity.amount != nil }
    #expect(amounts.first { $0.quantity.printed?.description == "156.00" }?.meaning == nil)
    #expect(amounts.last?.meaning != nil)
  }

  @Test func `unknown words before a number leave it without a meaning`() throws {
    let facts = try Self.facts("支出总计9.00万元（含专项支出8.00万元）。", role: "narrative.totals")
    #expect(facts.statements[0].meaning?.subject == .concept("支出总计"))
    #expect(facts.statements[1].meaning == nil)
    #expect(facts.statements[1].unboundReason != nil)
  }

  @Test func `the amount that was completed is a budget`() throws {
    let meanings = try Self.meanings(
      "公务接待费支出决算为3.00万元，完成全年预算4.00万元的75.0%。", role: "narrative.threePublic")
    #expect(
      meanings.map { $0?.aspect } == [
        .level(.finalAmount), .level(.adjustedBudget), .completion(.adjustedBudget),
      ])
  }

  @Test func `a second comparison is with the year that it names`() throws {
    let meanings = try Self.meanings(
      "“三公”经费支出决算为9.00万元，比上年增加1.00万元；比2019年（疫情前）决算数减少3.00万元。",
      role: "narrative.threePublic")
    #expect(meanings[1]?.aspect == .change(.priorYear))
    #expect(meanings[2]?.aspect == .change(.earlierYear))
    #expect(meanings[2]?.year == 2019)
  }

  @Test func `a comparison with the budget behind one with the year before is with this year's`()
    throws
  {
    let meanings = try Self.meanings(
      "“三公”经费支出决算为9.00万元，比上年增加1.00万元，增长12.50%，比年初预算减少3.00万元，下降25.00%。",
      role: "narrative.threePublic")
    #expect(
      meanings.dropFirst().map { $0?.aspect } == [
        .change(.priorYear), .rate(.priorYear), .change(.originalBudget), .rate(.originalBudget),
      ])
  }

  @Test func `what a list compares with is said once`() throws {
    let meanings = try Self.meanings(
      "“三公”经费支出比年初预算减少3.00万元。其中：公务用车运行维护费支出4.00万元，减少2.00万元；公务接待费支出1.00万元，减少1.00万元。",
      role: "narrative.threePublic")
    #expect(meanings[2]?.aspect == .change(.originalBudget))
    #expect(meanings[4]?.aspect == .change(.originalBudget))
  }

  @Test func `the year before is another year where nobody knows the report's own`() throws {
    let meanings = try Self.meanings(
      "公务接待费支出3.10万元，比上年累计支出4.10万元减少1.00万元，比去年同期决算数据下降24.39%。",
      role: "narrative.threePublic", year: nil)
    #expect(meanings.map { $0?.year } == [nil, Meaning.yearBefore, nil, nil])
    #expect(meanings[3]?.aspect == .rate(.priorYear))
  }

  @Test func `a name that its section does not know is no item`() throws {
    let meanings = try Self.meanings(
      "总收入560.00万元，其中本年收入400.00万元，较上年减少100.00万元，下降20%。", role: "narrative")
    #expect(meanings[1]?.subject == .concept("本年收入合计"))
    #expect(meanings[3]?.subject == .concept("本年收入合计"))
  }

  @Test func `a total right behind a name is that name's own`() throws {
    let meanings = try Self.meanings(
      "“三公”经费总支出为9.00万元，其中：公务接待费2024年财政拨款支出决算数为1.00万元。",
      role: "narrative.threePublic")
    #expect(meanings[0]?.subject == .concept("“三公”经费"))
    #expect(meanings[1]?.subject.isUnnamed != false)
  }

  @Test func `the level of government before a name is no part of it`() throws {
    let meanings = try Self.meanings(
      "经比较，2024年度镇本级“三公”经费支出9.00万元，较上年增加1.00万元，增长率为12.50%。",
      role: "narrative.threePublic")
    #expect(meanings.allSatisfy { $0?.subject == .concept("“三公”经费") })
    #expect(meanings.count == 3)
  }

  @Test func `what stands behind 因为 is a reason`() throws {
    let facts = try Self.facts(
      "“三公”经费减少3.00万元，这是因为两个单位划转，减少了“三公”经费2.00万元。", role: "narrative.threePublic")
    #expect(facts.statements.map { $0.meaning == nil } == [false, true])
  }

  @Test func `what is said of an amount without known name is said of no known subject`() throws {
    let meanings = try Self.meanings(
      "支出总计9.00万元。其中：湿地管护8.00万元，同比增加2.00万元，增长33.33%。", role: "narrative.totals")
    #expect(meanings.map { $0?.subject.isUnnamed } == [false, true, true, true])
    #expect(Set(meanings.dropFirst().map { $0?.subject }).count == 1)
  }

  @Test func `an amount without known name is spoken of up to the end of its sentence`() throws {
    let meanings = try Self.meanings(
      "湿地管护8.00万元。比上年增加2.00万元，增长33.33%。", role: "narrative.other")
    #expect(meanings.map { $0?.subject.isUnnamed ?? false } == [true, false, false])
  }

  @Test func `the amount behind a comparison is that of the year before`() throws {
    let meanings = try Self.meanings(
      "公务接待费3.00万元，比上年4.00万元减少1.00万元。", role: "narrative.threePublic")
    #expect(meanings.map { $0?.year } == [nil, 2023, nil])
    #expect(meanings[1]?.aspect == .level(.finalAmount))
    #expect(meanings[2]?.aspect == .change(.priorYear))
  }

  @Test func `names in a row are called by the name that their bracket gives them`() throws {
    let meanings = try Self.meanings(
      "因公出国（境）费、车辆购置费、公务接待费（简称“三公”经费）支出合计8.00万元。",
      role: "narrative.threePublic")
    #expect(meanings.map { $0?.subject } == [.concept("“三公”经费")])
  }

  @Test func `the bracket behind a row of names may hold nothing but their common name`() throws {
    let meanings = try Self.meanings(
      "因公出国（境）费、公务接待费，公务用车运行费（“三公”经费）决算总额8.00万元。", role: "narrative.threePublic")
    #expect(meanings.map { $0?.subject } == [.concept("“三公”经费")])
  }

  @Test func `percentages in a row belong to none of the names before them for certain`() throws {
    let facts = try Self.facts(
      "货物、工程、服务采购分别占采购支出的20.00%、30.00%和50.00%。", role: "narrative.other")
    #expect(facts.statements.allSatisfy { $0.meaning == nil })
  }

  @Test func `a count is of what the noun before it says`() throws {
    let facts = try Self.facts(
      "国内公务接待批次为12个，接待人次80人。", role: "narrative.threePublic")
    #expect(
      facts.statements.map(\.quantity).map { quantity in
        if case .count(_, let classifier) = quantity { return classifier }
        return ""
      } == ["批次", "人次"])
  }

  @Test func `behind a list within a list the outer one goes on`() throws {
    let facts = try Self.facts(
      "“三公”经费支出9.00万元，其中：因公出国（境）费2.00万元；公务用车购置及运行维护费4.00万元，其中：公务用车购置费1.00万元，公务用车运行维护费3.00万元；公务接待费3.00万元。",
      role: "narrative.threePublic")
    let lists = facts.relations.compactMap { relation -> [Int]? in
      if case .parts(let whole, let parts) = relation { [whole] + parts } else { nil }
    }
    #expect(Set(lists) == [[2, 3, 4], [0, 1, 2, 5]])
  }

  @Test func `the name right behind a level is whole, whatever name it ends with`() throws {
    let facts = try Self.facts(
      "1.社会保障和就业支出（类）抚恤（款）机关事业单位职业年金缴费支出（项）。支出决算3.00万元。", role: "narrative.general")
    guard case .functional(let path) = facts.statements.last?.meaning?.subject else {
      Issue.record("the item is not read")
      return
    }
    #expect(path.item == "机关事业单位职业年金缴费支出")
    #expect(path.subcategory == "抚恤")
  }

  @Test func `a completion of something unknown tells how its final amount stands to it`() throws {
    let facts = try Self.facts(
      "2024年度财政拨款支出完成年初预算的250.54%，决算数大于年初预算数的主要原因：追加资金。",
      role: "narrative.performance")
    let rate = try #require(facts.comparisons.first?.rate)
    #expect(facts.statements[rate].quantity.percentage?.description == "250.54")
  }

  @Test func `parts of a budget are budgets`() throws {
    let meanings = try Self.meanings(
      "“三公”经费预算5.00万元，其中：因公出国（境）费2.00万元，公务接待费3.00万元。",
      role: "narrative.threePublic")
    #expect(meanings.map { $0?.aspect } == Array(repeating: .level(.budget), count: 3))
  }

  @Test func `a stop inside brackets ends no sentence`() throws {
    let meanings = try Self.meanings(
      "公务接待费2.00万元（公务用车购置费1.00万元，比上年增加0.10万元。）比上年增加0.20万元。",
      role: "narrative.threePublic")
    #expect(meanings.last??.subject == .concept("公务接待费"))
  }

  @Test func `numbers that share a unit have it, and no meaning`() throws {
    let facts = try Self.facts(
      "收、支总计各是9.10，8.20万元。", role: "narrative.totals")
    #expect(facts.statements.map { $0.quantity.amount != nil } == [true, true])
    #expect(facts.statements.allSatisfy { $0.meaning == nil && $0.missingUnit == nil })
  }

  @Test func `behind a sentence that tells both, the parts are those of what was spent`() throws {
    let facts = try Self.facts(
      "公务用车购置及运行维护费支出68.00万元，预算为69.00万元。其中：公务用车购置费支出36.00万元，预算为36.50万元；公务用车运行维护费支出32.00万元，预算为32.50万元。",
      role: "narrative.threePublic")
    #expect(
      facts.statements.map(\.meaning?.aspect)
        == [.finalAmount, .budget, .finalAmount, .budget, .finalAmount, .budget].map {
          .level($0)
        })
  }

  @Test func `an amount among the reasons is no statement of the accounts`() throws {
    let facts = try Self.facts(
      "支出总计9.00万元，主要原因是支出总计中的设备更新8.00万元。", role: "narrative.totals")
    #expect(facts.statements[1].meaning == nil)
  }

  @Test func `years, dates, titles and thresholds are no figures`() throws {
    let facts = try Self.facts(
      "截至2024年12月31日，按《办法》〔2019〕36号，单价100万元（含）以上设备3台（套）。",
      role: "narrative.other.assets")
    let figures = facts.statements.filter { $0.quantity.interval != nil }
    #expect(figures.map(\.quantity) == [.count(PrintedNumber(mantissa: 3), "台（套）")])
  }

  @Test func `normal text finds back to the passage, spaces and quotation marks included`() {
    let passage = [UInt8]("“三公” 经费 3.63 万元".utf8)
    let normal = NormalText(passage)
    #expect(String(decoding: normal.bytes, as: UTF8.self) == "三公经费3.63万元")
    let digits = normal.bytes.firstOffset(of: [UInt8]("3.63".utf8)) ?? 0
    let origin = normal.origin(digits..<(digits + 4))
    #expect(String(decoding: passage[origin], as: UTF8.self) == "3.63")
  }

  @Test func `every code point of normal text knows where it stands in the passage`() {
    let passage = "１２（1）(二)：“三 公”,AB 9％ 𠮷;  完。"
    let bytes = [UInt8](passage.utf8)
    let normal = NormalText(bytes)
    #expect(String(decoding: normal.bytes, as: UTF8.self) == "12（1）（二）：三公,AB 9%𠮷；完。")
    var start = 0
    var origins: [String] = []
    for scalar in String(decoding: normal.bytes, as: UTF8.self).unicodeScalars {
      let end = start + String(scalar).utf8.count
      origins.append(String(decoding: bytes[normal.origin(start..<end)], as: UTF8.self))
      start = end
    }
    #expect(origins.joined() == "１２（1）(二)：三公,AB 9％𠮷;完。")
    #expect(normal.origin(start..<start) == bytes.count..<bytes.count)
  }

  @Test func `of two words the longer one is found`() {
    var lexicon = Lexicon()
    lexicon.add("基本支出", .word(.filler))
    lexicon.add("基本支出决算", .word(.each))
    let text = [UInt8]("基本支出决算数".utf8)
    #expect(lexicon.longest(text, at: 0)?.term == .word(.each))
    #expect(lexicon.longest(text, at: 3) == nil)
  }
}

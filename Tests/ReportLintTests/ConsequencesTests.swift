import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import ReportLint

/// What follows from a fault is its evidence, and no finding of its own.
@Suite("One fault is told once")
struct ConsequencesTests {
  private static func findings(_ text: String, _ tables: [String: String] = [:]) throws -> [Finding]
  {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(RuleExample("", text, tables: tables))
    defer { disclosure.remove() }
    return try disclosure.result(layouts).findings
  }

  private static func rules(_ text: String, _ tables: [String: String] = [:]) throws -> Set<String>
  {
    Set(try findings(text, tables).map(\.rule))
  }

  private static let head = """
    # 第二部分 部门决算情况说明
    ## 五、一般公共预算财政拨款支出决算情况说明
    ### （三）一般公共预算财政拨款支出决算具体情况

    """

  private static func table(_ code: String = "2013105", named name: String = "专项业务") -> String {
    """
    科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出
    ,合计,880.00,600.00,280.00
    201,一般公共服务支出,820.00,600.00,220.00
    20131,党委办公厅（室）及相关机构事务,820.00,600.00,220.00
    2013101,行政运行,600.00,600.00,
    2013102,一般行政管理事务,120.00,,120.00
    \(code),\(name),100.00,,100.00
    221,住房保障支出,60.00,,60.00
    22102,住房改革支出,60.00,,60.00
    2210201,住房公积金,60.00,,60.00
    """
  }

  private static func items(
    second: String = "一般行政管理事务（项）。年初预算为110.00万元，支出决算为120.00万元，完成年初预算的109.09%"
  ) -> String {
    """
    一般公共预算财政拨款支出年初预算为870.00万元，支出决算为880.00万元。其中：

    1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

    2.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）\(second)。

    3.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算为100.00万元，支出决算为100.00万元。

    4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为60.00万元，支出决算为60.00万元。
    """
  }

  @Test("The sound text has none of the findings")
  func sound() throws {
    let rules = try Self.rules(Self.head + Self.items(), ["公开05": Self.table()])
    #expect(rules.isDisjoint(with: ["NN17", "NN06", "NT12", "NT13", "NT14", "NN01", "TI32"]))
  }

  @Test("A wrong code is told once, whatever is looked up by it")
  func code() throws {
    let rules = try Self.rules(
      Self.head + Self.items(),
      ["公开05": Self.table("2013106"), "公开03": Self.table().replacing("本年支出/合计", with: "本年支出合计")])
    #expect(rules.contains("TI32"))
    #expect(rules.isDisjoint(with: ["TT12", "TI30", "NT14", "NT13"]))
  }

  @Test("A code that puts a row under another 款 is told once, and not the rows behind it")
  func otherGroup() throws {
    let table = Self.table().replacing("2013102,", with: "2016102,")
    let findings = try Self.findings(
      Self.head, ["公开05": table, "公开03": Self.table().replacing("本年支出/合计", with: "本年支出合计")])
    #expect(findings.filter { ["TI30", "TI32"].contains($0.rule) }.map(\.quote) == ["2016102"])
    #expect(!findings.contains { ["TI08", "TI31", "TT12"].contains($0.rule) })
  }

  @Test("A 款 with a wrong code is told once, and not the rows below it")
  func wrongGroup() throws {
    let table = Self.table().replacing("20131,", with: "20136,")
    let findings = try Self.findings(Self.head, ["公开05": table])
    #expect(findings.count { ["TI30", "TI32"].contains($0.rule) } == 1)
    #expect(!findings.contains { ["TI08", "TI31"].contains($0.rule) })
  }

  @Test("The sum of the budgets says nothing where a rate shows one of them to be wrong")
  func budget() throws {
    let wrong = Self.items(
      second: "一般行政管理事务（项）。年初预算为180.00万元，支出决算为120.00万元，完成年初预算的109.09%")
    let findings = try Self.findings(Self.head + wrong, ["公开05": Self.table()])
    #expect(findings.contains { $0.rule == "NN17" && $0.quote == "180.00万元" })
    #expect(!findings.contains { $0.rule == "NN06" })
    #expect(findings.contains { $0.related.contains { $0.label == "因此不符" } })
  }

  @Test("Budget and final amount that changed places are one fault")
  func exchange() throws {
    let wrong = Self.items(
      second: "一般行政管理事务（项）。年初预算为120.00万元，支出决算为110.00万元，完成年初预算的109.09%")
    let findings = try Self.findings(Self.head + wrong, ["公开05": Self.table()])
    #expect(findings.contains { $0.rule == "NT12" && $0.message.contains("写反") })
    #expect(!findings.contains { $0.rule == "NN17" || $0.rule == "NN06" })
  }

  @Test("Amounts under the name of another item, which is told itself, are one fault")
  func name() throws {
    let wrong = Self.items(
      second: "专项业务（项）。年初预算为110.00万元，支出决算为120.00万元，完成年初预算的109.09%")
    let findings = try Self.findings(Self.head + wrong, ["公开05": Self.table()])
    #expect(findings.count { $0.rule == "NT14" } == 1)
    #expect(!findings.contains { ["NT12", "NT13", "NN01"].contains($0.rule) })
  }

  @Test("A reason that is left out is told once")
  func reason() throws {
    let rules = try Self.findings(
      Self.head + "公务用车运行维护费支出3.00万元，比上年减少1.00万元，减少的主要原因是：。"
    ).map(\.rule)
    #expect(rules.count { $0 == "NN31" } == 1)
    #expect(!rules.contains("TX06"))
  }

  @Test("Two numbers in each other's place are one fault")
  func swappedAmounts() throws {
    let head = """
      # 第二部分 部门决算情况说明
      ## 五、一般公共预算财政拨款支出决算情况说明
      ### （二）一般公共预算财政拨款支出决算结构情况

      """
    let findings = try Self.findings(
      head + "一般公共预算财政拨款支出880.00万元，主要用于以下方面：一般公共服务支出（类）60.00万元，占6.82%；"
        + "住房保障支出（类）820.00万元，占93.18%。", ["公开05": Self.table()])
    #expect(findings.count { $0.rule == "NT11" } == 1)
    #expect(
      findings.contains {
        $0.message.contains("写反") && $0.related.contains { $0.quote == "820.00万元" }
      })
  }

  @Test("Amounts that changed places under their shares are one fault")
  func swappedShares() throws {
    let head = """
      # 第二部分 部门决算情况说明
      ## 二、收入决算情况说明

      """
    let findings = try Self.findings(
      head + "本年收入合计880.00万元，其中：财政拨款收入60.00万元，占93.18%；事业收入820.00万元，占6.82%。")
    #expect(findings.count { $0.rule == "NN13" } == 1)
    #expect(findings.contains { $0.message.contains("互换") })
  }

  @Test("Groups and persons contradict an amount once, and not if a table contradicts it")
  func counts() throws {
    let head = """
      # 第二部分 部门决算情况说明
      ## 七、财政拨款“三公”经费支出决算情况说明

      """
    let text = head + "因公出国（境）费支出2.00万元，全年安排因公出国（境）团组0个，累计0人次。"
    #expect(try Self.findings(text).count { $0.rule == "NN37" } == 1)
  }

  @Test("A row in another's place is told once and not for each of its columns")
  func row() throws {
    let table = Self.table().replacing(
      "20131,党委办公厅（室）及相关机构事务,820.00,600.00,220.00",
      with: "20131,党委办公厅（室）及相关机构事务,720.00,500.00,220.00")
    let findings = try Self.findings(Self.head + Self.items(), ["公开05": table])
    #expect(findings.count { $0.rule == "TI08" } == 1)
  }

  @Test("An item that is left out is told once")
  func item() throws {
    let items = Self.items().replacing(
      "3.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算为100.00万元，支出决算为100.00万元。\n\n", with: "")
    let findings = try Self.findings(Self.head + items, ["公开05": Self.table()])
    #expect(findings.contains { $0.rule == "NT13" })
    #expect(!findings.contains { ["NN06", "NN47"].contains($0.rule) })
    #expect(!findings.contains { $0.rule == "ST17" && $0.quote.hasPrefix("4") })
  }

  @Test("A score above its weight is told, and not the sum that it spoils")
  func score() throws {
    let rule = try #require(RuleRegistry.rule("PF04"))
    let example = rule.metadata.examples[0]
    let findings = try Self.findings(
      example.text.replacing("⟦", with: "").replacing("⟧", with: ""),
      example.tables.mapValues { $0.replacing("⟦", with: "").replacing("⟧", with: "") })
    #expect(findings.contains { $0.rule == "PF04" })
    #expect(!findings.contains { $0.rule == "PF03" })
  }

  @Test("The number that is skipped for a missing section is that section's")
  func section() throws {
    let rule = try #require(RuleRegistry.rule("ST07"))
    let text = rule.metadata.examples[0].text.replacing("⟦", with: "").replacing("⟧", with: "")
    let findings = try Self.findings(text)
    #expect(findings.contains { $0.rule == "ST07" })
    #expect(!findings.contains { $0.rule == "ST17" && $0.quote.hasPrefix("九") })
  }

  @Test("A year that is wrong is told once, and what its sentence means by it is not told")
  func year() throws {
    let findings = try Self.findings(
      """
      # 第二部分 部门决算情况说明
      ## 十、其他重要事项的情况说明
      ### （一）机关运行经费支出情况
      2023年度机关运行经费支出90.00万元，比2023年减少10.00万元，下降10.00%，主要原因是压减会议。
      """)
    #expect(findings.count { $0.rule == "TX01" } == 1)
    #expect(!findings.contains { ["NN20", "NN21", "NN01"].contains($0.rule) })
  }

  @Test("The amount of an earlier year that is compared with is not this year's")
  func earlierYear() throws {
    let findings = try Self.findings(
      """
      # 第二部分 部门决算情况说明
      ## 十、其他重要事项的情况说明
      ### （一）机关运行经费支出情况
      2024年度机关运行经费支出90.00万元，比2022年的100.00万元减少10.00万元，下降10.00%，主要原因是压减会议。
      """)
    #expect(findings.count { $0.rule == "TX02" } == 1)
    #expect(!findings.contains { $0.rule == "NN01" })
  }

  @Test("A cell is wrong where its sum and the text tell the same other value")
  func cell() throws {
    let table = Self.table().replacing(
      "2013102,一般行政管理事务,120.00,,120.00", with: "2013102,一般行政管理事务,150.00,,120.00")
    let findings = try Self.findings(Self.head + Self.items(), ["公开05": table])
    #expect(findings.contains { $0.quote == "150.00" })
    #expect(!findings.contains { $0.rule == "NT12" })
  }

  @Test("A cell that text copies is wrong, and not the list of the text")
  func copiedCell() throws {
    let text = """
      # 第二部分 部门决算情况说明
      ## 六、一般公共预算财政拨款基本支出决算情况说明
      2024年度一般公共预算财政拨款基本支出660.00万元，其中：人员经费500.00万元，公用经费150.00万元。
      """
    let findings = try Self.findings(
      text,
      [
        "公开05": Self.rows("201,一般公共服务支出,660.00,660.00,"),
        "公开06": """
        科目代码,科目名称,决算数,科目代码,科目名称,决算数
        301,工资福利支出,500.00,302,商品和服务支出,160.00
        30101,基本工资,500.00,30201,办公费,160.00
        ,人员经费合计,500.00,,公用经费合计,150.00
        """,
      ])
    #expect(!findings.contains { $0.rule == "NN07" })
    #expect(findings.contains { $0.related.contains { $0.label == "因此不符" } })
  }

  @Test("Two rows of a table in each other's place are one fault")
  func exchangedRows() throws {
    let sound = """
      201,一般公共服务支出,450.00,450.00,
      20101,人大事务,150.00,150.00,
      2010101,行政运行,60.00,60.00,
      2010102,一般行政管理事务,90.00,90.00,
      20102,政协事务,220.00,220.00,
      2010201,行政运行,120.00,120.00,
      2010202,一般行政管理事务,100.00,100.00,
      20103,政府办公厅（室）及相关机构事务,80.00,80.00,
      2010301,行政运行,80.00,80.00,
      """
    let swapped = sound.replacing("人大事务,150.00,150.00,", with: "人大事务,220.00,220.00,")
      .replacing("政协事务,220.00,220.00,", with: "政协事务,150.00,150.00,")
    let findings = try [sound, swapped].map {
      try Self.findings("# 第一部分 部门概况\n概况如下。", ["公开05": Self.rows($0)]).filter { $0.rule == "TI08" }
    }
    #expect(findings.map(\.count) == [0, 1])
    #expect(findings[1].first?.suggestion?.contains("互换") ?? false)
  }

  private static func rows(_ rows: String) -> String {
    let head = "科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出\n"
    let first = rows.prefix { $0 != "\n" }.split(separator: ",", omittingEmptySubsequences: false)
    return head + ",合计," + first.dropFirst(2).joined(separator: ",") + "\n" + rows
  }

  @Test("A wrong total score is told, and not the grades that it spoils")
  func totalScore() throws {
    func sheet(_ name: String, _ total: String) -> String {
      """
      # 类型：绩效
      # 标题：项目支出绩效自评表
      # 表头：0
      项目名称,\(name),<,<,<,<
      项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
      年度资金总额,100.00,90.00,10,90.00%,9
      二级指标,三级指标,年度指标值,实际完成值,分值,得分
      数量指标,服务人次,≥500人次,520人次,40,40
      质量指标,服务合格率,≥95%,98%,30,30
      满意度指标,群众满意度,≥90%,95%,20,20
      总分,,,,100,\(total)
      """
    }
    let text = """
      # 第二部分 部门决算情况说明
      ## 十、其他重要事项的情况说明
      ### （四）预算绩效管理情况
      本次公开2个项目的自评结果，全年预算数合计200.00万元，执行数合计180.00万元。自评等次为“优”的2个。
      """
    let tables = ["绩效1": sheet("柳浪助餐", "99"), "绩效2": sheet("青榆助浴", "71")]
    let findings = try Self.findings(text, tables).filter { $0.rule.hasPrefix("PF") }
    #expect(findings.map(\.rule) == ["PF03"])
    #expect(findings.first?.related.contains { $0.quote == "2个" } ?? false)
  }

  private static let revenue = """
    # 第二部分 部门决算情况说明
    ## 二、收入决算情况说明
    2024年度本年收入合计1,500.00万元，比上年减少30.00万元，下降1.96%。其中：

    1.财政拨款收入1,440.00万元，占收入合计的96.00%。

    2.上级补助收入0.00万元，占收入合计的0.00%。

    3.事业收入0.00万元，占收入合计的0.00%。

    4.经营收入0.00万元，占收入合计的0.00%。

    5.附属单位上缴收入0.00万元，占收入合计的0.00%。

    6.其他收入60.00万元，占收入合计的4.00%。
    """

  @Test(
    "A wrong total, or a wrong unit, is told once beside parts that are nothing",
    arguments: [
      ("1,500.00万元", "4,500.00万元"), ("1,500.00万元", "1,500.00元"), ("1,440.00万元", "1,440.00元"),
      ("60.00万元", "60.00元"),
    ])
  func total(right: String, wrong: String) throws {
    func findings(_ text: String) throws -> [Finding] {
      try Self.findings(text).filter { $0.rule.hasPrefix("NN") }
    }
    #expect(try findings(Self.revenue).isEmpty)
    let told = try findings(
      Self.revenue.replacing("计" + right, with: "计" + wrong)
        .replacing("入" + right, with: "入" + wrong))
    #expect(told.map(\.quote) == [wrong])
  }

  @Test("An amount of what is said not to be is told once")
  func absence() throws {
    let text = """
      # 第二部分 部门决算情况说明
      ## 七、“三公”经费支出决算情况说明
      公务接待费支出决算2.00万元，比2024年年初预算0.30万元减少0.30万元。2024年没有公务接待费支出。
      """
    let rules = try Self.findings(text).map(\.rule).filter { $0.hasPrefix("N") }
    #expect(rules == ["NN20"])
  }

  @Test("A fault of which something certain follows is as grave")
  func severity() {
    let findings = [
      Self.finding("TX01", .warning, refutes: [.statement(3)]),
      Self.finding("NN21", .error, rests: [.statement(3)]),
      Self.finding("TX09", .info),
    ]
    let told = Consequences.removed(from: findings)
    #expect(told.map(\.rule) == ["TX01", "TX09"])
    #expect(told.map(\.severity) == [.error, .info])
  }

  @Test("What follows from a finding that is accepted is told")
  func accepted() throws {
    var result = LintResult(path: "a.md")
    result.findings = Consequences.removed(from: [
      Self.finding("TX01", .warning, refutes: [.statement(3)]),
      Self.finding("NN21", .error, rests: [.statement(3)]),
    ])
    let file = try AcceptedFile(
      DataFile(
        source: SourceText(
          path: "accepted.txt", bytes: [UInt8]("[认可 TX01]\n原文：TX01\n第几处：1\n理由：已核对\n".utf8))))
    file.apply(to: &result, selection: Selection())
    #expect(result.accepted.map(\.finding.rule) == ["TX01"])
    #expect(result.findings.map(\.rule) == ["NN21"])
  }

  @Test("What follows from two findings stays with the one that is not accepted")
  func twoCauses() throws {
    var result = LintResult(path: "a.md")
    result.findings = Consequences.removed(from: [
      Self.finding("TX01", .warning, refutes: [.statement(3)]),
      Self.finding("TX02", .warning, refutes: [.statement(4)]),
      Self.finding("NN21", .error, rests: [.statement(3), .statement(4)]),
    ])
    #expect(result.findings.map(\.related.count) == [1, 0])
    let file = try AcceptedFile(
      DataFile(
        source: SourceText(
          path: "accepted.txt", bytes: [UInt8]("[认可 TX01]\n原文：TX01\n第几处：1\n理由：已核对\n".utf8))))
    file.apply(to: &result, selection: Selection())
    #expect(result.findings.map(\.rule) == ["TX02"])
    #expect(result.findings.first?.related.map(\.quote) == ["NN21"])
  }

  @Test(
    "What follows is shown where there is no room for all", arguments: [(9, 1), (9, 9), (2, 9)])
  func foremost(proofs: Int, consequences: Int) {
    var finding = Self.finding("TX01", .warning)
    for index in 0..<(proofs + consequences) {
      var place = Finding.Related(label: "", quote: "", location: .file(path: "a.md"))
      place.isConsequence = index >= proofs
      finding.related.append(place)
    }
    let shown = finding.foremost(8)
    #expect(shown.count == 8)
    #expect(shown.count(where: \.isConsequence) == min(consequences, max(4, 8 - proofs)))
  }

  @Test("Who accepts all that a draft lists accepts what follows from it too")
  func template() throws {
    var result = LintResult(path: "a.md")
    result.findings = Consequences.removed(from: [
      Self.finding("TX01", .warning, refutes: [.statement(3)]),
      Self.finding("NN21", .error, rests: [.statement(3)]),
    ])
    var template = AcceptedTemplate()
    template.add(result) { $0 }
    let reasoned = template.text.replacing("理由：", with: "理由：已核对")
    let file = try AcceptedFile(
      DataFile(source: SourceText(path: "accepted.txt", bytes: [UInt8](reasoned.utf8))))
    file.apply(to: &result, selection: Selection())
    #expect(result.accepted.map(\.finding.rule) == ["TX01", "NN21"])
    #expect(result.findings.isEmpty)
  }

  private static func finding(
    _ rule: String, _ severity: Severity, rests: [Ground] = [], refutes: [Ground] = []
  ) -> Finding {
    var finding = Finding(
      rule: rule, category: "N1", severity: severity, message: rule,
      location: .file(path: "a.md"), quote: rule)
    (finding.rests, finding.refutes) = (rests, refutes)
    return finding
  }
}

import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// How budgets of several places put what others put elsewhere, in sentences of an invented bureau.
@Suite("Names of a budget mean what their sentence speaks of")
struct BudgetFormsTests {
  private static func result(
    _ body: String, tables: [String: String] = BudgetFormsTests.tables
  ) throws -> LintResult {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(
      RuleExample(
        "", "# 第二部分 部门预算情况说明\n\(body)", tables: tables, layout: "budget", year: 2025))
    defer { disclosure.remove() }
    return try disclosure.result(layouts)
  }

  @Test("Revenue and expenditure of a budget changed by the same, where both are the same")
  func jointChanges() throws {
    func text(_ second: String) -> String {
      "## 一、收支预算总体情况说明\n2025年收入预算620.00万元，比上年减少148.40万元，主要原因是项目完工。相应安排支出预算620.00万元，比上年减少\(second)万元，主要原因是项目完工。"
    }
    #expect(try Self.contradictions(text("148.40")).isEmpty)
    #expect(try Self.contradictions(text("144.40")) == ["NN01"])
    // No slip of the pen: the year before may not have balanced.
    #expect(try Self.contradictions(text("96.20")).isEmpty)
  }

  @Test("What the year before had in its budget is what a budget's change is from")
  func changesFromThePriorBudget() throws {
    func text(_ change: String) -> String {
      "## 四、“三公”经费预算情况说明\n公务接待费4.46万元，与上年预算3.96万元相比，增加\(change)万元，增长12.63%，主要原因是检查增多。"
    }
    #expect(try Self.contradictions(text("0.50")).isEmpty)
    #expect(try !Self.contradictions(text("4.50")).isEmpty)
  }

  @Test("What the year before alone had is not listed: a change turned round may fit by chance")
  func openChangeLists() throws {
    let text = """
      ## 二、一般公共预算财政拨款支出决算情况
      2023年度一般公共预算财政拨款支出1,826.14万元，比上年决算数减少73.00万元，下降3.84%，具体情况如下（按项级科目分类统计）：

      （一）2010301行政运行1,442.50万元，较上年决算数减少13.91万元，下降0.96%。

      （二）2080505机关事业单位基本养老保险缴费支出234.51万元，较上年决算数减少48.54万元，下降17.15%。

      （三）2101101行政单位医疗121.67万元，较上年决算数增加16.41万元，增长15.59%。

      （四）2210201住房公积金27.46万元，较上年决算数增加5.85万元，增长27.07%。
      """
    #expect(try Self.contradictions(text).isEmpty)
  }

  @Test("What a list tells beside 人员支出 is not in it, but in 人员经费")
  func narrowedNames() throws {
    let body = """
      ## 一、收支预算总体情况说明
      2025年支出预算150.00万元，其中：人员支出80.00万元，对个人和家庭补助支出6.00万元，公用支出24.00万元，项目支出40.00万元。
      ## 二、一般公共预算基本支出情况说明
      2025年基本支出110.00万元，其中：

      （一）人员经费86.00万元。

      （二）公用经费24.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
  }

  private static func numbers(_ state: NumberRecord.State, _ body: String) throws -> [String] {
    try result(body).numbers.filter { $0.state == state }.map(\.quote)
  }

  /// The rules that find sentences to contradict each other, without any table.
  private static func contradictions(_ body: String) throws -> [String] {
    try result(body, tables: [:]).findings.map(\.rule).filter { $0.hasPrefix("NN") }
  }

  /// 900.00 of the year, 20.00 carried over, 80.00 of its own.
  private static let tables = [
    "预算01": """
    序号,收入/项目,收入/预算数,支出/项目,支出/预算数
    1,一、一般公共预算拨款收入,900.00,一、一般公共服务支出,"1,000.00"
    5,五、事业收入,80.00,,
    32,本年收入合计,980.00,本年支出合计,"1,000.00"
    33,上年结转结余,20.00,年终结转结余,
    34,收入总计,"1,000.00",支出总计,"1,000.00"
    """,
    "预算03": """
    科目编码,科目名称,合计,基本支出,项目支出
    ,合计,"1,000.00",700.00,300.00
    201,一般公共服务支出,"1,000.00",700.00,300.00
    20129,群众团体事务,"1,000.00",700.00,300.00
    2012901,行政运行,640.00,640.00,
    2012999,其他群众团体事务支出,360.00,60.00,300.00
    """,
    "预算05": """
    科目编码,科目名称,合计,基本支出,项目支出
    ,合计,920.00,640.00,280.00
    201,一般公共服务支出,920.00,640.00,280.00
    20129,群众团体事务,920.00,640.00,280.00
    2012901,行政运行,640.00,640.00,
    2012999,其他群众团体事务支出,280.00,,280.00
    """,
  ]

  @Test("A source of money beside something else is what that has from it")
  func ownSources() throws {
    let body = """
      ## 一、支出预算情况说明
      2025年支出预算1,000.00万元，其中：基本支出700.00万元，项目支出300.00万元。

      项目支出300.00万元，其中：一般公共预算拨款260.00万元，上年结转20.00万元，其他资金20.00万元。
      ## 二、政府采购情况说明
      2025年政府采购预算50.00万元。按资金来源分：一般公共预算拨款40.00万元，事业收入10.00万元。
      """
    #expect(try Self.numbers(.contradicted, body).isEmpty)
    let wrong = "## 一、收入预算情况说明\n2025年收入预算1,000.00万元，其中：一般公共预算拨款收入910.00万元，事业收入80.00万元，上年结转20.00万元。"
    #expect(try Self.numbers(.contradicted, wrong) == ["910.00万元"])
  }

  @Test("What stands behind 其中 at the end of an item's paragraph is the item's")
  func partsInTheNextParagraph() throws {
    let body = """
      ## 一、一般公共预算支出情况说明
      2025年一般公共预算支出920.00万元，其中：基本支出640.00万元，项目支出280.00万元。

      机关事业单位基本养老保险缴费支出52.00万元，其中：

      基本支出52.00万元，项目支出0.00万元。主要用于缴纳养老保险。

      智慧展厅维护280.00万元，其中：

      基本支出0.00万元，项目支出280.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacing("其中：基本支出640.00万元", with: "其中：基本支出604.00万元")
    #expect(try Self.contradictions(wrong).count == 1)
  }

  @Test("A paragraph that begins with 其中 tells the parts of what the one before it told")
  func partsBehindAParagraph() throws {
    let body = """
      ## 一、支出预算情况说明
      2025年支出预算901.15万元，比上年增加30.00万元，主要原因是人员增加。

      其中：人员经费500.32万元、公用经费100.42万元，项目支出300.41万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacing("项目支出300.41万元", with: "项目支出380.41万元")
    #expect(try Self.contradictions(wrong) == ["NN03"])
    // The list goes on in the next paragraph.
    let open = wrong.replacing("380.41万元。", with: "200.41万元；\n\n上解上级支出100.00万元。")
    #expect(try Self.contradictions(open).isEmpty)
  }

  @Test("Numbered items tell the parts of a change; an item may be as it was")
  func changesOfItems() throws {
    let body = """
      ## 一、一般公共预算支出情况说明
      2025年一般公共预算支出901.15万元，比上年增加30.21万元，主要原因是人员增资。其中：

      1.教育支出（类）普通教育（款）小学教育（项）500.74万元，比上年增加50.32万元，主要原因是人员增资。

      2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）100.00万元，与上年持平。

      3.住房保障支出（类）住房改革支出（款）住房公积金（项）300.41万元，比上年减少20.11万元，主要原因是人员减少。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacing("减少20.11万元", with: "减少28.11万元")
    #expect(try Self.contradictions(wrong) == ["NN44"])
    // An item of last year's may be no more.
    let other = body.replacing("增加30.21万元", with: "减少18.35万元")
    #expect(try Self.contradictions(other).isEmpty)
  }

  @Test("The parts of one side are no parts of what the other side's list ends with")
  func partsOfBothSides() throws {
    let body = """
      ## 一、收支预算总体情况说明
      2025年收支总预算500.00万元，比2024年预算增加19.17万元，增长3.99%，主要原因是项目资金增加。

      收入包括：一般公共预算拨款收入300.00万元、事业收入150.00万元、上年结转结余50.00万元。支出包括：一般公共服务支出80.00万元、教育支出320.00万元、住房保障支出100.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let joined = body.replacing("增加。\n\n收入", with: "增加。收入")
    #expect(try Self.contradictions(joined).isEmpty)
    let wrong = joined.replacing("320.00万元", with: "380.00万元")
    #expect(try Self.contradictions(wrong) == ["NN04"])
  }

  @Test("A list of 类 that is cut off leaves nothing out")
  func cutOff() throws {
    let body = """
      ## 一、一般公共预算支出情况说明
      2025年一般公共预算支出500.00万元，其中：一般公共服务支出80.00万元、教育支出320.00万元。
      """
    #expect(try Self.contradictions(body) == ["NN04"])
    #expect(try Self.contradictions(String(body.dropLast())).isEmpty)
  }

  @Test("A slip is not laid to a change with which its rate agrees")
  func confirmedChanges() throws {
    // Without the rates, 30.21 would be taken for 20.21.
    let body = """
      ## 一、一般公共预算支出情况说明
      2025年一般公共预算支出901.15万元，比上年增加30.21万元，增长3.47%，主要原因是人员增资。其中：

      1.教育支出（类）普通教育（款）小学教育（项）600.74万元，比上年增加40.32万元，增长7.19%，主要原因是人员增资。

      2.住房保障支出（类）住房改革支出（款）住房公积金（项）300.41万元，比上年减少20.11万元，下降6.27%，主要原因是人员减少。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let bare = body.replacing("，增长3.47%", with: "").replacing("，增长7.19%", with: "")
      .replacing("，下降6.27%", with: "")
    #expect(try Self.contradictions(bare) == ["NN44"])
  }

  @Test("Changes within changes are not counted twice")
  func nestedChanges() throws {
    let body = """
      ## 一、“三公”经费预算情况说明
      2025年“三公”经费预算13.53万元，比上年减少2.72万元，下降16.74%。其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行费11.54万元，比上年减少2.01万元，下降14.83%，其中公务用车购置费0万元，与上年持平，公务用车运行费11.54万元，比上年减少2.01万元，下降14.83%；公务接待费1.99万元，比上年减少0.71万元，下降26.30%。
      """
    #expect(try Self.contradictions(body).isEmpty)
  }

  @Test("A budget tells its total again as its revenue and its expenditure")
  func totalsToldAgain() throws {
    let body = """
      ## 一、收支预算总体情况说明
      2025年收支总预算592.14万元。
      ## 二、收入预算情况说明
      2025年收入预算592.14万元，其中：一般公共预算拨款收入580.14万元，事业收入12.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacing("收支总预算592.14", with: "收支总预算592.41")
    #expect(try Self.contradictions(wrong) == ["NN01"])
    // What is carried over makes up the difference.
    let more = body.replacing("收支总预算592.14万元", with: "收支总预算602.14万元（上年结转资金10.00万元）")
    #expect(try Self.contradictions(more).isEmpty)
  }

  @Test("What is of this year in a list of the appropriation is not all revenue of the year")
  func revenueOfTheYear() throws {
    let body = "## 一、收入预算情况说明\n2025年部门财政拨款收入920.00万元，其中：本年收入900.00万元，上年结转收入20.00万元。"
    #expect(try Self.numbers(.contradicted, body).isEmpty)
  }

  @Test("基本支出 in a list of the general budget is that of the general budget")
  func basicOfGeneralBudget() throws {
    let body = """
      ## 三、部门预算情况说明
      2025年一般公共预算拨款支出920.00万元，比2024年减少30.00万元。其中：基本支出640.00万元，项目支出280.00万元。
      """
    #expect(try Self.numbers(.contradicted, body).isEmpty)
    #expect(try Self.numbers(.verified, body).contains("280.00万元"))
    let wrong = body.replacingOccurrences(of: "280.00", with: "300.00")
    #expect(try !Self.numbers(.contradicted, wrong).isEmpty)
  }

  @Test("财政拨款安排基本支出 is another name than 基本支出")
  func basicOfAppropriation() throws {
    let body = "## 一、支出预算情况说明\n2025年支出预算1,000.00万元，其中：基本支出700.00万元，其中财政拨款安排基本支出640.00万元。"
    #expect(try Self.numbers(.contradicted, body).isEmpty)
  }

  @Test("Items below a heading on the appropriation are those of its funds")
  func itemsOfAppropriation() throws {
    let body = """
      ## 四、支出预算情况说明
      ### （一）财政拨款安排支出按功能科目分类情况
      1.一般公共服务支出（类）群众团体事务（款）行政运行（项）640.00万元，用于机关运转。

      2.一般公共服务支出（类）群众团体事务（款）其他群众团体事务支出（项）280.00万元，用于公益活动。
      """
    #expect(try Self.numbers(.verified, body) == ["640.00万元", "280.00万元"])
    let wrong = body.replacingOccurrences(of: "280.00", with: "360.00")
    #expect(try Self.numbers(.contradicted, wrong) == ["360.00万元"])
  }

  @Test("Below the name of a project a number without a name is the project's")
  func numbersOfProjects() throws {
    let body = """
      ## 一、收支预算总体情况说明
      2025年收支总预算1,000.00万元。
      ### （一）项目情况说明
      #### 1.青年驿站修缮
      年度预算安排：2025年预算安排36.00万元。
      """
    #expect(try Self.numbers(.contradicted, body).isEmpty)
  }

  @Test("占总支出预算 is a share, not how far a budget was spent")
  func shareOfTotalBudget() throws {
    let body =
      "## 三、支出预算情况说明\n2025年支出预算1,000.00万元，其中：基本支出预算700.00万元，占总支出预算70.00%；项目支出预算300.00万元，占总支出预算30.00%。"
    #expect(try Self.numbers(.contradicted, body).isEmpty)
    let wrong = body.replacingOccurrences(of: "70.00%", with: "71.00%")
    #expect(try Self.numbers(.contradicted, wrong) == ["71.00%"])
  }

  @Test("A comparison behind parts without known names is said of their whole")
  func comparisonsBehindParts() throws {
    let body = """
      ## 四、财政拨款“三公”经费预算情况说明
      公务用车运行维护费2025年预算数12.00万元，其中：公务用车加油5.00万元，公务用车维修7.00万元，比2024年预算数13.50万元减少1.50万元。
      """
    #expect(try Self.numbers(.contradicted, body).isEmpty)
    let wrong = body.replacingOccurrences(of: "减少1.50", with: "减少2.50")
    #expect(try !Self.numbers(.contradicted, wrong).isEmpty)
  }

  @Test("An amount that only 共 leads is the sum of those before it, not another one of the last")
  func sumsBehindLists() throws {
    let body = "## 八、政府采购情况说明\n2025年拟采购货物12.00万元、工程30.00万元、服务8.00万元，共50.00万元，其中一般公共预算拨款50.00万元。"
    #expect(try Self.numbers(.contradicted, body).isEmpty)
  }

  @Test(
    "A list without a whole closes with its sum, which may be told of its first part what follows")
  func listsThatCloseWithTheirSum() throws {
    let body = """
      ## 四、“三公”经费预算情况说明
      2025年“三公”经费预算12.50万元，会议费4.21万元，培训费5.73万元，合计22.44万元。其中：因公出国（境）费12.50万元，公务用车购置费0.00万元，公务用车运行维护费0.00万元，公务接待费0.00万元。
      """
    #expect(try Self.numbers(.contradicted, body).isEmpty)
    #expect(try Self.numbers(.verified, body).contains("22.44万元"))
    let wrong = body.replacingOccurrences(of: "22.44", with: "23.44")
    #expect(try Self.numbers(.contradicted, wrong) == ["23.44万元"])
  }

  @Test("Shares of the 类 of basic expenditure are of all of it")
  func sharesOfBasicExpenditure() throws {
    let rules = { (text: String) in try Self.result(text).findings.map(\.rule) }
    let whole = """
      ## 六、一般公共预算基本支出情况说明
      2025年一般公共预算基本支出640.00万元，其中：工资福利支出512.00万元，占80.00%；商品和服务支出96.00万元，占15.00%；对个人和家庭的补助32.00万元，占5.00%。
      """
    #expect(try !rules(whole).contains("NN14"))
    let part = whole.replacingOccurrences(of: "商品和服务支出96.00万元，占15.00%；", with: "")
    #expect(try rules(part).contains("NN14"))
  }

  @Test("A list that lacks just one known part of its whole leaves it out")
  func omittedParts() throws {
    let body = "## 三、支出预算情况说明\n2025年支出预算1,000.00万元，其中：基本支出700.00万元，占70.00%；上缴上级支出0.00万元，占0.00%。"
    #expect(try Self.result(body).findings.contains { $0.message.contains("漏写") })
    let nested = """
      ## 四、“三公”经费预算情况说明
      2025年“三公”经费预算9.00万元，其中：公务用车购置及运行费7.00万元，公务接待费2.00万元。其中，公务用车购置及运行费中，公务用车购置费0.00万元，公务用车运行维护费7.00万元。
      """
    #expect(try !Self.result(nested).findings.contains { $0.message.contains("漏写") })
  }

  @Test("“三公”经费 that the appropriation provides is all of it")
  func officialExpensesOfAppropriation() throws {
    let body = """
      ## 二、“三公”经费安排情况说明
      2025年本部门财政拨款安排“三公”经费36.00万元，比上年减少4.00万元，下降10.00%，主要原因是压减公务接待。其中：因公出国（境）费0.00万元；公务用车购置及运行维护费30.00万元；公务接待费6.00万元。
      """
    #expect(try !Self.contradictions(body).contains("NN10"))
    let omitted = body.replacingOccurrences(of: "公务用车购置及运行维护费30.00万元；", with: "")
    #expect(try Self.contradictions(omitted).contains("NN10"))
  }

  @Test("The only part that is listed of something is not more than that")
  func onlyParts() throws {
    let body = """
      ## 八、国有资本经营预算支出情况说明
      2025年国有资本经营预算支出100.00万元，其中：其他支出80.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let greater = body.replacingOccurrences(of: "80.00", with: "800.00")
    #expect(try Self.result(greater, tables: [:]).findings.contains { $0.message.contains("多于总数") })
    let other = greater.replacingOccurrences(of: "其中：其他支出", with: "2024年其他支出")
    #expect(try Self.contradictions(other).isEmpty)
  }

  @Test("What a part of a list is made up of is none of the whole's own parts")
  func partsOfParts() throws {
    let body = """
      ## 二、收入预算情况说明
      2025年收入预算1,000.00万元，其中：财政拨款收入700.00万元，占70.00%，包括一般公共预算收入650.00万元、政府性基金收入50.00万元；事业收入200.00万元，占20.00%；上年结转100.00万元，占10.00%。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacingOccurrences(of: "事业收入200.00", with: "事业收入230.00")
    #expect(try !Self.contradictions(wrong).isEmpty)
  }

  @Test(
    "A share behind the parts of a part is that of the part",
    arguments: ["，包括", "，其中：", "（其中：", "（含"])
  func sharesBehindInnerLists(lead: String) throws {
    let close = lead.hasPrefix("（") ? "）" : ""
    let body = """
      ## 三、支出预算情况说明
      2025年支出预算1,000.00万元，其中：基本支出700.00万元\(lead)人员经费650.00万元，公用经费50.00万元\(close)，占70.00%；项目支出300.00万元，占30.00%。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacingOccurrences(of: "占70.00%", with: "占71.00%")
    #expect(try Self.contradictions(wrong).contains("NN13"))
  }

  @Test("A bracket that begins with 含 tells the parts of the amount before it")
  func includedParts() throws {
    let body = """
      ## 二、收入预算情况说明
      2025年收入预算1,000.00万元，其中：财政拨款收入712.46万元（含一般公共预算拨款收入650.34万元、政府性基金预算拨款收入62.12万元）；事业收入287.54万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacingOccurrences(of: "62.12", with: "61.12")
    #expect(try !Self.contradictions(wrong).isEmpty)
  }

  @Test(
    "Parts of a part are told with their shares of it", arguments: ["，主要原因是工资正常晋级", ""])
  func sharesOfInnerLists(reason: String) throws {
    let body = """
      ## 六、一般公共预算基本支出情况说明
      2025年一般公共预算基本支出1,000.00万元，其中：工资福利支出800.00万元，占80.00%，比上年增加40.00万元，增长5.26%\(reason)（含基本工资600.00万元，占75.00%，津贴补贴200.00万元，占25.00%）；商品和服务支出200.00万元，占20.00%，比上年增加10.00万元，增长5.26%。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let wrong = body.replacingOccurrences(of: "占25.00%", with: "占28.00%")
    #expect(try Self.contradictions(wrong).contains("NN13"))
  }

  @Test("Behind a reason a list goes on with its next part")
  func listsGoOnBehindReasons() throws {
    let body = """
      ## 四、“三公”经费预算情况说明
      2025年“三公”经费预算20.00万元，其中，因公出国（境）费4.00万元，比2024年减少1.00万元，下降20.00%，主要原因：团组减少，公务用车运行维护费10.00万元，较2024年增加2.00万元，增长25.00%，主要原因是车辆老化，公务接待费6.00万元，与上年相比减少2.00万元，下降25.00%。
      """
    #expect(try Self.contradictions(body).filter { $0 != "NN36" }.isEmpty)
    #expect(try Self.numbers(.unchecked, body).isEmpty)
    let wrong = body.replacingOccurrences(of: "下降25.00%", with: "下降35.00%")
    #expect(try Self.contradictions(wrong).contains("NN21"))
    // What a reason tells is still its own.
    let reason = """
      ## 三、支出预算情况说明
      2025年支出预算1,000.00万元，比上年增加100.00万元，增长11.11%，主要原因是新增项目，项目支出80.00万元。
      """
    #expect(try Self.numbers(.unchecked, reason).contains("80.00万元"))
  }

  @Test("A balance that is told without its share is not missing from the shares")
  func sharesBesideBalances() throws {
    let body = """
      ## 二、收入预算情况说明
      2025年收入预算1,000.00万元，其中：财政拨款收入700.00万元，占70.00%；事业收入200.00万元，占20.00%；上年结转100.00万元。
      """
    #expect(try Self.contradictions(body).isEmpty)
    let missing = body.replacingOccurrences(of: "；上年结转100.00万元", with: "")
    #expect(try Self.contradictions(missing) == ["NN02"])
  }

  @Test("A section whose heading names one topic is read, whatever stands around it")
  func sectionsByTopic() throws {
    let body = """
      # 四、“三公”经费及会议费、培训费
      2025年“三公”经费预算9.00万元，其中：公务接待费2.00万元，公务用车运行维护费8.00万元。
      """
    #expect(try !Self.numbers(.contradicted, body).isEmpty)
  }

  @Test("Blanks of a table that the narrative tells as nothing need no note")
  func blanksToldAsNothing() throws {
    let table = [
      "预算09": "# 标题：“三公”经费支出表\n项目,预算数\n合计,\n一、因公出国（境）费,\n二、公务接待费,"
    ]
    let told = "## 四、“三公”经费预算情况说明\n2025年“三公”经费预算0.00万元，与上年持平。"
    let untold = "## 四、“三公”经费预算情况说明\n“三公”经费预算见表。"
    let rules = { try Self.result($0, tables: table).findings.map(\.rule) }
    #expect(try !rules(told).contains("ST14"))
    #expect(try rules(untold).contains("ST14"))
  }
}

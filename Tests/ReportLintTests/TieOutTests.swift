import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import ReportLint

/// Which numbers of invented sentences another statement, a cell or arithmetic bears out.
@Suite("Every number is accounted for")
struct TieOutTests {
  /// The numbers of a section in one state, as printed.
  private static func numbers(
    _ state: NumberRecord.State, of heading: String, _ text: String,
    tables: [String: String] = [:], layout: String = "final-accounts"
  ) throws -> [String] {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(
      RuleExample("", "# 第二部分 说明\n## \(heading)\n\(text)", tables: tables, layout: layout))
    defer { disclosure.remove() }
    return try disclosure.result(layouts).numbers.filter { $0.state == state }.map(\.quote)
  }

  private static let threePublic = "七、财政拨款“三公”经费支出决算情况说明"
  private static let basic = "六、一般公共预算财政拨款基本支出决算情况说明"
  private static let performance =
    "十、其他重要事项的情况说明\n### （四）预算绩效管理情况"

  @Test("A list that adds up bears out its amounts, whatever they are called")
  func listsAddUp() throws {
    let verified = try Self.numbers(
      .verified, of: Self.basic, "机房改造共花费31.50万元，其中：线路敷设12.30万元、机柜8.70万元、空调10.50万元。")
    #expect(verified == ["31.50万元", "12.30万元", "8.70万元", "10.50万元"])
  }

  @Test("A list that closes with its own total is tested against it")
  func listsWithTheirTotal() throws {
    let verified = try Self.numbers(
      .verified, of: Self.basic, "项目总预算64.00万元，其中育苗41.00万元，修渠23.00万元，合计64.00万元。")
    #expect(verified == ["64.00万元", "41.00万元", "23.00万元", "64.00万元"])
  }

  @Test("Numbered paragraphs add up to the paragraph before them")
  func numberedParagraphs() throws {
    let verified = try Self.numbers(
      .verified, of: Self.basic,
      "街区整治花费75.20万元，其中：\n\n（一）立面粉刷44.10万元。按合同支付。\n\n（二）路灯更换31.10万元。按进度支付。")
    #expect(verified == ["75.20万元", "44.10万元", "31.10万元"])
  }

  @Test("Paragraphs that begin with codes add up to the paragraph before them")
  func codedParagraphs() throws {
    let verified = try Self.numbers(
      .verified, of: "五、一般公共预算财政拨款支出决算情况说明",
      "一般公共预算财政拨款支出75.20万元，具体情况如下：\n\n2010301 行政运行 44.10万元 主要用于工资\n\n2010302 一般行政管理事务 31.10万元 主要用于办公"
    )
    #expect(verified == ["75.20万元", "44.10万元", "31.10万元"])
  }

  @Test("A 科目 whose name tells a purpose is no purpose")
  func purposesInNames() throws {
    let verified = try Self.numbers(
      .verified, of: "八、政府性基金预算财政拨款支出决算情况说明",
      "2296004彩票公益金收入安排的支出—用于教育事业的彩票公益金支出29.00万元，较2023年决算数减少12.00万元，减少29.27%。")
    #expect(verified == ["29.00万元", "12.00万元", "29.27%"])
  }

  @Test("What is spent of one fund does not exceed what is spent")
  func limits() throws {
    func contradicted(_ total: String) throws -> [String] {
      try Self.numbers(
        .contradicted, of: "三、支出决算情况说明",
        "本年支出合计\(total)万元。\n## 五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出765.80万元。")
    }
    #expect(try contradicted("800.00").isEmpty)
    #expect(try contradicted("518.71").count == 1)
  }

  @Test("A number that stands twice in a list is a slip of its own")
  func repeatedNumbers() throws {
    let text =
      "街区整治花费134.21万元，其中：\n\n（一）粉刷62.76万元。\n\n（二）路灯11.45万元。\n\n（二）绿化50.00万元。\n\n（三）垃圾房10.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.basic, text).isEmpty)
    #expect(try Self.numbers(.verified, of: Self.basic, text).count == 5)
  }

  @Test(
    "Changes of items that make up the change of their 类 are no fault, where items do so as a rule")
  func changesOfItems() throws {
    let text = """
      一般公共预算财政拨款支出147.60万元，具体情况如下：

      （一）201一般公共服务支出（类）98.60万元，较2023年决算增加98.60万元。

      1.20104发展与改革事务（款）其他发展与改革事务支出（项）96.00万元，较2023年决算增加96.00万元。

      2.20136其他共产党事务支出（款）一般行政管理事务（项）2.60万元，较2023年决算增加2.60万元。

      （二）204公共安全支出（类）49.00万元，较2023年决算增加9.00万元。

      1.20402公安（款）行政运行（项）40.00万元，较2023年决算增加8.00万元。

      2.20402公安（款）其他公安支出（项）9.00万元，较2023年决算增加1.00万元。
      """
    let contradicted = try Self.numbers(
      .contradicted, of: "五、一般公共预算财政拨款支出决算情况说明", text)
    #expect(contradicted.isEmpty)
  }

  @Test("A list that makes up an amount nearer than its concept's is that one's")
  func listsOfNearerAmounts() throws {
    let text = """
      2024年本年收入203.00万元，本年支出190.00万元。

      （一）一般公共预算拨款当年安排193.00万元，具体情况如下：

      1.财政拨款收入193.00万元。

      2.事业收入0万元。

      3.经营收入0万元。

      4.上级补助收入0万元。

      5.附属单位上缴收入0万元。

      6.其他收入0万元。
      """
    #expect(try Self.numbers(.contradicted, of: "一、收入支出决算总体情况说明", text).isEmpty)
  }

  @Test("A list of some amounts only says nothing of them")
  func listsOfSome() throws {
    let text = "机房改造共花费90.00万元，主要包括：线路敷设12.30万元、机柜8.70万元。"
    #expect(try Self.numbers(.verified, of: Self.basic, text).isEmpty)
    #expect(try Self.numbers(.contradicted, of: Self.basic, text).isEmpty)
  }

  @Test("A bare noun with a change means what was last called so")
  func nounsThatReferBack() throws {
    let text =
      "2024年度收入总计520.00万元，支出总计520.00万元。与2023年度相比，收入增加20.00万元，增长4.00%。"
      + "支出较上年减少20.00万元，下降5.00%，主要原因是压减开支。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, text) == ["5.00%"])
    #expect(
      try Self.numbers(.verified, of: Self.totals, text)
        == ["520.00万元", "520.00万元", "20.00万元", "4.00%"])
  }

  @Test("A noun in a reason refers to nothing")
  func nounsOfReasons() throws {
    let text =
      "支出总计480.00万元，比上年增加30.00万元，增长6.67%。新招人员到岗，支出增加12.00万元；设备更新，支出增加18.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, text).isEmpty)
  }

  @Test("An unknown word right before a total makes it another name")
  func qualifiedTotals() throws {
    let text = "支出预算90.00万元，其中：软件开发及委托运维支出预算30.00万元，占支出预算33.33%。"
    #expect(
      try Self.numbers(
        .contradicted, of: "二、支出预算情况说明", text, layout: "budget"
      ).isEmpty)
  }

  @Test("Two wrong rates of one amount are laid to the rates, which no other amount would mend")
  func wrongRatesOfOneAmount() throws {
    let text =
      "收入总计520.00万元，比上年增加20.00万元，增长4.40%，比年初预算减少80.00万元，下降15.33%。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, text) == ["4.40%", "15.33%"])
  }

  @Test("A paragraph that begins with a comparison goes on with what the one before spoke of")
  func paragraphsThatGoOn() throws {
    let text =
      "“三公”经费支出3.00万元，比上年减少0.50万元，下降14.29%。\n\n公务接待费支出1.00万元，严格控制标准。"
      + "\n\n较上年减少0.20万元，下降16.67%，主要原因是批次减少。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
  }

  @Test("A clause that ends in 中 tells what the shares behind it are of")
  func sharesOfWhatTheClauseBeforeNames() throws {
    let text =
      "“三公”经费支出决算为4.00万元。“三公”经费支出决算中，公务接待费1.00万元，占75%；公务用车购置及运行费3.00万元，占75%。"
    #expect(try Self.numbers(.contradicted, of: "十三、其他情况", text) == ["75%"])
  }

  @Test("The changes of all parts bear out the change of the whole, unchanged ones included")
  func changesAddUp() throws {
    let verified = try Self.numbers(
      .verified, of: Self.threePublic,
      "“三公”经费支出比上年减少1.00万元。其中：因公出国（境）费支出与上年持平；公务用车购置及运行维护费支出比上年减少0.90万元；公务接待费支出比上年减少0.10万元。")
    #expect(verified == ["1.00万元", "0.90万元", "0.10万元"])
  }

  @Test("A change and its rate are tested against the level of another paragraph")
  func ratesAcrossParagraphs() throws {
    let verified = try Self.numbers(
      .verified, of: Self.threePublic,
      "公务接待费支出2.20万元。\n\n接待人数与往年相近。公务接待费支出比上年增加0.20万元，增长10.00%。")
    #expect(verified.contains("0.20万元"))
    #expect(verified.contains("10.00%"))
  }

  @Test("What is said not to be, and what was not counted, bears out nothing spent")
  func nothing() throws {
    let verified = try Self.numbers(
      .verified, of: Self.threePublic, "因公出国（境）费支出0.00万元，因公出国（境）团组0个、累计0人次。")
    #expect(verified == ["0.00万元", "0个", "0人次"])
  }

  @Test("An economic 科目 is known without a table, and a 类 is not taken for a part of its name")
  func knownNames() throws {
    let verified = try Self.numbers(
      .verified, of: Self.basic,
      "人员经费110.00万元，主要包括：基本工资60.00万元、津贴补贴30.00万元、奖金20.00万元。")
    #expect(verified.count == 4)
  }

  @Test("A project's score, money and counts are those of its sheet")
  func projects() throws {
    let sheet = """
      # 类型：绩效
      # 标题：项目支出绩效自评表
      # 表头：0
      项目名称,河道清淤工程项目,<,<,<,<
      项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
      年度资金总额,80.00,72.00,10,90.00%,9
      二级指标,三级指标,年度指标值,实际完成值,分值,得分
      数量指标,清淤河道长度,≥12公里,13公里,40,40
      质量指标,验收合格率,≥95%,98%,30,30
      满意度指标,群众满意度,≥90%,95%,20,20
      总分,,,,100,99
      """
    let text =
      "1.河道清淤工程项目绩效自评综述：项目自评得分为99分。全年预算数为80.00万元，执行数为72.00万元，完成预算的90.00%。\n\n完成情况：一是清淤河道长度13公里。"
    let tables = ["绩效1": sheet]
    #expect(
      try Self.numbers(.verified, of: Self.performance, text, tables: tables)
        == ["99分", "80.00万元", "72.00万元", "90.00%", "13公里"])
    let wrong = text.replacing("99分", with: "98分").replacing("13公里", with: "18公里")
    #expect(
      try Self.numbers(.contradicted, of: Self.performance, wrong, tables: tables)
        == ["98分", "18公里"])
  }

  @Test("A number that a rule reports is contradicted")
  func reportedNumbers() throws {
    let contradicted = try Self.numbers(
      .contradicted, of: Self.threePublic, "公务接待费支出3.00万元，比上年增加3.00万元，增长100%。")
    #expect(contradicted == ["100%"])
  }

  private static let other = "十、其他重要事项的情况说明"

  @Test("The arithmetic of a sentence holds whatever its subject is called")
  func unnamedSubjects() throws {
    let text = "镇级统筹资金12.30万元，比上年减少1.20万元，下降8.89%。"
    #expect(
      try Self.numbers(.verified, of: Self.other, text) == ["12.30万元", "1.20万元", "8.89%"])
    #expect(
      try Self.numbers(
        .contradicted, of: Self.other, text.replacing("8.89%", with: "9.89%")) == ["9.89%"])
  }

  @Test("What is said behind an unknown name is not said of the amount before it")
  func namesBehindAmounts() throws {
    let text = "镇级统筹资金12.30万元，惠民补贴比上年减少1.20万元，下降20.00%。"
    #expect(try Self.numbers(.contradicted, of: Self.other, text).isEmpty)
    #expect(try Self.numbers(.verified, of: Self.other, text).isEmpty)
  }

  @Test("Shares of parts hold against a whole whose name is not known")
  func sharesOfUnnamedWholes() throws {
    let text = "全镇统筹资金50.00万元。其中：甲类补助20.00万元，占40.00%；乙类补助30.00万元，占60.00%。"
    #expect(try Self.numbers(.contradicted, of: Self.other, text).isEmpty)
    #expect(
      try Self.numbers(.contradicted, of: Self.other, text.replacing("60.00%", with: "6.00%"))
        == ["6.00%"])
  }

  @Test("Parts of a part stand for it in a list that does not tell it")
  func partsOfParts() throws {
    let text =
      "“三公”经费支出20.00万元，其中：因公出国（境）费0.00万元，公务用车购置费0.00万元，公务用车运行维护费12.00万元，公务接待费8.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
  }

  @Test("An amount of the year before is no second one of this year")
  func amountsCompared() throws {
    let text = "公务接待费支出43.10万元，比上年累计支出43.30万元减少0.20万元，下降0.46%。"
    #expect(
      try Self.numbers(.verified, of: Self.threePublic, text)
        == ["43.10万元", "43.30万元", "0.20万元", "0.46%"])
  }

  @Test("Of two budgets the one that the sentence names is meant, or the one that fits 预算")
  func twoBudgets() throws {
    let told = "公务接待费年初预算100.00万元，全年预算120.00万元，支出决算118.00万元，"
    for rest in [
      "完成预算的98.33%，比预算减少2.00万元，决算数小于预算数的主要原因是压减批次。",
      "完成年初预算的118.00%，比全年预算减少2.00万元。", "比年初预算增加18.00万元，决算数大于年初预算数的主要原因是追加。",
    ] {
      #expect(try Self.numbers(.contradicted, of: Self.threePublic, told + rest).isEmpty)
    }
    for (rest, wrong) in [
      ("完成预算的88.33%。", "88.33%"), ("比全年预算减少18.00万元。", "18.00万元"),
    ] {
      #expect(try Self.numbers(.contradicted, of: Self.threePublic, told + rest) == [wrong])
    }
  }

  @Test("A budget of another measure than the one named is not what was completed")
  func budgetsOfOtherMeasures() throws {
    let text = "公务接待费年初预算100.00万元，支出决算118.00万元，完成全年预算的98.33%，比全年预算减少2.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
  }

  @Test("A change behind the amount of the year before is of this year")
  func changesBehindTheYearBefore() throws {
    let text = "公务接待费2024年支出8.00万元，2023年支出12.50万元；对比减少4.35万元，减少率36.00%，原因是压减批次。"
    #expect(
      try Self.numbers(.contradicted, of: Self.threePublic, text) == ["4.35万元"]
        || Self.numbers(.contradicted, of: Self.threePublic, text) == ["12.50万元"])
    let right = "公务接待费2024年支出8.00万元，2023年支出12.50万元；对比减少4.50万元，减少率36.00%，原因是压减批次。"
    #expect(try Self.numbers(.verified, of: Self.threePublic, right).count == 4)
  }

  @Test("A rate of the only amount that is told, in another paragraph, is tested against it")
  func ratesOfOtherParagraphs() throws {
    let text =
      "“三公”经费支出2.70万元，其中：公务接待费2.70万元。\n\n“三公”经费支出比上年减少0.06万元，减幅0.02%，原因是压减批次。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text) == ["0.02%"])
  }

  @Test("增 and 减 right before a number tell a change; 新增 does not")
  func briefDirections() throws {
    let text = "公务接待费支出8.00万元，较上年减4.00万元，减33.33%；公务用车运行维护费支出6.00万元，较上年（增）1.00万元，（增加）25%。"
    #expect(
      try Self.numbers(.contradicted, of: Self.threePublic, text) == ["25%"])
    let other = "公务用车运行维护费支出6.00万元，新增8.00万元的车辆已经报批。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, other).isEmpty)
  }

  @Test("What another year's amount changed by is no change of this year's")
  func changesOfOtherYears() throws {
    let text =
      "2024年“三公”经费预算47.00万元，实际支出43.00万元，比预算减少4.00万元。2025年“三公”经费预算46.00万元，比2024年预算减少1.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
    let rates =
      "2024年公务接待费支出23.00万元，2025年预算21.00万元，与2024年支出相比，压减2.00万元，减少9%。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, rates).isEmpty)
    let parts =
      "2024年公务接待费支出3.00万元。\n\n2025年“三公”经费预算5.00万元。其中：公务接待费2.00万元。"
      + "\n\n其中，公务接待费2.00万元，比2024年支出减少1.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, parts).isEmpty)
  }

  @Test("What a bracket says an amount includes is a part of it, under the same name or not")
  func includedParts() throws {
    let text =
      "公务用车购置及运行维护费支出26.00万元（含驻外医疗队公务用车购置及运行维护费11.00万元）。公务用车购置及运行维护费支出26.00万元，已扣除停用车辆。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
  }

  @Test("A 科目 is known without the 的 of its name")
  func namesWithoutParticle() throws {
    let text = "对个人和家庭补助支出8.00万元，较上年减少2.00万元，下降25.00%，主要原因是人员减少。"
    #expect(try Self.numbers(.contradicted, of: Self.basic, text) == ["25.00%"])
  }

  @Test("An amount behind 占 is that of the whole")
  func amountsOfWholes() throws {
    let text = "教育支出30.00万元，占一般公共预算财政拨款支出120.00万元的25%；卫生健康支出90.00万元，占75%。"
    let heading =
      "五、一般公共预算财政拨款支出决算情况说明\n### （一）总体情况\n一般公共预算财政拨款支出120.00万元。\n### （二）结构情况"
    #expect(try Self.numbers(.contradicted, of: heading, text).isEmpty)
    #expect(try Self.numbers(.verified, of: heading, text).contains("25%"))
  }

  @Test("总收入 and 总支出 need not be the same, 收入总计 and 支出总计 do")
  func looseTotals() throws {
    let loose = "2024年总收入488.93万元，总支出481.80万元。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, loose).isEmpty)
    let strict = "2024年收入总计488.93万元，支出总计481.80万元。"
    #expect(try !Self.numbers(.contradicted, of: Self.totals, strict).isEmpty)
  }

  @Test("Behind a purpose without a number the sentence goes on with what it spoke of")
  func clausesBehindPurposes() throws {
    let text =
      "人员经费年初预算60.00万元。公用经费年初预算40.00万元，支出决算38.00万元，主要用于保障人员经费以外的办公支出，完成年初预算的95.00%。"
    #expect(try Self.numbers(.verified, of: Self.basic, text).contains("95.00%"))
  }

  @Test("Changes of parts bear out the change of a whole whose name is not known")
  func changesOfUnnamed() throws {
    let text = "比2023年预算数减少5.20万元，其中工资性补贴减少8.30万元，数字化运维增加3.10万元。"
    #expect(try Self.numbers(.verified, of: Self.other, text).count == 3)
  }

  @Test("Counts behind a count add up to it")
  func countsOfKinds() throws {
    let text = "共有设施12处（水闸5处，泵站7处）。"
    #expect(try Self.numbers(.verified, of: Self.other, text) == ["12处", "5处", "7处"])
  }

  @Test("A list goes on behind the list within it")
  func listsWithinLists() throws {
    let text = "改造费90.00万元，其中：土建40.00万元，其中地基25.00万元，墙体15.00万元；安装50.00万元。"
    #expect(try Self.numbers(.verified, of: Self.other, text).count == 5)
  }

  @Test("The money of several projects told in a row is that of their sheets, in order")
  func moneyOfSeveralProjects() throws {
    func sheet(_ name: String, _ money: String) -> String {
      """
      # 类型：绩效
      # 标题：项目支出绩效目标表
      # 表头：0
      项目名称,\(name),<,<,<
      年度资金总额,\(money),其中：财政拨款,\(money),
      一级指标,三级指标,指标值,分值,依据
      产出指标,改造管网长度,≥8公里,60,计划
      效益指标,受益户数,≥90户,40,计划
      合计,<,<,100,
      """
    }
    let tables = ["绩效1": sheet("老旧管网改造", "80.00"), "绩效2": sheet("河岸绿化提升", "45.00")]
    let text = "公开老旧管网改造、河岸绿化提升2个项目的绩效目标，预算资金分别为80.00万元和45.00万元。"
    #expect(
      try Self.numbers(.verified, of: Self.performance, text, tables: tables).suffix(2)
        == ["80.00万元", "45.00万元"])
    let wrong = text.replacing("45.00", with: "54.00")
    #expect(
      try Self.numbers(.contradicted, of: Self.performance, wrong, tables: tables)
        == ["54.00万元"])
  }

  @Test("An amount in another unit than its list is told by the sum")
  func unitsOfLists() throws {
    let contradicted = try Self.numbers(
      .contradicted, of: Self.basic, "机房改造共花费31.50万元，其中：线路敷设12.30万元、机柜8.70元、空调10.50万元。")
    #expect(contradicted == ["8.70元"])
  }

  private static let totals = "一、收入支出决算总体情况说明"
  private static let totalsTable = """
    收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
    一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,900.00
    本年收入合计,27,900.00,本年支出合计,57,900.00
    总计,30,900.00,总计,60,900.00
    """

  @Test("A wrong level excuses the change that its right value mends, and no other")
  func restsOfAWrongLevel() throws {
    let tables = ["公开01": Self.totalsTable]
    let mended = "2024年度收入总计800.00万元，与2023年度相比，收入总计增加100.00万元，增长12.50%。"
    #expect(
      try Self.numbers(.contradicted, of: Self.totals, mended, tables: tables) == ["800.00万元"])
    let other = mended.replacing("12.50", with: "25.00")
    #expect(
      try Self.numbers(.contradicted, of: Self.totals, other, tables: tables)
        == ["800.00万元", "25.00%"])
  }

  @Test("Parts are told of the amount before a sentence that tells none")
  func partsBehindAReason() throws {
    let text =
      "“三公”经费支出决算为9.00万元。支出减少的主要原因：厉行节约。其中：因公出国（境）费支出2.00万元，公务接待费支出1.00万元。"
    #expect(try Self.numbers(.verified, of: Self.threePublic, text).isEmpty)
    let whole = text.replacing("9.00", with: "3.00")
    #expect(try Self.numbers(.verified, of: Self.threePublic, whole).count == 3)
  }

  @Test("Another whole ends a list of known parts")
  func anotherWholeEndsAList() throws {
    let text =
      "收入总计90.00万元，其中：本年收入合计80.00万元，年初结转和结余20.00万元；支出总计100.00万元，其中包括水电费31.27万元，维护费10.46万元。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, text) == ["90.00万元"])
  }

  @Test("The totals of one name are one amount, and a name for both has its change")
  func jointTotals() throws {
    let text = "2024年度收入总计520.00万元，支出总计520.00万元，与2023年度相比，收、支总计各增加20.00万元，增长4.00%。"
    #expect(try Self.numbers(.verified, of: Self.totals, text).count == 4)
    let wrong = text.replacing("支出总计520.00", with: "支出总计502.00")
    #expect(try Self.numbers(.contradicted, of: Self.totals, wrong) == ["502.00万元"])
  }

  @Test("A rate tells which of two contrary words for a direction is wrong")
  func contraryDirections() throws {
    let text = "2024年度收入总计520.00万元，比2023年度减少20.00万元，增长4.00%。"
    #expect(try Self.numbers(.contradicted, of: Self.totals, text).isEmpty)
    #expect(try Self.numbers(.verified, of: Self.totals, text).count == 3)
  }

  @Test("A list in brackets is no part of the list around it")
  func listsInBrackets() throws {
    let text =
      "“三公”经费支出决算为9.00万元，其中：因公出国（境）费支出1.00万元；公务用车购置及运行费支出6.00万元（其中：公务用车购置费0.00万元；"
      + "公务用车运行费6.00万元），比上年减少0.50万元；公务接待费支出2.00万元。"
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, text).isEmpty)
    let wrong = text.replacing("公务接待费支出2.00", with: "公务接待费支出5.00")
    #expect(try Self.numbers(.contradicted, of: Self.threePublic, wrong) == ["9.00万元"])
  }

  @Test("Changes that one digit or one unit keeps from making up their total are told")
  func slipsInChanges() throws {
    let text = "与2023年相比，育苗支出增加228.29万元，修渠支出减少3.09万元，护林支出增加252.05万元。总支出增加477.25万元。"
    #expect(try Self.numbers(.contradicted, of: Self.other, text).isEmpty)
    #expect(
      try Self.numbers(.contradicted, of: Self.other, text.replacing("477.25", with: "437.25"))
        == ["437.25万元"])
    #expect(
      try Self.numbers(.contradicted, of: Self.other, text.replacing("228.29万", with: "228.29亿"))
        == ["228.29亿元"])
    let unlike = text.replacing("477.25", with: "612.84")
    #expect(try Self.numbers(.contradicted, of: Self.other, unlike).isEmpty)
  }

  @Test("An economic 科目 is no more than the one that it is listed under")
  func economicParts() throws {
    let text = "对企业补助3.42万元，主要包括：费用补贴7.42万元。"
    #expect(try Self.numbers(.contradicted, of: Self.basic, text).count == 1)
    let less = text.replacing("7.42", with: "2.42")
    #expect(try Self.numbers(.contradicted, of: Self.basic, less).isEmpty)
  }

  @Test("Where the items make up their 类 throughout, one that does not is told")
  func itemsOfCategories() throws {
    func category(_ name: String, _ whole: String, _ item: String, _ amount: String) -> String {
      "\(name)（类）支出决算\(whole)万元。其中：\n\n1.\(item)（项）。支出决算\(amount)万元。"
    }
    let heading = "五、一般公共预算财政拨款支出决算情况说明"
    let right = [
      category("一般公共服务支出", "40.00", "组织事务（款）行政运行", "40.00"),
      category("卫生健康支出", "14.00", "行政事业单位医疗（款）行政单位医疗", "14.00"),
      category("住房保障支出", "26.88", "住房改革支出（款）住房公积金", "26.88"),
    ].joined(separator: "\n\n")
    #expect(try Self.numbers(.contradicted, of: heading, right).isEmpty)
    #expect(
      try Self.numbers(
        .contradicted, of: heading, right.replacing("支出决算26.88万元。其中", with: "支出决算73.11万元。其中"))
        == ["73.11万元"])
  }

  @Test("A part that was left out leaves the numbers verified that the tables confirm")
  func omissionsAreNoContradictions() throws {
    let table = """
      预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
      9.00,2.00,6.00,0.00,6.00,1.00,9.00,2.00,6.00,0.00,6.00,1.00
      """
    let text = "“三公”经费支出决算9.00万元，其中：因公出国（境）费支出决算2.00万元，公务接待费支出决算1.00万元。"
    let tables = ["公开09": table]
    #expect(
      try Self.numbers(.verified, of: Self.threePublic, text, tables: tables)
        == ["9.00万元", "2.00万元", "1.00万元"])
  }
}

@Suite("Slips of the pen in numbers")
struct DigitSlipTests {
  private static func isSlip(_ written: Int64, _ right: Int64, slack: Int = 0) -> Bool {
    DigitSlip.explains(
      .init(mantissa: written, decimals: 2), becoming: Int128(right) * 1_000_000, slack: slack)
  }

  @Test("One digit, two that changed places and a point one place off are slips")
  func slips() {
    #expect(Self.isSlip(12345, 12845))
    #expect(Self.isSlip(12345, 13245))
    #expect(Self.isSlip(123450, 12345))
    #expect(Self.isSlip(12345, 12846, slack: 1))
  }

  @Test("Other differences, the same number and short numbers are none")
  func others() {
    #expect(!Self.isSlip(12345, 18845))
    #expect(!Self.isSlip(12345, 12345))
    #expect(!Self.isSlip(45, 95))
    #expect(!Self.isSlip(4000, 9000))
    #expect(!Self.isSlip(0, 12345))
    #expect(!Self.isSlip(12345, 12846))
  }
}

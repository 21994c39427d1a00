import FiscalText
import Testing

@testable import ReportDraft

struct ReasonFileTests {
  @Test func `tables and plain lines are read, empty ones are left out`() throws {
    let file = try ReasonFile(
      """
      条目,待填写,内容,所在的句子
      # 说明
      2080201,用途,"工资, 津贴",主要用于……
      2080202,用途,,
      公务接待费：接待减少
      行政运行,人员增加
      """)
    #expect(file.lines.map(\.number) == [3, 5, 6])
    #expect(file.lines.map(\.subject) == ["2080201", "公务接待费", "行政运行"])
    #expect(file.lines.map(\.content) == ["工资, 津贴", "接待减少", "人员增加"])
    #expect(file.lines.map(\.hint) == ["用途", "", ""])
  }

  @Test func `a line that says nothing is refused with its number`() {
    #expect(throws: ReasonError.self) { try ReasonFile("2080201：好\n只有一句话") }
    do {
      _ = try ReasonFile("2080201：好\n只有一句话")
    } catch {
      #expect(error.line == 2)
    }
  }

  @Test func `a template is read back`() throws {
    let blank = OpenBlank(subject: "2080201 行政运行", hint: "用途", sentence: "用于“,”：\"甲\"。")
    let text = ReasonFile.template([blank])
    #expect(try ReasonFile(text).lines.isEmpty)
    let filled = text.replacing("用途,,", with: "用途,工资,")
    #expect(try ReasonFile(filled).lines.map(\.content) == ["工资"])
  }

  @Test(arguments: [
    ("主要用于：【请填写：用途】。", "工资。", "主要用于：工资。"),
    ("主要原因是【请填写：原因】。", "工资增加。", "主要原因是工资增加。"),
    ("完成。【请填写：有差异的原因】", "工资增加", "完成。主要原因是工资增加。"),
    ("完成。【请填写：有差异的原因】", "决算数大于预算数。", "完成。决算数大于预算数。"),
    ("【请填写：主要职责】", "负责民政。", "负责民政。"),
    ("接待【请填写：接待批次数】批次。", "3批次", "接待3批次。"),
    ("接待【请填写：接待批次数】批次。", "3", "接待3批次。"),
    ("支出【请填写：机关运行经费决算数】。", "3.50", "支出3.50万元。"),
  ])
  func `words make a sentence with what stands around them`(
    text: String, content: String, result: String
  ) throws {
    let bytes = [UInt8](text.utf8)
    let blank = try #require(Blank.all(in: bytes).first)
    let filled = FilledBlank(blank, in: bytes).text(content)
    let whole =
      String(decoding: bytes[..<blank.range.lowerBound], as: UTF8.self) + filled
      + String(decoding: bytes[blank.range.upperBound...], as: UTF8.self)
    #expect(whole == result)
  }

  @Test(arguments: [
    (
      "采购总额200.00万元，其中：授予中小企业合同金额150.00万元，占采购总额的", "授予中小企业合同金额的占比", "75.00%"
    ),
    (
      "授予中小企业合同金额150.00万元，占采购总额的75.00%，其中：授予小微企业合同金额60.00万元，占授予中小企业合同金额的",
      "授予小微企业合同金额的占比", "40.00%"
    ),
    ("采购总额0.00万元，授予中小企业合同金额0.00万元，占采购总额的", "授予中小企业合同金额的占比", nil),
    ("采购总额200.00万元，授予中小企业合同金额【请填写：金额】，占采购总额的", "授予中小企业合同金额的占比", nil),
    ("采购总额200.00万元，授予中小企业合同金额150.00万元，为采购总额的", "授予中小企业合同金额的占比", nil),
  ])
  func `a share follows from the amounts that are filled in`(
    text: String, hint: String, share: String?
  ) {
    #expect(ShareOfAmounts.text(behind: [UInt8](text.utf8), hint: hint) == share)
  }

  @Test(arguments: [
    ("甲。年初预算为80.00万元，支出决算为100.00万元，完成年初预算的", "125.00%"),
    ("年初预算为3万元，支出决算为1万元，完成预算的", "33.33%"),
    ("年初预算为0.00万元，支出决算为1.00万元，完成预算的", nil),
    ("年初预算为80.00万元。支出决算为100.00万元，完成年初预算的", nil),
    ("年初预算为【请填写：年初预算数】，支出决算为100.00万元，完成年初预算的", nil),
    ("年初预算数为80.00万元，决算数为100.00万元，完成年初预算的", "125.00%"),
  ])
  func `the rate of completion follows from the two amounts of its sentence`(
    text: String, rate: String?
  ) {
    #expect(CompletionRate.text(behind: [UInt8](text.utf8)) == rate)
  }

  @Test(arguments: [
    ("已核对", "甲。乙10万元"), ("乙12万元。", "甲。乙12万元"),
  ])
  func `a sentence that is to be looked at stays, or is another`(content: String, text: String)
    throws
  {
    let blank = try #require(CheckBlank("核对本句沿用的上年数"))
    #expect(blank.text(content, behind: "甲。乙10万元") == text)
    #expect(CheckBlank("公务接待费变动的原因") == nil)
  }

  @Test func `a bare number for a budget is in ten thousand yuan`() throws {
    let bytes = [UInt8]("年初预算为【请填写：年初预算数】，".utf8)
    let blank = try #require(Blank.all(in: bytes).first)
    #expect(FilledBlank(blank, in: bytes).text("1,260.00") == "1,260.00万元")
    #expect(FilledBlank(blank, in: bytes).text("1,260.00万元") == "1,260.00万元")
  }
}

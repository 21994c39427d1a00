import Testing

@testable import ReportDraft

/// What the parts of a 科目 and the performance sheets of this year tell is worked out anew, and what
/// they do not tell is left open or marked.
struct RollSheetsTests {
  private static let lotteryChanges = [
    "公开07": [
      ("383.35,118.60,264.75", "383.35,100.60,282.75"),
      ("\"1,486.30\",,\"1,486.30\"", "\"1,486.30\",86.30,\"1,400.00\""),
    ]
  ]

  @Test func `basic and project expenditure of a fund's item come from its columns`() throws {
    let rolled = try RolledSample.rolled("final-accounts", Self.lotteryChanges)
    let text = try RolledSample.paragraph("福利彩票销售机构的业务费支出（项）", of: rolled)
    #expect(text.contains("，其中基本支出100.60万元、项目支出282.75万元，主要用于"))
  }

  @Test func `what was all project expenditure is parted where it no longer is`() throws {
    let rolled = try RolledSample.rolled("final-accounts", Self.lotteryChanges)
    let text = try RolledSample.paragraph("用于社会福利的彩票公益金支出（项）", of: rolled)
    #expect(text.contains("%，其中基本支出86.30万元、项目支出1,400.00万元，主要用于"))
    let same = try RolledSample.rolled("final-accounts", [:])
    #expect(try RolledSample.paragraph("用于社会福利的彩票公益金支出（项）", of: same).contains("，全部为项目支出，"))
  }

  @Test func `a project's score, grade, money and outcome are those of its sheet`() throws {
    let rolled = try RolledSample.rolled(
      "final-accounts",
      [
        "绩效3": [
          ("100,98.16", "100,85.20"), ("\"1,486.30\"", "\"1,230.88\""), ("612户", "640户"),
        ]
      ])
    let text = try RolledSample.paragraph("社会福利彩票公益金项目绩效自评综述", of: rolled)
    #expect(text.contains("项目自评得分为85.20分，等次为“良”。"))
    #expect(text.contains("执行数为1,230.88万元，完成预算的80.00%。"))
    #expect(text.contains("家庭适老化改造户数640户；资助孤儿就学人数126人。"))
    #expect(text.contains("投入使用【请填写：核对本句沿用的上年情况】。"))
    #expect(text.contains("下一步改进措施：【请填写：下一步改进措施，上年写的是："))
    let totals = try RolledSample.paragraph("个项目的自评结果", of: rolled)
    #expect(totals.contains("执行数合计9,624.02万元，完成预算的96.02%，占本年项目支出的54.74%。"))
    #expect(totals.contains("自评等次为“优”的2个、“良”的1个。"))
  }

  @Test func `a project that ended goes, and one that began comes with what its sheet tells`()
    throws
  {
    let rolled = try RolledSample.rolled(
      "final-accounts", ["绩效2": [("养老服务体系建设补助资金", "殡葬服务设施更新改造"), ("100,97.80", "100,91.00")]])
    let text = try RolledSample.paragraph("殡葬服务设施更新改造绩效自评综述", of: rolled)
    #expect(text.hasPrefix("（2）") && text.contains("得分为91.00分，等次为“优”。"))
    #expect(text.hasSuffix("完成预算的97.96%。【请填写：绩效目标完成情况、发现的主要问题及原因、下一步改进措施】"))
    #expect(try RolledSample.paragraph("社会福利彩票公益金项目绩效自评综述", of: rolled).hasPrefix("（3）"))
    #expect(rolled.items.map(\.name) == ["养老服务体系建设补助资金", "殡葬服务设施更新改造"])
    #expect(rolled.items.map(\.kind) == [.removed, .added])
  }

  @Test func `a number that was not that of the sheets is left open`() throws {
    let text = try RolledSample.paragraph(
      "全面开展绩效自评", of: try RolledSample.rolled("final-accounts", [:]))
    #expect(text.contains("共涉及项目【请填写：") && text.contains("政府性基金预算项目3个"))
  }

  @Test func `without sheets of this year the numbers on performance are open`() throws {
    let rolled = try RolledSample.rolled("final-accounts", without: ["绩效1", "绩效2", "绩效3"], [:])
    #expect(try RolledSample.paragraph("困难群众救助补助资金绩效自评综述", of: rolled).contains("得分为【请填写："))
  }

  @Test func `a list of projects with their money is that of this year's goals`() throws {
    let rolled = try RolledSample.rolled(
      "budget", without: ["绩效3"], ["绩效1": [("648.00", "700.00")]])
    #expect(
      try RolledSample.paragraph("个项目的绩效目标", of: rolled)
        == "本次公开2个项目的绩效目标，预算资金合计915.00万元，其中：农村供水工程维修养护700.00万元，"
        + "防汛物资储备与山洪灾害监测215.00万元。绩效目标表见第五部分。")
  }
}

import Testing

@testable import ReportDraft

struct DraftUpdateTests {
  private static let base = """
    ## 一、收入

    收入100.00万元，增长5.00%，主要原因是【请填写：原因】。

    1.教育（类）普通教育（款）小学教育（项）。决算为10.00万元。【请填写：原因】

    2.教育（类）普通教育（款）初中教育（项）。决算为20.00万元。【请填写：原因】

    """

  private func update(_ mine: String, _ new: String, from base: String = base) -> DraftUpdate {
    DraftUpdate(base: base, mine: mine, new: new)
  }

  @Test func `numbers follow the tables and reasons stay`() {
    let mine = Self.base.replacing("【请填写：原因】", with: "学生增加")
    let new = Self.base.replacing("100.00", with: "1,200.00").replacing("增长5.00%", with: "下降8.00%")
    let update = update(mine, new)
    #expect(update.text.contains("收入1,200.00万元，下降8.00%，主要原因是学生增加。"))
    #expect(update.kept.isEmpty)
    // The reason may not hold any more; that of the items, whose numbers stay, does.
    #expect(update.oldReasons.count == 1)
  }

  @Test func `a sentence that both changed is kept and told`() {
    let mine = Self.base.replacing("决算为10.00万元", with: "全年用了10万元")
    let new = Self.base.replacing("决算为10.00万元", with: "决算为12.00万元")
    let update = update(mine, new)
    #expect(update.text.contains("全年用了10万元"))
    #expect(update.kept.map(\.why) == [.changedByHand])
    #expect(update.kept[0].proposal.contains("12.00万元"))
  }

  @Test func `a new item comes in, and takes no reason of the one whose place it has`() {
    let mine = Self.base.replacing("20.00万元。【请填写：原因】", with: "20.00万元。学校扩建。")
    let new = Self.base.replacing(
      "2.教育（类）普通教育（款）初中教育（项）。决算为20.00万元",
      with: "2.教育（类）普通教育（款）高中教育（项）。决算为21.00万元")
    let update = update(mine, new)
    #expect(update.text.contains("高中教育（项）。决算为21.00万元。【请填写：原因】"))
    // What a person wrote about the other one is not lost.
    #expect(update.text.contains("初中教育（项）。决算为20.00万元。学校扩建。"))
    #expect(update.kept.map(\.why) == [.gone])
  }

  @Test func `an item without amounts goes if nobody worked on it`() {
    let new = Self.base.split(separator: "\n").filter { !$0.contains("小学") }
      .joined(separator: "\n\n").replacing("2.教育", with: "1.教育")
    let update = update(Self.base, new)
    #expect(!update.text.contains("小学"))
    #expect(update.text.contains("1.教育（类）普通教育（款）初中教育"))
    #expect(update.kept.isEmpty)
  }

  @Test func `paragraphs of a person's own stay where they are`() {
    let mine = Self.base.replacing("1.教育", with: "另外，本年调整了学区。\n\n1.教育")
    let new = Self.base.replacing("10.00", with: "11.00")
    let text = update(mine, new).text
    #expect(text.contains("原因】。\n\n另外，本年调整了学区。\n\n1.教育（类）"))
    #expect(text.contains("决算为11.00万元"))
  }

  @Test func `what was deleted stays deleted`() {
    let mine = Self.base.split(separator: "\n").filter { !$0.contains("小学") }
      .joined(separator: "\n\n")
    let update = update(mine, Self.base.replacing("10.00", with: "11.00"))
    #expect(!update.text.contains("小学"))
    #expect(update.kept.map(\.why) == [.deleted])
  }

  @Test func `without changes of the tables nothing changes`() {
    let mine = "前言。\n\n" + Self.base.replacing("收入100.00万元", with: "收入一百万元")
    let update = update(mine, Self.base)
    #expect(update.text == mine)
    #expect(update.kept.isEmpty)
  }

  @Test func `a diff shows the lines around a change`() {
    let old = (1...9).map { "第\($0)行" }.joined(separator: "\n") + "\n"
    let diff = UnifiedDiff.text(old, old.replacing("第5行", with: "新"), name: "甲")
    #expect(
      diff == """
        --- 甲（原）
        +++ 甲（新）
        @@ -2,7 +2,7 @@
         第2行
         第3行
         第4行
        -第5行
        +新
         第6行
         第7行
         第8行

        """)
    #expect(UnifiedDiff.text(old, old, name: "甲").isEmpty)
  }
}

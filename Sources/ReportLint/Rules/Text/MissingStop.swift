internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX07: an item of a list without the full stop that the others have, or a sentence with another
/// mark than the others of its pattern.
struct MissingStop: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX07", category: "T3", severity: .info, title: "缺标点，或与同类句子不一",
    summary: "一列编号条目末尾的标点一致；同一句式的标点一致，如“（项）。主要用于”“万元，完成”。",
    rationale: "别的条目都有句号，缺的这一条可能漏了文字。",
    source: "GB/T 15834-2011",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        （一）拟订规划。

        （二）组织实施⟦监督检查⟧

        （三）指导基层工作。

        （四）开展宣传教育。

        （五）承担人才工作。

        （六）完成其他任务。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        （一）拟订规划

        （二）组织实施

        （三）指导基层工作
        """),
      RuleExample(
        "有误：句式",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.甲（类）乙（款）丙（项）。主要用于办公。

        2.甲（类）乙（款）丁（项）。主要用于办公。

        3.甲（类）乙（款）戊（项）。主要用于办公。

        4.甲（类）乙（款）己类（项）。主要用于办公。

        5.甲（类）乙（款）庚（项）。主要用于办公。

        6.甲（类）乙（款）⟦电影（项）主要用于⟧放映。
        """),
      RuleExample(
        "无误：句式",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.甲（类）乙（款）丙（项）主要用于办公。

        2.甲（类）乙（款）丁（项）。主要用于办公。

        3.甲（类）乙（款）戊（项）主要用于办公。
        """),
    ])

  private static let leastItems = 5
  private static let quoted = 4

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    SentenceJoints().report(context, into: &findings)
    var list: [Int] = []
    var last: HeadingNumber?
    for (index, passage) in context.prose {
      guard passage.kind == .paragraph, let number = passage.number,
        last == nil || (number.style == last?.style && number.value == (last?.value ?? 0) + 1)
      else {
        report(list, context, into: &findings)
        let starts = passage.kind == .paragraph && passage.number?.value == 1
        list = starts ? [index] : []
        last = starts ? passage.number : nil
        continue
      }
      list.append(index)
      last = number
    }
    report(list, context, into: &findings)
  }

  private func report(_ list: [Int], _ context: ReportSurface, into findings: inout FindingSink) {
    guard list.count >= Self.leastItems else { return }
    let open = list.filter {
      isIdeograph(context.text.scalar(context.text.range(of: $0).upperBound - 1))
    }
    guard open.count == 1, let item = open.first else { return }
    let range = context.text.range(of: item)
    findings.report(
      max(range.lowerBound, range.upperBound - Self.quoted)..<range.upperBound, in: context,
      "别的条目末尾都有标点，这一条没有", confidence: .medium, suggestion: "补上句号，核对有没有漏掉文字")
  }
}

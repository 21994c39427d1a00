internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX43: a name that a list holds twice.
struct NamedTwice: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX43", category: "T3", severity: .warning, title: "列举中同一名称出现两次",
    summary: "用顿号并列的名称各列一次。",
    rationale: "同一名称列了两次，不是多写了一次，就是漏了另一个。",
    source: "文字校对通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费480.00万元，主要包括：基本工资、津贴补贴、奖金、⟦津贴补贴⟧、住房公积金。
        """),
      RuleExample(
        "有误：写明金额的列举",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        公用经费60.00万元，其中：办公费20.00万元、差旅费10.00万元、⟦办公费⟧18.00万元、印刷费12.00万元。
        """),
      RuleExample(
        "无误：几份列举，列举的是不同的事",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费480.00万元，主要包括：基本工资、津贴补贴、住房公积金；离退休人员的津贴补贴、生活补助、医疗费补助。

        东片社区、西片社区、东片养老站、西片养老站各有一名护理员，全年培训2、3、2次。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    var names: [Range<Int>] = []
    for place in text.places(of: Self.pause) {
      if let last = names.last, last.upperBound <= place, !Self.joins(last, place, text) {
        report(names, context, &findings)
        names = []
      }
      if names.isEmpty { names.append(Self.name(before: place, text)) }
      names.append(Self.name(from: place + 1, text))
    }
    report(names, context, &findings)
  }

  private static let pause: UInt32 = 0x3001
  private static let fewest = 3
  private static let shortest = 2
  private static let longest = 24

  /// Whether nothing but an amount stands between a name and the pause behind it.
  private static func joins(_ name: Range<Int>, _ pause: Int, _ text: DocumentText) -> Bool {
    !name.isEmpty
      && text.scalars[name.upperBound..<pause].allSatisfy { isAmount($0) }
  }

  private static func isAmount(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || units.contains(scalar)
  }

  private static let units = ".,，万亿元".scalarValues

  /// The ideographs from an index on.
  private static func name(from start: Int, _ text: DocumentText) -> Range<Int> {
    let name = text.scalars[start...].prefix(longest + 1).prefix { isIdeograph($0) }
    return start..<name.endIndex
  }

  /// The ideographs before an index and, where one stands there, before an amount.
  private static func name(before end: Int, _ text: DocumentText) -> Range<Int> {
    var end = end
    while isAmount(text.scalar(end - 1)) { end -= 1 }
    var start = end
    while end - start <= longest, isIdeograph(text.scalar(start - 1)) { start -= 1 }
    return start..<end
  }

  /// Reports the only name that stands twice among those of a list.
  private func report(
    _ names: [Range<Int>], _ context: ReportSurface, _ findings: inout FindingSink
  ) {
    guard names.count >= Self.fewest else { return }
    let scalars = context.text.scalars
    var twice: (first: Range<Int>, again: Range<Int>)?
    for (index, name) in names.enumerated() where name.count >= Self.shortest {
      guard let first = names[..<index].first(where: { scalars[$0] == scalars[name] }) else {
        continue
      }
      if twice != nil { return }
      twice = (first, name)
    }
    guard let (first, again) = twice,
      case let passage = context.passages[context.text.passage(at: again.lowerBound)],
      passage.kind == .paragraph
    else { return }
    findings.report(
      again, in: context, "这里并列的名称中，“\(context.text.string(again))”出现了两次", confidence: .medium,
      evidence: [.init("前一次", first, in: context)], suggestion: "删去一个，或者改为漏写的另一个名称")
  }
}

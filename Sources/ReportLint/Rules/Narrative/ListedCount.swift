internal import FiscalModel
internal import FiscalNarrative

/// NN43: more names than the count behind them.
struct ListedCount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN43", category: "N10", severity: .error, title: "列出的名称多于写明的个数",
    summary: "“甲”、“乙”、“丙”等 n 个的，列出的名称不应当多于 n 个。",
    rationale: "列出的比总数还多，必有一处不对。",
    source: "计数与列举一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门对“助餐服务”、“助浴服务”、“适老化改造”⟦等2个⟧项目开展了重点评价。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门对“助餐服务”、“助浴服务”、“适老化改造”等5个项目开展了重点评价。
        """),
    ])

  private static let etcetera: UInt32 = 0x7B49
  private static let opening: UInt32 = 0x201C
  private static let closing: UInt32 = 0x201D
  private static let joints = "、和，及".scalarValues
  private static let counters = "个项家".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .paragraph {
      let range = text.range(of: index)
      for place in range where text.scalars[place] == Self.etcetera {
        guard let (count, end) = Self.count(text, from: place + 1, range),
          case let listed = Self.names(text, before: place, range), listed >= 2, listed > count
        else { continue }
        findings.report(
          place..<end, in: context, "前面列出了 \(listed) 个名称，这里写 \(count) 个",
          actual: "\(count)", expected: "\(listed)", suggestion: "核对个数")
      }
    }
  }

  /// The number behind 等 that counts names, and where its counter ends.
  private static func count(
    _ text: DocumentText, from start: Int, _ range: Range<Int>
  ) -> (Int, Int)? {
    var end = start
    var count = 0
    while end < range.upperBound, end - start < 4, isDigit(text.scalars[end]) {
      count = count * 10 + Int(text.scalars[end] & 0x0F)
      end += 1
    }
    guard end > start, end < range.upperBound, counters.contains(text.scalars[end]) else {
      return nil
    }
    return (count, end + 1)
  }

  /// How many quoted names stand one behind the other before an index.
  private static func names(
    _ text: DocumentText, before index: Int, _ range: Range<Int>
  ) -> Int {
    var names = 0
    var end = index
    while end > range.lowerBound, text.scalars[end - 1] == closing {
      var start = end - 2
      while start > range.lowerBound, text.scalars[start] != opening { start -= 1 }
      guard start >= range.lowerBound, text.scalars[start] == opening else { return names }
      names += 1
      end = start
      if end > range.lowerBound, joints.contains(text.scalars[end - 1]) { end -= 1 }
    }
    return names
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN43: more names than the count behind them.
struct ListedCount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN43", category: "N10", severity: .error, title: "列出的名称与写明的个数不符",
    summary: "“甲”、“乙”、“丙”等 n 个的，列出的名称不应当多于 n 个；n 个，分别是甲、乙的，列出的名称不应当少于 n 个。",
    rationale: "个数与列出的名称对不上，必有一处不对。",
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
        "有误：少于个数",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门开展重点评价的项目⟦3个⟧，分别是：助餐服务项目、助浴服务项目。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门对“助餐服务”、“助浴服务”、“适老化改造”等5个项目开展了重点评价。

        本部门管理的项目3个，分别是：助餐服务项目、助浴和适老化改造项目。

        开展重点评价的项目3个，分别是：助餐服务项目，得分较高；助浴服务项目，完成较好；护理项目。

        发放资金涉及乡镇5个，分别为东镇、西镇，南乡和北乡、中乡。
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
      for match in Self.leads.matches(in: text, range) {
        checkNamed(context, match.range, range, &findings)
      }
    }
  }

  private static let leads = PhraseSet(["分别是", "分别为"])
  private static let longestName = 30
  private static let offices = PhraseSet(["内设", "下设", "设有", "设机构", "内部机构"])
  private static let longestLead = 24
  /// What is counted, and its word: 个直属单位.
  private static let longestNoun = 10

  /// 3个，分别是：甲、乙: fewer names than are counted. More may be names with a pause in them.
  private func checkNamed(
    _ context: ReportSurface, _ word: Range<Int>, _ passage: Range<Int>,
    _ findings: inout FindingSink
  ) {
    let text = context.text
    var end = word.lowerBound
    if end > passage.lowerBound, Self.isMark(text.scalars[end - 1]) { end -= 1 }
    // 3个直属单位分别是
    let nearest = max(passage.lowerBound + 1, end - Self.longestNoun)
    while end > nearest, isIdeograph(text.scalars[end - 1]),
      !(Self.counters.contains(text.scalars[end - 1]) && isDigit(text.scalars[end - 2]))
    {
      end -= 1
    }
    guard end > passage.lowerBound, Self.counters.contains(text.scalars[end - 1]) else { return }
    let lead = max(passage.lowerBound, end - Self.longestLead)..<end
    // Offices are ST32's, units ST31's.
    guard !Self.offices.isFound(in: text, lead),
      !UnitCount.isTold(in: context, text.passage(at: word.lowerBound))
    else { return }
    var digits = end - 1
    while digits > passage.lowerBound, isDigit(text.scalars[digits - 1]) { digits -= 1 }
    guard let (count, _) = Self.count(text, from: digits, passage) else { return }
    var start = word.upperBound
    if start < passage.upperBound, Self.isMark(text.scalars[start]) { start += 1 }
    guard let list = NameList(text, from: start, to: passage.upperBound), !list.isOpen,
      list.names.allSatisfy({ name in
        name.count <= Self.longestName && !text.scalars[name].contains(where: isDigit)
      }),
      count > list.most
    else { return }
    findings.report(
      digits..<end, in: context, "这里写 \(count) 个，后面列出 \(list.most) 个名称",
      actual: "\(count)", expected: "\(list.most)", suggestion: "核对个数")
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    [0xFF0C, 0x2C, 0xFF1A, 0x3A].contains(scalar)
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

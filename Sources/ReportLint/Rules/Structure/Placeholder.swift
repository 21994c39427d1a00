internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST25: a blank of the template that was never filled in.
struct Placeholder: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST25", category: "S6", severity: .error, title: "模板残留：占位符",
    summary: "没有 XX、××、某某、＿＿、空日期等没有填的空。",
    rationale: "占位符说明这一处没有填写就公开了。",
    source: "决算、预算公开模板",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入增加的主要原因：⟦XXXX⟧。减少的主要原因是⟦____⟧。
        """),
      RuleExample(
        "有误：空填成了零",
        "# 第二部分 部门决算情况说明\n## 七、财政拨款“三公”经费支出决算情况说明\n公务用车购置费0.00万元，⟦主要用于0⟧等。"),
      RuleExample(
        "有误：一个字母",
        "# 第二部分 部门决算情况说明\n## 七、财政拨款“三公”经费支出决算情况说明\n报废公务用车⟦X⟧辆，减少支出⟦×⟧万元，举办培训班⟦x⟧期。"),
      RuleExample(
        "有误：没有填数字",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费3.00万元，⟦占 %⟧，比上年⟦减少 万元⟧。
        """),
      RuleExample(
        "有误：比重没有填数字",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        商品和服务支出3.00万元，⟦占基本支出 %⟧；资本性支出2.00万元，⟦占比为%⟧。占比用%表示，占基本支出25%。
        """),
      RuleExample(
        "有误：总数没有填",
        """
        # 第二部分 部门预算情况说明
        ## 七、一般公共预算“三公”经费支出情况
        2024年下达本单位“三公”经费⟦控制数万元⟧，其中公务接待费2.00万元。
        """, layout: "budget"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入以万元计算，占比用%表示。《XXL项目》使用MAXX设备，全年完成10×20米标牌3块，主要用于0-3岁婴幼儿照护。补助金额=补助标准×人次，工程费=单价×数量×万元系数。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var end = 0
    for index in Self.fillers.flatMap({ context.text.places(of: $0) }).sorted() where index >= end {
      guard let range = blank(context.text, at: index) else { continue }
      end = range.upperBound
      let quote = context.text.string(range)
      findings.report(
        range, in: context, "“\(quote)”是模板里没有填的空", actual: quote, suggestion: "填写实际内容")
    }
    reportWords(context, into: &findings)
  }

  /// A run of X, ×, _ or the like.
  private func blank(_ text: DocumentText, at index: Int) -> Range<Int>? {
    let scalar = text.scalars[index]
    var end = index + 1
    while text.scalar(end) == scalar { end += 1 }
    if end - index == 1 { return isCounted(text, index) ? index..<end : nil }
    // MAXX and XXL are names.
    guard !Self.isWord(text.scalar(index - 1)), !Self.isWord(text.scalar(end)) else { return nil }
    return index..<end
  }

  /// 购置X辆, 增加×万元: one letter in the place of a number. × multiplies as well: 标准×人次.
  private func isCounted(_ text: DocumentText, _ index: Int) -> Bool {
    let before = text.scalar(index - 1)
    guard Self.letters.contains(text.scalars[index]), isIdeograph(before) else { return false }
    if Self.units.contains(where: { text.has($0, at: index + 1) }) {
      return text.scalars[index] != Self.times
        || !Self.factors.contains(before) && !isFormula(text, index)
    }
    return text.scalars[index] != Self.times
      && Self.counters.contains(text.scalar(index + 1))
  }

  /// Whether another × or = stands close by.
  private func isFormula(_ text: DocumentText, _ index: Int) -> Bool {
    (max(0, index - Self.formulaReach)..<index).contains { place in
      Self.operators.contains(text.scalars[place]) && isIdeograph(text.scalar(place - 1))
        && isIdeograph(text.scalar(place + 1))
    }
  }

  private static let times: UInt32 = 0xD7
  /// How the names of factors end: 标准, 单价, 数量, 人数, 总额, 成本, 费率, 分值, 比例, 权重.
  private static let factors = "准价量数额本率值例重分".scalarValues
  private static let operators = "×=＝".scalarValues
  private static let formulaReach = 12

  private static let fillers = "Xx×Ｘ_＿".scalarValues
  private static let letters = "Xx×Ｘ".scalarValues
  private static let counters = "个项家人名次期场户台套件间年月日".scalarValues
  private static let units = ["万元", "元", "辆", "人次", "批次", "个百分点", "%"].map(\.scalarValues)

  /// Letters, which make a name; digits are put beside blanks too: 20XX年.
  private static func isWord(_ scalar: UInt32) -> Bool {
    (isLatinLetter(scalar) && scalar != 0x58 && scalar != 0x78) || scalar == 0x2F || scalar == 0x2E
  }

  // MARK: Words

  private static let words = PhraseSet(["某某", "待填写", "待补充", "（待定）", "【待定】", "{{", "《》", "“”"])
  private static let uses = PhraseSet(["主要用于0", "主要用于无", "主要是0", "主要为0"])
  /// Spaces are left out of the text.
  private static let missingNumbers = PhraseSet(
    lonelyUnits + [
      "控制数万元", "收入预算万元", "支出预算万元", "累计人次", "总额万元", "总计万元", "合计万元", "共计万元", "增长万元", "下降万元", "其中万元",
    ])
  private static let lonelyUnits = [
    "占%", "占％", "增长%", "增长％", "下降%", "下降％", "完成%", "完成％", "增加万元", "减少万元", "支出万元",
    "收入万元",
  ]
  /// The others head columns too, where no mark follows.
  private static let clauseEnds = Set("，。；、,;".scalarValues)
  private static let emptyDate = PhraseSet(["年月日"])

  private func reportWords(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for match in Self.words.matches(in: text) {
      let quote = text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”是没有填写的空", severity: .warning, actual: quote,
        suggestion: "填写实际内容")
    }
    for match in Self.uses.matches(in: text) where endsPhrase(text, match.range.upperBound) {
      findings.report(
        match.range, in: context, "模板的空填成了没有内容的“0”或“无”，应当写明用途或删去",
        severity: .warning, actual: text.string(match.range), suggestion: "没有用途的，删去“主要用于…等”")
    }
    for match in Self.missingNumbers.matches(in: text)
    where context.passages[text.passage(at: match.range.lowerBound)].kind == .paragraph
      && (match.phrase < Self.lonelyUnits.count
        || Self.clauseEnds.contains(text.scalar(match.range.upperBound)))
    {
      let quote = text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”中间没有填写数字", actual: quote, suggestion: "填写数字，没有的写明为零")
    }
    for range in emptyShares(text)
    where context.passages[text.passage(at: range.lowerBound)].kind == .paragraph {
      let quote = text.string(range)
      findings.report(
        range, in: context, "“\(quote)”中间没有填写数字", actual: quote, suggestion: "填写数字，没有的写明为零")
    }
    for match in Self.emptyDate.matches(in: text) {
      let range = match.range
      guard text.hasSpace(before: range.lowerBound + 1),
        text.hasSpace(before: range.lowerBound + 2),
        text.range(of: text.passage(at: range.lowerBound)) == range
      else { continue }
      findings.report(range, in: context, "日期没有填写", suggestion: "填写日期")
    }
  }

  /// 占基本支出%，: clauses that name what a percentage is of and end with a bare percent sign.
  private func emptyShares(_ text: DocumentText) -> [Range<Int>] {
    Self.percentSigns.flatMap { text.places(of: $0) }.sorted().compactMap { place in
      guard !isIdeograph(text.scalar(place + 1)), !isOfFormula(text.scalar(place + 1)) else {
        return nil
      }
      var start = place
      while start > 0, place - start < Self.longestShare, isIdeograph(text.scalar(start - 1)) {
        start -= 1
        guard text.scalar(start) == Self.share else { continue }
        return place - start > 1 ? start..<(place + 1) : nil
      }
      return nil
    }
  }

  /// Whether a percent sign goes on as in a formula or an address: with a digit, letter or bracket of ASCII.
  private func isOfFormula(_ scalar: UInt32) -> Bool {
    (0x21...0x7E).contains(scalar) && scalar != 0x2C
  }

  private static let percentSigns = "%％".scalarValues
  private static let share: UInt32 = 0x5360  // 占
  private static let longestShare = 20

  /// 主要用于 0 等, 主要用于0。, but not 主要用于0-3岁.
  private func endsPhrase(_ text: DocumentText, _ index: Int) -> Bool {
    switch text.scalar(index) {
    case 0x7B49, 0x3002, 0xFF0C, 0xFF1B, 0x0A: true
    default: false
    }
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Paragraphs that another year begins: those that were copied from last year.
extension WrongYear {
  /// A paragraph that another year begins.
  ///
  /// - Parameter told: passages in which an amount already tells that their year is wrong.
  func checkOpenings(
    _ context: LintContext, _ year: Int, beside told: Set<Int>, _ findings: inout FindingSink
  ) {
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let range = context.text.range(of: index)
      let mentions = YearMention.all(in: context.text, range)
      guard let first = mentions.first, first.year != year,
        !mentions.contains(where: { $0.year == year }),
        isSubject(context, first, from: range.lowerBound), isBegun(context, before: index),
        !isHeaded(context, first, before: index),
        first.year < year || !isPlan(first.range.upperBound..<range.upperBound, context),
        !Self.comparison.isFound(
          in: context.text,
          first.range.upperBound..<min(first.range.upperBound + 8, range.upperBound)),
        case let isBalance = first.year > year && tellsBalance(context, first),
        isBalance
          || Self.facts.isFound(
            in: context.text,
            first.range.upperBound..<min(first.range.upperBound + 24, range.upperBound)),
        first.isFiscal && !tellsDeed(context, first, range)
          || tellsAmount(context, first, range) || tellsAbsence(context, first, range)
          || isBalance,
        !isBesidePair(context, first, index, year), !told.contains(index)
      else { continue }
      let word = first.isFiscal ? "年度" : "年"
      findings.report(
        first.range, in: context, "本文件说明的是\(year)年度，这里写的是\(first.year)\(word)",
        severity: first.isFiscal || first.year > year ? nil : .warning,
        confidence: first.isFiscal || first.year > year ? .high : .medium,
        actual: "\(first.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”，并核对本段是否照抄上年",
        refutes: Self.refuted(context.facts, index, first.year))
    }
  }

  /// 2024年政府采购预算18.00万元: whether the clause that the year begins tells an amount of what
  /// the report is about. 2024年农村公路建设项目 is a name.
  private func tellsAmount(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let start = mention.range.upperBound
    let end =
      (start..<range.upperBound).first {
        Self.clauseEnds.contains(text.scalar($0)) && !isDigit(text.scalar($0 + 1))
      } ?? range.upperBound
    var body = start + bodyLength(context, start..<end)
    if text.has(Self.arranging, at: body) { body += Self.arranging.count }
    if context.kind == .budget, Self.goals.isFound(in: text, body..<end) {
      return text.scalars[body..<end].contains(where: isDigit)
    }
    return Self.subjects.contains { text.has($0, at: body) }
      && Self.units.isFound(in: text, start..<end)
      && text.scalars[start..<end].contains(where: isDigit)
  }

  /// 2024年纳入绩效目标管理的项目12个: of the year before a budget tells what came of the goals.
  private static let goals = PhraseSet(["绩效目标"])
  private static let arranging = "安排".scalarValues

  /// 2025年末结转和结余63.47万元, in the accounts of 2024: whether a year that is not over begins the balance at
  /// its end.
  private func tellsBalance(_ context: LintContext, _ mention: YearMention) -> Bool {
    guard context.kind == .finalAccounts else { return false }
    let (text, start) = (context.text, mention.range.upperBound)
    guard let end = Self.yearEnds.first(where: { text.has($0, at: start) })?.count else {
      return false
    }
    let reach = (start + end)..<min(start + end + Self.balanceReach, text.scalars.count)
    let clause = reach.prefix { !Self.clauseEnds.contains(text.scalar($0)) }
    return Self.balances.isFound(in: text, clause)
  }

  private static let yearEnds = ["末", "年末"].map(\.scalarValues)
  private static let balances = PhraseSet(["结转", "结余"])
  /// 一般公共预算财政拨款结转.
  private static let balanceReach = 16

  /// 2023年没有使用政府性基金预算安排的支出: whether the sentence that the year begins says that there
  /// was none, and stands alone.
  private func tellsAbsence(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let start = mention.range.upperBound
    let body = start + bodyLength(context, start..<range.upperBound)
    return Self.absences.contains { text.has($0, at: body) }
      && text.scalars[body..<range.upperBound].firstIndex(of: 0x3002).map {
        $0 == range.upperBound - 1
      } ?? true
  }

  /// 2022年度预算执行审计查出的问题已整改: whether the clause that the year begins tells what was done about the
  /// accounts of that year.
  private func tellsDeed(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let start = mention.range.upperBound
    let end =
      (start..<range.upperBound).first { Self.clauseEnds.contains(context.text.scalar($0)) }
      ?? range.upperBound
    return context.grammar.deeds.isFound(in: context.text, start..<end)
  }

  private static let absences = ["没有", "无", "未安排", "未发生", "未使用", "不涉及"].map(\.scalarValues)

  private static let subjects = [
    "收入", "支出", "收支", "收、支", "总收入", "总支出", "本年收入", "本年支出", "财政拨款", "一般公共预算", "政府性基金", "国有资本经营",
    "部门预算", "单位预算", "部门决算", "单位决算", "年初预算", "预算", "决算", "“三公”", "三公", "机关运行经费", "政府采购", "政府购买服务",
    "基本支出",
    "项目支出",
    "人员经费", "公用经费", "公务接待费", "公务用车", "因公出国",
  ].map(\.scalarValues)

  /// Whether the paragraph beside it tells the report's own year of the same: first 2024年…, then
  /// 2025年….
  private func isBesidePair(
    _ context: LintContext, _ mention: YearMention, _ passage: Int, _ year: Int
  ) -> Bool {
    [passage - 1, passage + 1].contains { index in
      guard context.facts.passages.indices.contains(index),
        context.facts.passages[index].kind == .paragraph
      else { return false }
      let range = context.text.range(of: index)
      return YearMention.all(in: context.text, range).contains { other in
        other.year == year
          && isSame(other.range.upperBound, mention.range.upperBound, context.text)
      }
    }
  }

  /// Whether the same words stand behind two years, up to the first number or mark, or up to where they
  /// say of which budget it is: 2016年度政府采购支出总额…, 2017年政府采购预算总额….
  private func isSame(_ one: Int, _ other: Int, _ text: DocumentText) -> Bool {
    let (one, other) = (behindDegree(one, text), behindDegree(other, text))
    for offset in 0..<Self.sameWords {
      let scalar = text.scalar(one + offset)
      guard scalar == text.scalar(other + offset) else {
        return Self.facts.isFound(in: text, one..<(one + offset))
          && tellOtherMeasures(one + offset, other + offset, text)
      }
      if offset > 0, isDigit(scalar) || Self.clauseEnds.contains(scalar) { return true }
    }
    return true
  }

  /// Whether one of two places goes on with what was spent, and the other one with what is to be.
  private func tellOtherMeasures(_ one: Int, _ other: Int, _ text: DocumentText) -> Bool {
    [(one, other), (other, one)].contains { planned, spent in
      text.has(Self.plannedWord, at: planned)
        && Self.spentWords.contains { text.has($0, at: spent) }
    }
  }

  private static let plannedWord = "预算".scalarValues
  private static let spentWords = ["支出", "决算", "实际", "执行", "完成"].map(\.scalarValues)

  private func behindDegree(_ start: Int, _ text: DocumentText) -> Int {
    text.scalar(start) == "度".scalarValues[0] ? start + 1 : start
  }

  /// How many code points behind two years tell that the same is told of them.
  private static let sameWords = 16
  private static let clauseEnds = "，。；,;".scalarValues
  private static let units = PhraseSet(["万元", "亿元", "元"])

  private static let facts = PhraseSet([
    "收入", "支出", "收支", "收、支", "决算", "预算", "财政拨款", "三公", "机关运行经费", "政府采购", "绩效", "用于保障",
  ])

  private static let comparison = PhraseSet(["相比", "对比", "比较"])

  /// Whether the nearest heading above speaks of the same year: 二、2023年“三公”经费决算情况.
  private func isHeaded(
    _ context: LintContext, _ mention: YearMention, before passage: Int
  ) -> Bool {
    guard
      let heading = context.facts.passages[..<passage].lastIndex(where: { $0.kind == .heading })
    else { return false }
    return YearMention.all(in: context.text, context.text.range(of: heading))
      .contains { $0.year == mention.year }
  }

  /// Whether the passage before is complete, so that this one begins a sentence.
  private func isBegun(_ context: LintContext, before passage: Int) -> Bool {
    guard passage > 0, context.facts.passages[passage - 1].kind == .paragraph,
      let last = context.facts.passages[passage - 1].text.string.last(where: { !$0.isWhitespace })
    else { return true }
    return "。；：！？”）".contains(last)
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Titles, contents lists and names of attachments with another year.
extension WrongYear {
  /// The cover and the headings that name the accounts of another year, below which this year's are
  /// told.
  func checkTitles(_ context: LintContext, _ year: Int, _ findings: inout FindingSink) {
    for (index, passage) in context.prose where [.cover, .heading].contains(passage.kind) {
      let range = context.text.range(of: index)
      guard range.count <= Self.longestHeading,
        let mention = YearMention.all(in: context.text, range).first, abs(mention.year - year) == 1,
        isTitle(mention, context, range), isBelow(index, year, context)
      else { continue }
      let word = mention.isFiscal ? "年度" : "年"
      findings.report(
        mention.range, in: context, "本文件说明的是\(year)年度，标题写的是\(mention.year)\(word)",
        actual: "\(mention.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”")
    }
  }

  static let longestHeading = 45

  /// The accounts of another year named where only those of the report are meant: in the contents
  /// list, where a heading has the right year; in what the overview says of the bodies that they
  /// are of; and in the name of the attachment that holds their tables.
  func checkNames(_ context: LintContext, _ year: Int, _ findings: inout FindingSink) {
    for (index, passage) in context.prose {
      let range = context.text.range(of: index)
      let mentions = YearMention.all(in: context.text, range)
      guard let mention = mentions.first, mentions.count == 1, abs(mention.year - year) == 1 else {
        continue
      }
      switch passage.kind {
      case .contents:
        guard isHeadedRightly(context, mention, range, year) else { continue }
      case .paragraph:
        guard namesAccounts(context, mention, range),
          passage.role?.hasPrefix("overview") ?? false
            && Self.scopes.isFound(in: context.text, mention.range.upperBound..<range.upperBound)
            || isScope(context, mention) || isAttachment(context, mention, range, year)
        else { continue }
      default: continue
      }
      let word = mention.isFiscal ? "年度" : "年"
      findings.report(
        mention.range, in: context, "本文件说明的是\(year)年度，这里写的是\(mention.year)\(word)",
        actual: "\(mention.year)\(word)", expected: "\(year)\(word)",
        suggestion: "改为“\(year)\(word)”")
    }
  }

  /// Whether a heading reads as an entry of the contents list, but with the report's own year.
  private func isHeadedRightly(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>, _ year: Int
  ) -> Bool {
    let text = context.text
    let right = "\(year)".scalarValues
    let entry =
      words(text, range.lowerBound..<mention.range.lowerBound) + right
      + words(text, (mention.range.lowerBound + 4)..<range.upperBound)
    return context.prose.contains { index, passage in
      passage.kind == .heading && words(text, text.range(of: index)) == entry
    }
  }

  private func words(_ text: DocumentText, _ range: Range<Int>) -> [UInt32] {
    text.scalars[range].filter { $0 != 0x20 && $0 != 0x3000 && $0 != 0x09 }
  }

  /// 2023年度部门决算编制范围, not 与2023年度部门决算相比.
  private func namesAccounts(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let rest = mention.range.upperBound..<range.upperBound
    if isScope(context, mention) {
      return !Self.comparing.contains(text.scalar(mention.range.lowerBound - 1))
    }
    let word = context.kind == .budget ? "预算" : "决算"
    let accounts = ["部门", "单位"].map { ($0 + word).scalarValues }
    let starts = [rest.lowerBound, rest.lowerBound + bodyLength(context, rest)]
    return !Self.comparing.contains(text.scalar(mention.range.lowerBound - 1))
      && !Self.earlier.isFound(in: text, range)
      && accounts.contains { name in starts.contains { text.has(name, at: $0) } }
  }

  /// 列入2015年部门决算编制范围的单位: whether the year is that of the accounts for whose bodies the list is.
  private func isScope(_ context: LintContext, _ mention: YearMention) -> Bool {
    let text = context.text
    return Self.accountScopes.contains { text.has($0, at: mention.range.upperBound) }
      && Self.inclusions.contains { text.has($0, at: mention.range.lowerBound - $0.count) }
  }

  private static let accountScopes = ["部门决算", "单位决算", "部门预算", "单位预算"].map {
    ($0 + "编制范围").scalarValues
  }
  private static let inclusions = ["列入", "纳入"].map(\.scalarValues)

  private static let comparing = "与比较同和从由".scalarValues
  private static let scopes = PhraseSet(["编制范围", "包括", "包含", "构成", "组成", "汇总"])

  /// 附件：某局2023年度部门决算公开表.
  private func isAttachment(
    _ context: LintContext, _ mention: YearMention, _ range: Range<Int>, _ year: Int
  ) -> Bool {
    let text = context.text
    return mention.year == year - 1 && range.count <= Self.longestHeading
      && Self.attachments.contains { text.has($0, at: range.lowerBound) }
      && Self.tables.contains { text.has($0, at: range.upperBound - $0.count) }
  }

  private static let attachments = ["附件", "附表"].map(\.scalarValues)
  private static let tables = ["公开表", "决算表", "预算表", "报表"].map(\.scalarValues)

  /// Whether a title goes on behind its year as those of the report's own accounts do.
  private func isTitle(
    _ mention: YearMention, _ context: LintContext, _ range: Range<Int>
  ) -> Bool {
    let text = context.text
    let rest = mention.range.upperBound..<range.upperBound
    guard !Self.earlier.isFound(in: text, range) else { return false }
    if rest.isEmpty { return mention.isFiscal && range.count <= mention.range.count + 2 }
    let body = rest.lowerBound + bodyLength(context, rest)
    return Self.titles.contains { text.has($0, at: body) }
  }

  /// Whether the first year told below a title, by the accounts themselves, is the report's own.
  private func isBelow(_ title: Int, _ year: Int, _ context: LintContext) -> Bool {
    for index in context.facts.passages.indices.dropFirst(title + 1).prefix(Self.belowReach) {
      let passage = context.facts.passages[index]
      guard passage.kind == .paragraph || passage.kind == .heading else { continue }
      let range = context.text.range(of: index)
      guard let mention = YearMention.all(in: context.text, range).first,
        isSubject(context, mention, from: range.lowerBound) || passage.kind == .heading,
        passage.kind == .paragraph || isTitle(mention, context, range)
      else { continue }
      return mention.year == year
    }
    return false
  }

  private static let belowReach = 40
  private static let earlier = PhraseSet([
    "执行", "对比", "比较", "增减", "变化", "完成", "上年", "回顾", "总结", "较", "结转",
  ])
  private static let titles = [
    "部门决算", "单位决算", "部门预算", "单位预算", "决算", "预算", "收入支出", "收支", "收入决算", "支出决算", "收入预算",
    "支出预算", "财政拨款", "一般公共预算", "政府性基金", "国有资本", "“三公”", "三公", "部门收支", "部门收入", "部门支出",
  ].map(\.scalarValues)
}

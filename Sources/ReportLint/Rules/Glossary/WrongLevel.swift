internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// GL09: definitions of a department's own money that name another level of government.
struct WrongLevel: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL09", category: "T6", severity: .warning, title: "名词解释的级次不是本部门的",
    summary: "封面写“区级部门预算”的，名词解释里说本部门经费的也是区级，不是市级。",
    rationale: "名词解释照抄上级部门的文本，级次忘了改。",
    source: "全文一致",
    examples: [
      RuleExample(
        "有误",
        """
        云汀市清浦区2024年区级部门预算

        # 名词解释
        （一）基本支出预算：是⟦市级⟧预算主管部门及所属预算单位为保障机构正常运转而编制的年度支出计划。

        （二）“三公”经费：是与市级财政有经费领拨关系的部门使用财政拨款安排的三项费用。
        """, layout: "budget/shanghai", entity: "云汀市清浦区商务委员会"),
      RuleExample(
        "无误",
        """
        云汀市清浦区2024年区级部门预算

        # 名词解释
        （一）基本支出预算：是区级预算主管部门及所属预算单位为保障机构正常运转而编制的年度支出计划。

        （二）上级补助收入：指从市级财政部门和主管部门取得的补助收入。
        """, layout: "budget/shanghai", entity: "云汀市清浦区商务委员会"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    var own = Set<UInt32>()
    for (index, passage) in context.prose where passage.kind == .cover {
      for place in text.range(of: index) {
        if Self.titles.contains(where: { text.has($0, at: place) }),
          let level = Self.level(before: place, text)
        {
          own.insert(level)
        }
      }
    }
    guard own.count == 1, let level = own.first else { return }
    let places = context.grammar.ownLevels.flatMap { frame in
      text.places(of: frame.rest).compactMap { place -> Range<Int>? in
        guard let told = Self.level(before: place, text), told != level,
          !(Self.towns.contains(told) && Self.towns.contains(level)),
          text.has(frame.lead, at: place - 2 - frame.lead.count),
          context.passages[text.passage(at: place)].kind == .glossaryEntry
        else { return nil }
        return (place - 2)..<place
      }
    }.sorted { $0.lowerBound < $1.lowerBound }
    guard let first = places.first else { return }
    let (quote, right) = (text.string(first), String(scalars: [level] + Self.suffix))
    findings.report(
      first, in: context,
      "封面写“\(right)”，这里写“\(quote)”" + (places.count > 1 ? "（共\(places.count)处）" : ""),
      confidence: .medium, actual: quote, expected: right, suggestion: "改为“\(right)”")
  }

  /// The level that 区级 before a place names; nil for two of them, as of 县（区）级.
  private static func level(before place: Int, _ text: DocumentText) -> UInt32? {
    guard text.has(suffix, at: place - 1), case let level = text.scalar(place - 2),
      levels.contains(level), !levels.contains(text.scalar(place - 3)),
      !brackets.contains(text.scalar(place - 3))
    else { return nil }
    return level
  }

  private static let suffix = "级".scalarValues
  private static let levels = "省市区县州旗".scalarValues
  /// A county-level city is called either.
  private static let towns = "市县".scalarValues
  private static let brackets = "（()）、".scalarValues
  private static let titles = ["部门", "单位", "预算", "决算"].map(\.scalarValues)
}

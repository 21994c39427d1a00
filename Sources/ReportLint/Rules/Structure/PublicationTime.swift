internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST36: made public later than the law allows.
struct PublicationTime: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST36", category: "S1", severity: .warning, title: "公开时间超过期限",
    summary:
      "在财政部门批复后20日内公开。日期取自文中的“批复日期”“公开日期”，或者用 --approved、--published 给出；缺一个的不核对。",
    rationale: "是否按时公开是历年检查的第一项。",
    source: "《预算法》第十四条",
    examples: [
      RuleExample(
        "有误",
        """
        2024年度云汀市民政局部门决算

        批复日期：2025年8月20日

        公开日期：⟦2025年9月15日⟧

        # 第一部分 部门概况
        概况如下。
        """),
      RuleExample(
        "无误",
        """
        2024年度云汀市民政局部门决算

        批复日期：2025年8月20日

        公开日期：2025年9月9日

        # 第一部分 部门概况
        概况如下。
        """),
    ])

  private static let approvals = [
    "批复日期", "批复时间", "预算批复日期", "决算批复日期", "财政部门批复日期", "财政批复日期",
  ]
  private static let publications = ["公开日期", "公开时间", "发布日期", "公布日期"]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let stated = (
      approved: Self.date(Self.approvals, context), published: Self.date(Self.publications, context)
    )
    guard let approved = context.dates.approved ?? stated.approved?.date,
      let published = context.dates.published ?? stated.published?.date,
      case let days = published.days(since: approved), days > context.limits.daysToPublish
    else { return }
    let message =
      "\(approved)批复，\(published)公开，相隔\(days)日，超过\(context.limits.daysToPublish)日"
    if context.dates.published == nil, let place = stated.published?.range {
      findings.report(
        place, in: context, message, actual: context.text.string(place),
        evidence: stated.approved.map { [.init("批复日期", $0.range, in: context)] } ?? [],
        suggestion: "核对日期；确已超期的按规定说明")
    } else {
      findings.report(absent: message, suggestion: "核对日期；确已超期的按规定说明")
    }
  }

  private static let colons: [UInt32] = [0x3A, 0xFF1A]

  /// The date behind one of some labels.
  private static func date(
    _ labels: [String], _ context: ReportSurface
  ) -> (date: CalendarDate, range: Range<Int>)? {
    let text = context.text
    for match in PhraseSet(labels).matches(in: text) {
      let passage = text.passage(at: match.range.lowerBound)
      guard context.passages[passage].kind != .cell,
        colons.contains(text.scalar(match.range.upperBound)),
        case let start = match.range.upperBound + 1,
        let (date, end) = CalendarDate.scan(text.scalars, at: start)
      else { continue }
      return (date, start..<end)
    }
    return nil
  }
}

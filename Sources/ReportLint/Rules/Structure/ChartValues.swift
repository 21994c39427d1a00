internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST29: charts whose data are not what the tables say.
struct ChartValues: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST29", category: "N1", severity: .error, title: "图中的数与表不符",
    summary: "图表里带有数据的（Word 图表、源文件里写数的图），各项与决算表、预算表中的同名项目相等。同一组里至少有一项与表相符，才核对其余各项。",
    rationale: "图是照表画的，表改了而图没有改，同一件事就有两个数。",
    source: "图、文、表一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计880.00万元，支出结构见图1。

        {{图 饼图｜图1 支出结构｜基本支出=600.00；项目支出=⟦208.00⟧}}
        """,
        tables: [
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013102,一般行政管理事务,880.00,600.00,280.00
          """
        ]),
      RuleExample(
        "无误：上年的数、百分比不核对",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计880.00万元，支出结构见图1、图2。

        {{图 柱形图｜图1 支出变化｜2023年度：基本支出=590.00；项目支出=210.00｜2024年度：基本支出=600.00；项目支出=280.00}}

        {{图 饼图｜图2 支出结构｜基本支出=68.18；项目支出=31.82}}
        """,
        tables: [
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013102,一般行政管理事务,880.00,600.00,280.00
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var collector = FigureCollector()
    collector.walk(context.report)
    for (figure, role) in collector.figures {
      for series in figure.series {
        let points = Self.points(figure, series, role, context)
        guard let unit = Self.unit(points, figure) else { continue }
        for point in points where !Self.agrees(point, unit) {
          report(point, figure, unit, context, into: &findings)
        }
      }
    }
  }

  /// A value with the cells that state it too.
  private struct Point {
    var label: String
    var value: PrintedNumber
    var sources: [Check.Source]
  }

  private static func points(
    _ figure: Figure, _ series: Figure.Series, _ role: String?, _ context: ReportSurface
  ) -> [Point] {
    guard isOwnYear(series.name, context) else { return [] }
    let measure: Measure =
      context.kind == .finalAccounts && series.name.contains("预算")
      ? .originalBudget : context.vocabulary.defaultMeasure
    return zip(figure.labels, series.values).compactMap { label, value in
      guard let value, let subject = subject(label, role, context) else { return nil }
      let sources = context.evidence.sources(of: subject, measure, in: role)
      return sources.isEmpty ? nil : Point(label: label, value: value, sources: sources)
    }
  }

  /// Whether a series is of the year that is reported on, or says no year.
  private static func isOwnYear(_ name: String, _ context: ReportSurface) -> Bool {
    let digits = name.unicodeScalars.filter { isDigit($0.value) }
    let others = ["上年", "去年", "占", "%", "增"]
    guard !others.contains(where: name.contains) else { return false }
    return digits.isEmpty || String(String.UnicodeScalarView(digits)) == "\(context.year ?? 0)"
  }

  private static func subject(
    _ label: String, _ role: String?, _ context: ReportSurface
  ) -> Subject? {
    let bytes = NormalText.bytes(of: [UInt8](label.utf8))
    guard let (term, length) = context.vocabulary.lexicon.longest(bytes, at: 0),
      length == bytes.count
    else { return nil }
    switch term {
    case .concept(let name):
      return context.vocabulary.concept(name: name, in: role).map { .concept($0.sameAs ?? $0.id) }
    case .classification(let name):
      let words = context.vocabulary.classification(name)
      return .functional(ClassificationPath(category: words))
    case .word: return nil
    }
  }

  private static func agrees(_ point: Point, _ unit: AmountUnit) -> Bool {
    let interval = Amount(point.value, unit).interval
    return point.sources.contains { Rounding.equal($0.interval, interval) }
  }

  /// The unit in which some of the values agree with the tables; nil if none do: they may be shares,
  /// or of something else.
  private static func unit(_ points: [Point], _ figure: Figure) -> AmountUnit? {
    let own = figure.unit.flatMap(AmountUnit.init(rawValue:))
    let units = own.map { [$0] } ?? [.tenThousandYuan, .yuan, .hundredMillionYuan]
    return units.first { unit in
      points.contains { !$0.value.isZero && agrees($0, unit) }
    }
  }

  private func report(
    _ point: Point, _ figure: Figure, _ unit: AmountUnit, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    guard let source = point.sources.first else { return }
    let digits = point.value.description
    let expected = Amount(grains: source.exact, unit: unit, decimals: max(point.value.decimals, 2))?
      .number.description
    let caption = figure.caption?.trimmed().string ?? "图"
    findings.report(
      figure.mark, Self.range(of: point, in: figure.mark),
      "“\(caption)”中\(point.label)为 \(digits)，\(source.label)为 \(expected ?? "")",
      actual: digits, expected: expected, evidence: [.init(source.label, source.text)],
      suggestion: "按表更新图")
  }

  /// The bytes that print the value, where the mark holds the data; else all of it.
  private static func range(of point: Point, in mark: TracedText) -> Range<Int>? {
    let label = [UInt8](point.label.utf8)
    let texts = [point.value.description, point.value.text(grouped: false)]
    var start = 0
    while let place = mark.utf8.firstOffset(of: label, from: start) {
      let behind = place + label.count
      for digits in texts.map({ [UInt8]($0.utf8) }) {
        let end = min(mark.utf8.count, behind + 4 + digits.count)
        if let offset = mark.utf8.firstOffset(of: digits, from: behind, to: end) {
          return offset..<(offset + digits.count)
        }
      }
      start = behind
    }
    return nil
  }
}

/// The figures with data, each with the role of the section that holds it.
private struct FigureCollector: ReportWalker {
  var figures: [(figure: Figure, role: String?)] = []

  mutating func visit(_ block: Block, path: [Section]) {
    guard case .figure(let figure) = block, !figure.series.isEmpty else { return }
    figures.append((figure, path.last { $0.role != nil }?.role))
  }
}

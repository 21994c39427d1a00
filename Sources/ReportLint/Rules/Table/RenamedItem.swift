internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI33: a name that belongs to other years.
struct RenamedItem: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI33", category: "T1", severity: .warning, title: "科目名称已不在当年使用",
    summary: "表和说明文字中的科目名称是当年使用的名称。",
    rationale: "沿用往年的科目名称，多是照抄上年材料。",
    source: "《政府收支分类科目》（按年度）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          208,社会保障和就业支出,880.00,600.00,280.00
          20805,⟦行政事业单位离退休⟧,880.00,600.00,280.00
          2080501,行政单位离退休,600.00,600.00,
          2080502,事业单位离退休,280.00,,280.00
          """
        ]),
      RuleExample(
        "说的是以前的科目，或者科目的变动",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）一般公共预算财政拨款支出决算结构情况
        卫生健康支出（原医疗卫生与计划生育支出）280.00万元，比2018年医疗卫生与计划生育支出增加20.00万元。2019年起“文化体育与传媒支出”科目更名为“文化旅游体育与传媒支出”。上年列医疗卫生与计划生育支出的20.00万元今年列在其他科目。
        """),
      RuleExample(
        "有误：文字中的名称",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）一般公共预算财政拨款支出决算结构情况
        一般公共预算财政拨款支出880.00万元，主要用于以下方面：社会保障和就业支出（类）600.00万元，占68.18%；⟦医疗卫生与计划生育支出⟧（类）280.00万元，占31.82%。
        """),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for row in context.classifiedRows {
      guard case .otherYears(let entry?) = row.verdict, let year = context.year,
        entry.isCertain(in: year)
      else { continue }
      findings.report(
        row.label, nil, "“\(row.name)”是以前的名称，\(year)年度为“\(entry.name)”", actual: row.name,
        expected: entry.name, suggestion: "改为“\(entry.name)”")
    }
    checkText(context, into: &findings)
  }

  /// The first place of each name of a 类 or 款 that the running text still uses. A 款 is one only by its
  /// mark: 行政事业单位离退休人员 are people.
  private func checkText(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let table = context.classifications[.functional], let year = context.year else { return }
    var names = table.renamed(.category, in: year).map { (text: $0.old, $0.old, $0.new.name) }
    for (old, new) in table.renamed(.subcategory, in: year) {
      names += Self.marks.map { (text: old + $0, old, new.name) }
    }
    var told: Set<String> = []
    for match in PhraseSet(names.map(\.text)).matches(in: context.text) {
      let (_, old, new) = names[match.phrase]
      let index = context.text.passage(at: match.range.lowerBound)
      let passage = context.passages[index]
      let range = match.range.lowerBound..<match.range.lowerBound + old.unicodeScalars.count
      guard passage.kind == .paragraph, passage.role?.hasPrefix("narrative") ?? false,
        !isMeantAsFormer(range, in: context.text.range(of: index), context, year),
        told.insert(old).inserted
      else { continue }
      findings.report(
        range, in: context, "“\(old)”是以前的名称，\(year)年度为“\(new)”", actual: old, expected: new,
        suggestion: "改为“\(new)”")
    }
  }

  /// 原医疗卫生与计划生育支出, 比2018年医疗卫生与计划生育支出, …科目更名为…: whether the words before a name speak of an earlier
  /// time, or its sentence of the change.
  private func isMeantAsFormer(
    _ name: Range<Int>, in passage: Range<Int>, _ context: ReportSurface, _ year: Int
  ) -> Bool {
    let (text, grammar) = (context.text, context.grammar)
    let before = passage.lowerBound..<name.lowerBound
    let clause = behindLast(Self.pauses, in: before, text)..<name.lowerBound
    let start = behindLast(Self.stops, in: before, text)
    let end =
      (name.upperBound..<passage.upperBound).first { Self.stops.contains(text.scalars[$0]) }
      ?? passage.upperBound
    return grammar.former.isFound(in: text, clause)
      || grammar.renaming.isFound(in: text, start..<end)
      || YearMention.all(in: text, clause).contains { $0.year < year }
  }

  private func behindLast(_ marks: [UInt32], in range: Range<Int>, _ text: DocumentText) -> Int {
    range.last { marks.contains(text.scalars[$0]) }.map { $0 + 1 } ?? range.lowerBound
  }

  private static let stops = "。；".scalarValues
  private static let pauses = "。；，、：（(".scalarValues
  private static let marks = ["（款）", "(款)"]
}

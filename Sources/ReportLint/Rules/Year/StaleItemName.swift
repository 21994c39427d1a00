internal import FiscalNarrative
internal import FiscalStandards

/// YR12: names of 科目 that last year's tables have and this year's have changed.
struct StaleItemName: Rule {
  static let metadata = RuleMetadata(
    id: "YR12", category: "T1", severity: .warning, title: "沿用上年的科目名称",
    summary: "上年的科目名称在本年的表中已经改了的，文字中也应当改用新的名称。",
    rationale: "科目每年修订，沿用旧名称，文字就与本年的表和科目对不上。",
    source: "《政府收支分类科目》每年修订；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）⟦行政事业单位离退休⟧（款）机关事业单位基本养老保险缴费支出（项）。年初预算为86.00万元，支出决算为86.00万元。
        """,
        tables: [
          "公开05": """
          # 标题：一般公共预算财政拨款支出决算表
          # 单位：万元
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,86.00,86.00,
          208,社会保障和就业支出,86.00,86.00,
          20805,行政事业单位养老支出,86.00,86.00,
          2080505,机关事业单位基本养老保险缴费支出,86.00,86.00,
          """
        ],
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          """,
          tables: [
            "公开05": """
            # 标题：一般公共预算财政拨款支出决算表
            # 单位：万元
            科目代码,科目名称,合计,基本支出,项目支出
            ,合计,80.00,80.00,
            208,社会保障和就业支出,80.00,80.00,
            20805,行政事业单位离退休,80.00,80.00,
            2080505,机关事业单位基本养老保险缴费支出,80.00,80.00,
            """
          ])),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为86.00万元，支出决算为86.00万元。
        """,
        tables: [
          "公开05": """
          # 标题：一般公共预算财政拨款支出决算表
          # 单位：万元
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,86.00,86.00,
          208,社会保障和就业支出,86.00,86.00,
          20805,行政事业单位养老支出,86.00,86.00,
          2080505,机关事业单位基本养老保险缴费支出,86.00,86.00,
          """
        ],
        last: .init(
          """
          # 第一部分 部门概况
          ## 一、主要职责
          负责养老服务工作。
          """,
          tables: [
            "公开05": """
            # 标题：一般公共预算财政拨款支出决算表
            # 单位：万元
            科目代码,科目名称,合计,基本支出,项目支出
            ,合计,80.00,80.00,
            208,社会保障和就业支出,80.00,80.00,
            20805,行政事业单位离退休,80.00,80.00,
            2080505,机关事业单位基本养老保险缴费支出,80.00,80.00,
            """
          ])),
    ])

  /// A shorter name is a word of everyday too.
  private static let shortestName = 4

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    let names = Self.names(context.tables)
    let current = Set(names.values)
    let changed = Self.names(last.tables).filter { code, name in
      names[code].map { $0 != name } ?? false && !current.contains(name)
        && name.unicodeScalars.count >= Self.shortestName
    }.sorted { $0.key < $1.key }
    guard !changed.isEmpty else { return }
    let phrases = PhraseSet(changed.map(\.value))
    for (index, passage) in context.prose where passage.role?.hasPrefix("narrative") ?? false {
      for match in phrases.matches(in: context.text, context.text.range(of: index)) {
        let (code, name) = changed[match.phrase]
        let new = names[code] ?? ""
        // The old name may stand within the new one.
        guard !Self.isPart(match.range, of: new.scalarValues, context.text) else { continue }
        findings.report(
          match.range, in: context, "“\(name)”是上年的科目名称，本年的表中 \(code) 是“\(new)”",
          actual: name, expected: new, suggestion: "改为“\(new)”")
      }
    }
  }

  /// The names of the functional 科目 of a report's tables, by code.
  private static func names(_ tables: TableIndex) -> [String: String] {
    var names: [String: String] = [:]
    for table in tables.tables {
      for block in table.blocks {
        guard case .functional = block.form.rows else { continue }
        for row in block.rows where row.isCodePrinted && !row.label.isEmpty {
          if let code = row.code, names[code] == nil { names[code] = row.label }
        }
      }
    }
    return names
  }

  private static func isPart(
    _ range: Range<Int>, of name: [UInt32], _ text: DocumentText
  ) -> Bool {
    (max(0, range.upperBound - name.count)...range.lowerBound).contains { text.has(name, at: $0) }
  }
}

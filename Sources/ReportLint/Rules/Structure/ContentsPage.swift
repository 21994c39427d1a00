internal import FiscalModel
internal import FiscalNarrative

/// ST20: page numbers of the contents list that lead to another page than the others do.
struct ContentsPage: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST20", category: "S3", severity: .warning, title: "目录页码有误",
    summary: "目录的页码与标题实际所在的页相符。封面、目录可以不编页码，所以按多数条目推算从哪一页开始编号，只报与前后各条都不合的一条。",
    rationale: "按目录翻不到地方，多半是改了正文没有更新目录。",
    source: "公文格式通则；只用于有页的文件（PDF、带分页符的文本）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        \u{0C}
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收支情况如下。
        \u{0C}
        ## 二、收入决算情况说明
        收入情况如下。
        \u{0C}
        ## ⟦三、支出决算情况说明⟧
        支出情况如下。
        \u{0C}
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: [
          "第一部分 部门概况……1", "一、主要职责……1", "第二部分 部门决算情况说明……2", "一、收入支出决算总体情况说明……2", "二、收入决算情况说明……3",
          "三、支出决算情况说明……6", "第三部分 名词解释……5",
        ]),
      RuleExample(
        "无误：封面和目录不编页码",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        \u{0C}
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收支情况如下。
        \u{0C}
        ## 二、收入决算情况说明
        收入情况如下。
        \u{0C}
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        contents: [
          "第一部分 部门概况……3", "一、主要职责……3", "第二部分 部门决算情况说明……4", "一、收入支出决算总体情况说明……4", "二、收入决算情况说明……5",
          "第三部分 名词解释……6",
        ]),
      RuleExample(
        "无误：附表另起编号",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        \u{0C}
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收支情况如下。
        \u{0C}
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        \u{0C}
        # 第四部分 附件
        附件1：项目支出绩效自评报告
        """,
        contents: [
          "第一部分 部门概况……1", "一、主要职责……1", "第二部分 部门决算情况说明……2", "一、收入支出决算总体情况说明……2", "第三部分 名词解释……3",
          "第四部分 附件……1",
        ]),
    ])

  private struct Pair {
    var entry: TracedText
    var heading: TracedText
    var stated: Int
    var real: Int
    var offset: Int { real - stated }
  }

  /// Fewer entries do not tell where the numbering starts.
  private static let leastPairs = 5

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let pairs = pairs(context)
    guard pairs.count >= Self.leastPairs, let usual = usualOffset(pairs) else { return }
    for index in pairs.indices where pairs[index].offset != usual {
      // Where the next ones are off too, the numbering may start anew there.
      let behind = pairs.indices.contains(index + 1) ? pairs[index + 1].offset : nil
      let before = index > 0 ? pairs[index - 1].offset : usual
      guard before == usual, behind == usual else { continue }
      let pair = pairs[index]
      findings.report(
        pair.heading, nil,
        "目录写第\(pair.stated)页，按其他各条推算应为第\(pair.real - usual)页", confidence: .medium,
        actual: "\(pair.stated)", expected: "\(pair.real - usual)",
        evidence: [.init("目录", pair.entry)], suggestion: "更新目录")
    }
  }

  /// The entries with a page number whose headings stand on a page, all in one file.
  private func pairs(_ context: ReportSurface) -> [Pair] {
    var stated: [Int: Int] = [:]
    let lines = context.passages.indices.filter {
      context.passages[$0].kind == .contents
    }
    for (passage, entry) in zip(lines, context.report.contents?.entries ?? []) {
      stated[passage] = entry.page
    }
    guard !stated.isEmpty else { return [] }
    let pages = PageFinder(context.report)
    var file: Int?
    return context.headings.matched.compactMap { entry, line in
      let heading = context.passages[line.passage].text.trimmed()
      guard let number = stated[entry.passage], let place = pages.page(of: heading),
        place.source == file ?? place.source
      else { return nil }
      file = place.source
      return Pair(
        entry: context.passages[entry.passage].text.trimmed(), heading: heading,
        stated: number, real: place.page)
    }
  }

  /// By how much the pages of two thirds of the entries are off, as an unnumbered cover makes them.
  private func usualOffset(_ pairs: [Pair]) -> Int? {
    let counts = Dictionary(pairs.map { ($0.offset, 1) }, uniquingKeysWith: +)
    return counts.first { $0.value * 3 >= pairs.count * 2 }?.key
  }
}

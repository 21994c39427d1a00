internal import FiscalModel
internal import FiscalNarrative

/// TX22: quoted items of a list that are parted by 、 in some places and not in others.
struct QuotedList: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX22", category: "T3", severity: .info, title: "并列的引号、书名号之间的顿号不一",
    summary: "标有引号、书名号的并列成分之间通常不用顿号；有的地方用、有的地方不用的，提示统一。",
    rationale: "同一份文件两种写法，显得没有校对。",
    source: "GB/T 15834-2011《标点符号用法》；全文一致的不报",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        落实“两不愁”“三保障”要求；推进“放管服”“一网通办”改革；开展“敬老月⟦”、“⟧助残日”活动。
        """),
      RuleExample(
        "无误：引号后面有括注",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        落实“两不愁”“三保障”要求；推进“放管服”（简政放权等）、“一网通办”改革；执行《养老服务条例》《慈善条例》。
        """),
      RuleExample(
        "无误：全文都用顿号",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        落实“两不愁”、“三保障”要求；推进“放管服”、“一网通办”改革。
        """),
    ])

  private static let pairs = [("”", "“", "引号"), ("》", "《", "书名号")].map {
    (
      bare: ($0 + $1).scalarValues, parted: ($0 + "、" + $1).scalarValues, name: $2
    )
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (bare, parted, name) in Self.pairs {
      let with = places(of: parted, context)
      let without = places(of: bare, context)
      // Where 、 is what the document uses as a rule, it is its custom.
      guard let first = with.first, !without.isEmpty, without.count >= with.count else { continue }
      findings.report(
        first..<(first + parted.count), in: context,
        "并列的\(name)之间别处不用顿号（\(without.count)处），这里用了（共\(with.count)处）", confidence: .low,
        actual: String(scalars: parted), expected: String(scalars: bare), suggestion: "删去顿号")
    }
  }

  private func places(of word: [UInt32], _ context: ReportSurface) -> [Int] {
    context.text.places(of: word).filter { place in
      context.passages[context.text.passage(at: place)].kind != .cell
    }
  }
}

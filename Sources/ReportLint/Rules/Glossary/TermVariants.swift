internal import FiscalModel
internal import FiscalNarrative

/// GL06: one thing under two names in one document.
struct TermVariants: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL06", category: "T4", severity: .info, title: "用语不一",
    summary: "机关运行经费、机构运行经费在一份材料里只用一种说法。",
    rationale: "同一个口径两个名字，读者会以为是两笔钱。",
    source: "《预算法》第十四条：机关运行经费",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十一、机关运行经费支出情况
        机关运行经费支出10.00万元，比2023年度减少1.00万元。⟦机构运行经费⟧用于办公费。机关运行经费下降9.09%。
        """),
      RuleExample(
        "无误", "# 第二部分 部门决算情况说明\n## 十一、机构运行经费支出情况\n机构运行经费支出10.00万元。"),
    ])

  private static let names = PhraseSet(["机关运行经费", "机构运行经费"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let matches = Self.names.matches(in: context.text).filter {
      context.passages[context.text.passage(at: $0.range.lowerBound)].kind != .contents
    }
    let counts = Self.names.phrases.indices.map { phrase in
      matches.count { $0.phrase == phrase }
    }
    guard counts[0] > 0, counts[1] > 0, counts[0] != counts[1] else { return }
    let rare = counts[0] < counts[1] ? 0 : 1
    guard let first = matches.first(where: { $0.phrase == rare }),
      let usual = matches.first(where: { $0.phrase != rare })
    else { return }
    let word = context.text.string(usual.range)
    findings.report(
      first.range, in: context, "别处写作“\(word)”", confidence: .medium,
      actual: context.text.string(first.range), expected: word,
      evidence: [.init("别处的写法", usual.range, in: context)], suggestion: "统一用“\(word)”")
  }
}

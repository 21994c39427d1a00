internal import FiscalModel
internal import FiscalNarrative

/// TX27: a section on one fund that speaks of the other.
struct MixedSubject: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX27", category: "T6", severity: .error, title: "标题与所述不符",
    summary: "“政府性基金”一节说政府性基金，“国有资本经营”一节说国有资本经营。",
    rationale: "内容与标题不是一回事，说明两节抄串了。",
    source: "决算公开模板第八、第九部分",
    examples: [
      RuleExample(
        "有误",
        "# 第二部分 部门决算情况说明\n## 八、政府性基金预算财政拨款支出决算情况说明\n云汀市民政局2024年度无⟦国有资本经营⟧预算财政拨款支出。"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款支出决算情况说明
        云汀市民政局2024年度无政府性基金预算和国有资本经营预算财政拨款支出。
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        同上。
        """),
    ])

  private static let sections = [
    (role: "narrative.governmentFunds", own: "政府性基金", other: "国有资本经营"),
    (role: "narrative.stateCapital", own: "国有资本经营", other: "政府性基金"),
  ]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (role, own, other) in Self.sections {
      var stray: Range<Int>?
      var saysOwn = false
      let (own, other) = (PhraseSet([own, own.replacingGovernment]), PhraseSet([other]))
      for (index, passage) in context.prose where passage.role == role {
        let range = context.text.range(of: index)
        if passage.kind == .heading {
          // 政府性基金和国有资本经营预算…情况说明 is one section on both.
          if other.isFound(in: context.text, range) { saysOwn = true }
          continue
        }
        guard passage.kind == .paragraph else { continue }
        if own.isFound(in: context.text, range) { saysOwn = true }
        stray = stray ?? other.matches(in: context.text, range).first?.range
      }
      guard !saysOwn, let stray else { continue }
      let word = String(scalars: own.phrases[0])
      findings.report(
        stray, in: context, "这一节的标题是\(word)预算，内容说的是\(context.text.string(stray))预算",
        actual: context.text.string(stray), expected: word, suggestion: "改为\(word)预算的情况")
    }
  }
}

extension String {
  /// 政府基金, the other way to write 政府性基金; the word itself for other funds.
  fileprivate var replacingGovernment: String { self == "政府性基金" ? "政府基金" : self }
}

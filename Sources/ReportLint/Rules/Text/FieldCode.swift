internal import FiscalNarrative

/// TX14: codes and errors of Word and Excel that were printed.
struct FieldCode: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX14", category: "S6", severity: .error, title: "域代码或公式错误残留",
    summary: "没有 Word 域代码和 Excel 错误值。",
    rationale: "这些字样说明目录没有更新或表格公式出错。",
    source: "文字校对通则",
    examples: [
      RuleExample(
        "有误", "# 第一部分 部门概况\n## 一、主要职责\n见第⟦错误!未定义书签⟧页，增加⟦#DIV/0!⟧。"),
      RuleExample("无误", "# 第一部分 部门概况\n## 一、主要职责\n负责5号楼、#1机组和REF项目。"),
    ])

  private static let codes = [
    "PAGEREF", "HYPERLINK\\l", "HYPERLINK\"", "MERGEFORMAT", "_Toc", "_Ref", "错误!未定义书签",
    "错误！未定义书签", "错误!未找到引用源", "错误！未找到引用源", "Error!Bookmark", "Error!Reference",
    "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#####",
  ]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let set = PhraseSet(Self.codes)
    var end = 0
    for match in set.matches(in: context.text) where match.range.lowerBound >= end {
      end = match.range.upperBound
      let quote = context.text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”是软件的域代码或错误值", actual: quote,
        suggestion: "更新域或改正公式后重新导出")
    }
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// GL05: two terms with the same explanation.
struct CopiedExplanation: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL05", category: "T6", severity: .warning, title: "名词解释错配",
    summary: "不同的名词有不同的解释。",
    rationale: "两个名词解释完全相同，多是复制后没有改。",
    source: "文字校对通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第三部分 名词解释
        1.行政单位医疗：反映行政单位基本医疗保险缴费经费和公费医疗经费。

        2.⟦公务员医疗补助⟧：反映行政单位基本医疗保险缴费经费和公费医疗经费。
        """),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.组织事务（款）一般行政管理事务（项）：反映行政单位未单独设置项级科目的其他项目支出。

        2.宣传事务（款）一般行政管理事务（项）：反映行政单位未单独设置项级科目的其他项目支出。
        """),
    ])

  private static let leastLength = 12

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var seen: [TextKey: PrintedGlossary.Entry] = [:]
    for entry in context.glossary.entries
    where entry.explanation.unicodeScalars.count >= Self.leastLength {
      let explanation = TextKey(entry.explanation)
      guard let other = seen[explanation] else {
        seen[explanation] = entry
        continue
      }
      guard last(entry.name) != last(other.name), !Self.isGeneral(entry.explanation) else {
        continue
      }
      findings.report(
        entry.text, entry.term, "解释与“\(other.name)”完全相同", confidence: .medium,
        evidence: [.init("另一个名词", other.text)], suggestion: "核对这一条的解释")
    }
  }

  /// The lowest level of a 科目 path: its items share explanations across 款.
  private func last(_ name: String) -> String {
    let parts = name.unicodeScalars.split { Self.brackets.contains($0.value) }.map { String($0) }
    return parts.last { !Self.levels.contains($0) } ?? name
  }

  private static let brackets: Set<UInt32> = Set("()（）".scalarValues)
  private static let levels = ["类", "款", "项"]

  /// 反映除上述项目以外其他用于…的支出 says the same of several 其他 items.
  private static func isGeneral(_ explanation: String) -> Bool { explanation.contains("除上述") }
}

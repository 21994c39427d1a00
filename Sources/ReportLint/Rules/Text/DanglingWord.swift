internal import FiscalModel
internal import FiscalNarrative

/// TX36: marks behind words that need what follows, and before words that cannot begin a sentence.
struct DanglingWord: Rule {
  static let metadata = RuleMetadata(
    id: "TX36", category: "T3", severity: .warning, title: "标点把一句话断开",
    summary: "“按照、以及、用于、享受”等词后面不应当停顿，“是指”前面不应当是句号，“指在”后面应当是名词。",
    rationale: "标点断错地方，句子就不完整，读者看不明白说的是什么。",
    source: "GB/T 15834-2011《标点符号用法》",
    examples: [
      RuleExample(
        "有误：解释用句号断开",
        """
        # 第三部分 名词解释
        机关运行经费⟦。是指⟧为保障行政单位运行用于购买货物和服务的各项资金。
        """),
      RuleExample(
        "有误：词后停顿",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责对按国家规定⟦享受；离休待遇⟧的人员做好服务。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责对按国家规定享受离休待遇的人员做好服务；按照规定发放补贴。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind != .contents {
      for match in Self.words.matches(in: text, text.range(of: index)) {
        guard let (range, message) = Self.fault(match, text, text.range(of: index)) else {
          continue
        }
        findings.report(
          range, in: context, message, confidence: .medium, actual: text.string(range),
          suggestion: "核对标点，补上漏掉的文字")
      }
    }
  }

  private enum Kind: CaseIterable {
    /// Needs what follows, before any mark.
    case needy
    /// A verb that needs an object: only a semicolon parts it for certain.
    case transitive
    /// Cannot begin a sentence.
    case sequel
    /// Needs a noun.
    case preposition
  }

  private static let kinds: [(String, Kind)] =
    ["以及", "按照", "依照", "用于", "属于", "等于", "由于", "为了", "对于", "关于"].map { ($0, .needy) }
    + ["享受", "具有", "违反", "位于", "称为", "成为"].map { ($0, .transitive) }
    + [("是指", .sequel), ("指在", .preposition)]
  private static let words = PhraseSet(kinds.map(\.0))
  private static let marks = "。，；".scalarValues
  private static let prepositions = "为对向由从按".scalarValues

  private static func fault(
    _ match: PhraseSet.Match, _ text: DocumentText, _ passage: Range<Int>
  ) -> (Range<Int>, String)? {
    let (word, kind) = kinds[match.phrase]
    let (start, end) = (match.range.lowerBound, match.range.upperBound)
    let next = end < passage.upperBound ? text.scalars[end] : 0
    switch kind {
    case .needy:
      guard marks.contains(next) else { return nil }
      return (start..<(end + 1), "“\(word)”后面不应当停顿")
    case .transitive:
      guard next == 0xFF1B else { return nil }
      return (start..<min(end + 5, passage.upperBound), "“\(word)”后面缺少宾语，分号断错了地方")
    case .sequel:
      guard start > passage.lowerBound, text.scalars[start - 1] == 0x3002 else { return nil }
      return ((start - 1)..<end, "“\(word)”前面不应当是句号")
    case .preposition:
      guard prepositions.contains(next) else { return nil }
      return (start..<(end + 1), "“\(word)”后面缺少文字")
    }
  }
}

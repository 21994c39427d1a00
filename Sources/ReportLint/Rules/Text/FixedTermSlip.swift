internal import FiscalText

/// TX40: terms of administration with one wrong character.
struct FixedTermSlip: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX40", category: "T3", severity: .warning, title: "固定用语错了一个字",
    summary: "“疫情防控”“意识形态”等固定用语，四个字错一个的，应当改正。",
    rationale: "固定用语错一个字就不成词。",
    source: "通用的公文用语（confusions.txt）；词语可以由布局增加",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拨付各街道⟦疫情防恐⟧补助经费。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拨付各街道疫情防控补助经费，做好疫情防治工作。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let terms = context.wording.fourCharacterTerms
    let accepted = context.wording.acceptedVariants
    let text = context.text
    // A wrong character in the first half makes other words: 财政执法 beside 行政执法.
    let scalarTerms = terms.map(\.scalarValues)
    let halves = PhraseSet(scalars: scalarTerms.map { Array($0.prefix(2)) })
    for match in halves.matches(in: text) {
      let term = scalarTerms[match.phrase]
      let range = match.range.lowerBound..<(match.range.lowerBound + 4)
      guard let odd = Self.slip(term, range, text), !accepted.contains(text.string(range)),
        Self.isRare(odd, in: range, context)
      else { continue }
      findings.report(
        range, in: context, "“\(text.string(range))”应为“\(terms[match.phrase])”",
        confidence: .medium, actual: text.string(range), expected: terms[match.phrase],
        suggestion: "改为“\(terms[match.phrase])”")
    }
  }

  /// The place of the only character in the second half that is not the term's.
  private static func slip(_ term: [UInt32], _ range: Range<Int>, _ text: DocumentText) -> Int? {
    let start = range.lowerBound
    let isThirdWrong = text.scalar(start + 2) != term[2]
    guard isThirdWrong != (text.scalar(start + 3) != term[3]) else { return nil }
    let odd = isThirdWrong ? start + 2 : start + 3
    return isIdeograph(text.scalar(odd)) ? odd : nil
  }

  /// Whether the wrong character makes no word of the document with either neighbour.
  private static func isRare(_ odd: Int, in range: Range<Int>, _ context: ReportSurface) -> Bool {
    let (text, counts) = (context.text, context.bigrams)
    let (before, after) = (text.scalar(odd - 1), text.scalar(odd + 1))
    return (!isIdeograph(before) || counts.count(before, text.scalars[odd]) <= 1)
      && (!isIdeograph(after) || counts.count(text.scalars[odd], after) <= 1)
  }
}

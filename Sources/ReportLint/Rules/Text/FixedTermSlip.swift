internal import FiscalText

/// TX40: words and terms of administration with one wrong character.
struct FixedTermSlip: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX40", category: "T3", severity: .warning, title: "词语错了一个字",
    summary: "“疫情防控”“意识形态”等固定用语，四个字错一个的，应当改正；常用的两字词错成同音、形近的字而不成词的，也应当改正。",
    rationale: "词语错一个字就不成词。",
    source: "通用的公文用语（confusions.txt、spelling.txt）；词语可以由布局增加",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拨付各街道⟦疫情防恐⟧补助经费。
        """),
      RuleExample(
        "有误：两字词",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责⟦困镜⟧儿童保护工作，研究重大⟦间题⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拨付各街道疫情防控补助经费，做好疫情防治工作，在规定时间题写匾额。
        """),
    ])

  /// A slip is made once or twice: what stands more often is how the document names something.
  private static let mostSlips = 2

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let terms = termSlips(context)
    for (range, term) in terms { report(range, term, context, into: &findings) }
    let taken = terms.map(\.range)
    for (range, word) in wordSlips(context) where !taken.contains(where: { $0.overlaps(range) }) {
      report(range, word, context, into: &findings)
    }
  }

  private func report(
    _ range: Range<Int>, _ right: String, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let quote = context.text.string(range)
    findings.report(
      range, in: context, "“\(quote)”应为“\(right)”", confidence: .medium, actual: quote,
      expected: right, suggestion: "改为“\(right)”")
  }

  // MARK: Terms of four characters

  private func termSlips(_ context: ReportSurface) -> [(range: Range<Int>, term: String)] {
    let terms = context.wording.fourCharacterTerms
    let accepted = context.wording.acceptedVariants
    let text = context.text
    // A wrong character in the first half makes other words: 财政执法 beside 行政执法.
    let scalarTerms = terms.map(\.scalarValues)
    let halves = PhraseSet(scalars: scalarTerms.map { Array($0.prefix(2)) })
    return halves.matches(in: text).compactMap { match in
      let term = scalarTerms[match.phrase]
      let range = match.range.lowerBound..<(match.range.lowerBound + 4)
      guard let odd = Self.slip(term, range, text), !accepted.contains(text.string(range)),
        Self.isRare(odd, in: range, context)
      else { return nil }
      return (range, terms[match.phrase])
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

  // MARK: Words of two characters

  private func wordSlips(_ context: ReportSurface) -> [(range: Range<Int>, word: String)] {
    let (text, counts) = (context.text, context.bigrams)
    var slips: [(range: Range<Int>, word: String)] = []
    context.wording.spelling.visitMisspellings { slip in
      guard case 1...Self.mostSlips = counts.count(slip.first, slip.second) else { return }
      let pair = [slip.first, slip.second]
      let word = slip.isFirstWrong ? [slip.right, slip.second] : [slip.first, slip.right]
      for place in text.places(of: pair) where isAlone(place, slip, context) {
        slips.append((place..<(place + 2), String(scalars: word)))
      }
    }
    return slips.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether neither character of a pair belongs to a word with its neighbour outside: 时间|题写.
  private func isAlone(
    _ place: Int, _ slip: Spelling.Misspelling, _ context: ReportSurface
  ) -> Bool {
    let (text, words) = (context.text, context.wording.spelling.words)
    let (before, after) = (text.scalar(place - 1), text.scalar(place + 2))
    guard !text.hasSpace(before: place + 1), !words.has(before, slip.first),
      !words.has(slip.second, after)
    else { return false }
    // The document's own words: the wrong character is in none.
    return slip.isFirstWrong
      ? !isIdeograph(before) || context.bigrams.count(before, slip.first) <= 1
      : !isIdeograph(after) || context.bigrams.count(slip.second, after) <= 1
  }
}

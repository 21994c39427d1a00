internal import FiscalNarrative
internal import FiscalText

/// TX11: a character in place of one that looks or sounds like it, where the document itself
/// writes the word otherwise; and fixed terms of the field with a character lost or two swapped.
struct LookalikeCharacter: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX11", category: "T3", severity: .warning, title: "与文中惯用写法差一个字",
    summary: "同一个词前后写法一致，固定用语不少字、不颠倒。",
    rationale: "形近、音近的错字，同一个词别处写对了，最容易看漏。",
    source: "文字校对通则；本文件其他各处的写法",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        人社局职能转入，人社局人员转入，人社局经费转入。年内机构改革，⟦人设⟧职能转出。
        """),
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n⟦一般公预算财政拨款⟧支出增加。"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        人社局职能转入，人社局人员转入，人社局经费转入。购买设备，更新设备，设备完好，人均设备三台。
        """),
    ])

  private static let leastUses = 3
  private static let mostSlips = 2

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    reportTerms(context, into: &findings)
    let text = context.text
    var places: [Int] = []
    for scalar in context.wording.lookalikes.keys {
      text.visitPlaces(of: scalar) { places.append($0) }
    }
    for index in places.sorted() {
      for other in context.wording.lookalikes[text.scalars[index]] ?? [] {
        guard let range = slip(context, index, other) else { continue }
        report(range, at: index, other, context, into: &findings)
      }
    }
  }

  private func report(
    _ range: Range<Int>, at index: Int, _ other: UInt32, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let quote = context.text.string(range)
    var right = Array(context.text.scalars[range])
    right[index - range.lowerBound] = other
    let word = String(scalars: right)
    findings.report(
      range, in: context, "“\(quote)”在文中别处写作“\(word)”，请核对", confidence: .medium,
      actual: quote, expected: word, suggestion: "核对后改为“\(word)”")
  }

  /// The word of two characters around an index that stands there once or twice, and many times
  /// with the other character, unless the character belongs to its other neighbour.
  private func slip(_ context: ReportSurface, _ index: Int, _ other: UInt32) -> Range<Int>? {
    let (text, counts) = (context.text, context.bigrams)
    let scalar = text.scalars[index]
    let (left, right) = (text.scalar(index - 1), text.scalar(index + 1))
    func isRare(_ first: UInt32, _ second: UInt32) -> Bool {
      !isIdeograph(first) || !isIdeograph(second) || counts.count(first, second) <= Self.mostSlips
    }
    if isIdeograph(right), counts.count(scalar, right) <= Self.mostSlips,
      counts.count(other, right) >= Self.leastUses, isRare(left, scalar),
      isRare(right, text.scalar(index + 2)), !isIdeograph(left)
    {
      return index..<(index + 2)
    }
    if isIdeograph(left), counts.count(left, scalar) <= Self.mostSlips,
      counts.count(left, other) >= Self.leastUses, isRare(scalar, right),
      isRare(text.scalar(index - 2), left), !isIdeograph(text.scalar(index - 2))
    {
      return (index - 1)..<(index + 1)
    }
    return nil
  }

  // MARK: Fixed terms

  private func reportTerms(_ context: ReportSurface, into findings: inout FindingSink) {
    let (wrong, right) = Self.variants(of: context.wording, in: context.bigrams)
    let set = PhraseSet(wrong)
    for match in set.matches(in: context.text) {
      let text = context.text
      let quote = text.string(match.range)
      guard isAlone(context, match.range) else { continue }
      findings.report(
        match.range, in: context, "“\(quote)”应为“\(right[match.phrase])”", actual: quote,
        expected: right[match.phrase], suggestion: "改为“\(right[match.phrase])”")
    }
  }

  /// Whether a variant is no chance meeting of two words: its first and last characters do not
  /// belong to words outside, and the document does not write it again and again.
  private func isAlone(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    let text = context.text
    let word = Array(text.scalars[range])
    return text.places(of: word).count <= Self.mostSlips
  }

  /// Every term of five characters or more without one inner character, or with two neighbours
  /// swapped; what is itself part of a term is left out, and so is what brings two characters
  /// together that do not meet in the document.
  private static func variants(
    of wording: Wording, in bigrams: BigramCounts
  ) -> (wrong: [String], right: [String]) {
    var wrong: [String] = []
    var right: [String] = []
    let scalarTerms = wording.terms.map(\.scalarValues)
    func add(_ scalars: [UInt32], for term: String) {
      let variant = String(scalars: scalars)
      guard !scalarTerms.contains(where: { $0.holds(scalars) }),
        !wording.accepted.contains(where: { $0.hasSameBytes(as: variant) })
      else { return }
      wrong.append(variant)
      right.append(term)
    }
    for (term, scalars) in zip(wording.terms, scalarTerms) where scalars.count >= 5 {
      for index in 1..<(scalars.count - 1)
      where bigrams.canMeet(scalars[index - 1], scalars[index + 1]) {
        var shorter = scalars
        shorter.remove(at: index)
        add(shorter, for: term)
      }
      for index in 1..<(scalars.count - 2) where scalars[index] != scalars[index + 1] {
        guard bigrams.canMeet(scalars[index - 1], scalars[index + 1]),
          bigrams.canMeet(scalars[index + 1], scalars[index])
        else { continue }
        var swapped = scalars
        swapped.swapAt(index, index + 1)
        add(swapped, for: term)
      }
    }
    return (wrong, right)
  }
}

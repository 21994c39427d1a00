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
        "有误：科目名称少一个字",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费包括基本工资、⟦机关事业单位基本老保险缴费⟧、⟦提租补⟧、退休费。
        """),
      RuleExample(
        "有误：多一个字",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务用车购置及运行维护费10.00万元，公务用车购置及运行维护费比上年减少1.00万元。年内⟦公务车用车⟧购置及运行维护费严格控制。
        """),
      RuleExample(
        "无误：少一个字仍成词",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        行政单位退休人员经费、公务车购置费、社会保障就业支出均按规定列支，购房补助已经发放。
        """),
      RuleExample(
        "无误：一行断成两行",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        二十三、其

        他支出

        二十四、债

        务还本支出
        """),
      RuleExample(
        "有误：开头少一个字",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        二十三、其他支出

        ⟦务还本支出⟧
        """),
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
    let taken = reportTerms(context, into: &findings)
    reportPhrases(context, besides: taken, into: &findings)
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

  /// - Returns: where something was reported.
  private func reportTerms(
    _ context: ReportSurface, into findings: inout FindingSink
  ) -> [Range<Int>] {
    let variants = TermVariant.all(context)
    let set = PhraseSet(scalars: variants.map(\.wrong))
    var reported: [Range<Int>] = []
    for match in set.matches(in: context.text) {
      let variant = variants[match.phrase]
      guard variant.fits(context.text, match.range), isAlone(context, match.range),
        !(reported.last?.overlaps(match.range) ?? false), !variant.isPartOfTerm(context)
      else { continue }
      let quote = context.text.string(match.range)
      findings.report(
        match.range, in: context, "“\(quote)”应为“\(variant.right)”", actual: quote,
        expected: variant.right, suggestion: "改为“\(variant.right)”")
      reported.append(match.range)
    }
    return reported
  }

  // MARK: Phrases of the document

  private func reportPhrases(
    _ context: ReportSurface, besides taken: [Range<Int>], into findings: inout FindingSink
  ) {
    for slip in PhraseSlips(context).slips()
    where !taken.contains(where: { $0.overlaps(slip.range) }) {
      let quote = context.text.string(slip.range)
      findings.report(
        slip.range, in: context, "“\(quote)”在文中别处写作“\(slip.right)”，请核对",
        confidence: .medium, actual: quote, expected: slip.right,
        suggestion: "核对后改为“\(slip.right)”")
    }
  }

  /// Whether a variant is no chance meeting of two words: its first and last characters do not
  /// belong to words outside, and the document does not write it again and again.
  private func isAlone(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    let text = context.text
    let word = Array(text.scalars[range])
    return text.places(of: word).count <= Self.mostSlips
  }
}

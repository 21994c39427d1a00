internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX05: a word typed twice in a row.
struct DoubledWord: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX05", category: "T3", severity: .warning, title: "叠字叠词",
    summary: "没有重复录入的字和词。",
    rationale: "重复的字词多是修改时留下的，读者无法判断是多写还是漏写。",
    source: "文字校对通则",
    examples: [
      RuleExample(
        "有误：前面没有名称",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        2024年度⟦支出支出⟧合计100.00万元，其中：项目支出支出决算40.00万元。
        """),
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n商品和服务⟦支出支出⟧717.89万元。"),
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n全年⟦决决算⟧支出减少。"),
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n项目支出比上年⟦增加增加⟧30.00万元，⟦主要是主要是⟧新增房租，⟦用于用于⟧养老服务。"),
      RuleExample(
        "有误", "# 第一部分 部门概况\n## 一、主要职责\n⟦负责负责⟧全市水资源管理，维持单位⟦日常日常⟧运转。"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        项目支出支出决算为10.00万元，其中包括其他支出，舆情监测云服务服务期未满，事业单位开展专业业务活动，由研究研究所承担，按照本规定规定的标准执行。
        """),
    ])

  private static let sizes = 2...4
  /// Each candidate may cost a pass over the text; a disclosure has a handful.
  private static let mostCandidates = 200

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    reportCharacters(context, into: &findings)
    let scalars = context.text.scalars
    var next = 0
    var judged = 0
    while judged < Self.mostCandidates, let index = Self.nextRepeat(in: scalars, from: next) {
      let range = repeated(context.text, at: index)
      if range != nil { judged += 1 }
      if let range, let certainty = certainty(context, range) {
        let word = context.text.string(range.lowerBound..<middle(range))
        findings.report(
          range, in: context, "“\(word)”重复",
          severity: certainty == .high ? .warning : .info, confidence: certainty,
          actual: context.text.string(range), expected: word, suggestion: "删去一个“\(word)”")
        next = range.upperBound
      } else {
        next = index + 1
      }
    }
  }

  /// Single characters that were typed twice within a known word.
  private func reportCharacters(_ context: ReportSurface, into findings: inout FindingSink) {
    let doubles = context.wording.doubles
    for match in PhraseSet(scalars: doubles.map(\.anchor)).matches(in: context.text) {
      let slip = doubles[match.phrase]
      let kind = context.passages[context.text.passage(at: match.range.lowerBound)].kind
      // A cell's sign and that of the next column may have been read as one.
      guard kind != .cell, let range = slip.range(context.text, anchor: match.range) else {
        continue
      }
      findings.report(
        range, in: context, "“\(slip.wrong)”应为“\(slip.right)”", actual: slip.wrong,
        expected: slip.right, suggestion: "改为“\(slip.right)”")
    }
  }

  private func middle(_ range: Range<Int>) -> Int { (range.lowerBound + range.upperBound) / 2 }

  /// The first index from another on of an ideograph that comes again where a second copy of a word
  /// would start.
  private static func nextRepeat(in scalars: [UInt32], from start: Int) -> Int? {
    scalars.withUnsafeBufferPointer { scalars in
      // The text ends in a line feed: no word of two stands twice in its last four characters.
      let end = scalars.count - 4
      var index = start
      while index < end {
        let scalar = scalars[index]
        if scalar == scalars[index &+ 2] || scalar == scalars[index &+ 3]
          || scalar == scalars[index &+ 4], isIdeograph(scalar)
        {
          return index
        }
        index &+= 1
      }
      return nil
    }
  }

  /// The longest word of two to four ideographs that stands twice from an index on.
  private func repeated(_ text: DocumentText, at index: Int) -> Range<Int>? {
    let scalars = text.scalars
    guard isIdeograph(scalars[index]) else { return nil }
    for size in Self.sizes.reversed() where index + 2 * size <= scalars.count {
      guard scalars[index] == scalars[index + size] else { continue }
      var isRepeated = true
      for offset in 0..<size
      where scalars[index + offset] != scalars[index + size + offset]
        || !isIdeograph(scalars[index + offset])
      {
        isRepeated = false
        break
      }
      // 人人 and the like are words of one character.
      guard isRepeated, scalars[index] != scalars[index + 1],
        !text.hasSpace(before: index + size)
      else { continue }
      return index..<(index + 2 * size)
    }
    return nil
  }

  /// How certain it is that a repeated word is a slip; nil if it may be right.
  private func certainty(_ context: ReportSurface, _ range: Range<Int>) -> Confidence? {
    let text = context.text
    let passage = context.passages[text.passage(at: range.lowerBound)]
    guard passage.kind != .cell || isRunningText(text, range) else { return nil }
    let size = range.count / 2
    let middle = middle(range)
    // 2024年度支出支出合计: no name stands before the first copy.
    if Self.years.contains(where: { text.has($0, at: range.lowerBound - $0.count) }),
      Self.sides.contains(where: { text.has($0, at: middle) })
    {
      return .high
    }
    if startsLongerWord(context, at: middle, size) || isNumbered(text, range) { return nil }
    if isUsual(text, range) { return nil }
    if isNounAndVerb(context, range) { return nil }
    if isRelation(context, middle..<range.upperBound) || isBetweenWords(context, range) {
      return .high
    }
    let next = text.scalar(range.upperBound)
    if !isIdeograph(next) || Self.particles.contains(next) { return .high }
    // 社会保险补贴补贴支出: the first copy ends a name, and what follows fits the name.
    if Self.generalWords.contains(where: { text.has($0, at: range.upperBound) }),
      isClassification(text, at: middle) || endsName(context, at: middle)
    {
      return .high
    }
    let before = text.scalar(range.lowerBound - 1)
    let last = text.scalars[middle - 1]
    let isKnownWithoutCopy =
      context.bigrams.count(last, next) > 1
      && (!isIdeograph(before) || context.bigrams.count(before, text.scalars[middle]) > 1)
    return isKnownWithoutCopy && hasTwin(text, range) ? .high : nil
  }

  private static let years = ["年", "年度"].map(\.scalarValues)
  private static let sides = ["收入", "支出"].map(\.scalarValues)

  /// Cells hold labels that repeat across columns; only sentences in them are judged.
  private func isRunningText(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    text.range(of: text.passage(at: range.lowerBound)).count > 12
  }

  /// 支出决算 behind 项目支出: the second copy begins a word of its own.
  private func startsLongerWord(_ context: ReportSurface, at index: Int, _ size: Int) -> Bool {
    let passage = context.passages[context.text.passage(at: index)]
    let end = min(index + 12, context.text.range(of: context.text.passage(at: index)).upperBound)
    let start = context.text.bytes(index..<(index + 1)).lowerBound
    let stop = context.text.bytes(index..<max(end, index + 1)).upperBound
    let bytes = NormalText.bytes(of: Array(passage.text.utf8[start..<stop]))
    guard let (_, length) = context.vocabulary.lexicon.longest(bytes, at: 0) else { return false }
    return length > size * 3
  }

  /// 用于用于, 增加增加: words that hang a number on what stands before it never stand twice.
  private func isRelation(_ context: ReportSurface, _ copy: Range<Int>) -> Bool {
    let bytes = NormalText.bytes(of: [UInt8](context.text.string(copy).utf8))
    guard let (term, length) = context.vocabulary.lexicon.longest(bytes, at: 0),
      length == bytes.count, case .word(let word) = term
    else { return false }
    switch word {
    case .direction, .purpose, .ofWhich, .order, .reason: return true
    default: return false
    }
  }

  /// 按本规定规定的: the first copy is a noun, the second a verb.
  private func isNounAndVerb(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    let scalars = context.text.scalars
    return range.count == 4
      && context.wording.spelling.words.canFollowItself(
        scalars[range.lowerBound], scalars[range.lowerBound + 1])
  }

  /// Whether a word of two characters is doubled between words of their own, so that neither copy
  /// can be part of another: 维持单位|日常日常|运转.
  private func isBetweenWords(_ context: ReportSurface, _ range: Range<Int>) -> Bool {
    let (text, words) = (context.text, context.wording.spelling.words)
    let (start, end) = (range.lowerBound, range.upperBound)
    guard range.count == 4, words.has(text.scalars[start], text.scalars[start + 1]) else {
      return false
    }
    let before = text.scalar(start - 1)
    let after = text.scalar(end)
    return (!isIdeograph(before) || words.has(text.scalar(start - 2), before))
      && (!isIdeograph(after) || words.has(after, text.scalar(end + 1)))
      && !words.has(before, text.scalars[start])
      && !words.has(text.scalars[end - 1], after)
  }

  /// What follows a word that is complete.
  private static let particles = "和及与等的并或以".scalarValues
  private static let generalWords = ["支出", "经费", "资金", "费用", "项目"].map(\.scalarValues)
  private static let levels = ["（类", "（款", "（项"].map(\.scalarValues)

  /// Whether the four characters before an index end a 科目 somewhere in the text.
  private func isClassification(_ text: DocumentText, at index: Int) -> Bool {
    guard index >= 4 else { return false }
    let name = Array(text.scalars[(index - 4)..<index])
    return Self.levels.contains { occurrences(of: name + $0, in: text, atMost: 1) > 0 }
  }

  private func endsName(_ context: ReportSurface, at index: Int) -> Bool {
    let text = context.text
    let passage = text.passage(at: index - 1)
    let first = max(text.range(of: passage).lowerBound, index - 20)
    let start = text.bytes(first..<(first + 1)).lowerBound
    let stop = text.bytes((index - 1)..<index).upperBound
    let bytes = NormalText.bytes(of: Array(context.passages[passage].text.utf8[start..<stop]))
    var offset = 0
    while offset < bytes.count {
      if let (term, length) = context.vocabulary.lexicon.longest(bytes, at: offset),
        offset + length == bytes.count, length >= 12, isName(term)
      {
        return true
      }
      offset += decodeScalar(bytes, at: offset).length
    }
    return false
  }

  private func isName(_ term: Term) -> Bool {
    if case .word = term { return false }
    return true
  }

  /// （一）（一） and 一一 are numbers.
  private func isNumbered(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    range.allSatisfy { Self.numerals.contains(text.scalars[$0]) }
  }

  private static let numerals = "一二三四五六七八九十百千万亿零〇".scalarValues

  /// Whether the same repetition stands in the text again and again, as in a name.
  private func isUsual(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    let word = Array(
      text.scalars[
        max(
          0, range.lowerBound - 1)...min(
            range.upperBound, text.scalars.count - 1)])
    return occurrences(of: word, in: text, atMost: 3) >= 3
  }

  /// Whether the text without the second copy, with a character on either side, stands elsewhere.
  private func hasTwin(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < text.scalars.count else { return false }
    let middle = middle(range)
    let word =
      Array(text.scalars[(range.lowerBound - 1)..<middle]) + [text.scalars[range.upperBound]]
    return occurrences(of: word, in: text, atMost: 1) >= 1
  }

  private func occurrences(of word: [UInt32], in text: DocumentText, atMost limit: Int) -> Int {
    var count = 0
    for index in text.places(of: word[0]) where text.has(word, at: index) {
      count += 1
      if count == limit { return count }
    }
    return count
  }
}

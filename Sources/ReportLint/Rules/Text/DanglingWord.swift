internal import FiscalModel
internal import FiscalNarrative

/// TX36: marks behind words that need what follows, and before words that cannot begin a sentence.
struct DanglingWord: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX36", category: "T3", severity: .warning, title: "标点把一句话断开",
    summary:
      "“按照”“以及”“用于”“成为”等后面必须有内容的词，不应当紧接逗号、句号、分号；“享受”“具有”等要有宾语的动词，不应当紧接分号；“是指”前面不应当是句号；“指在”后面应当是名词。",
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
        "有误：别的解释都用冒号",
        """
        # 第三部分 名词解释
        1.基本支出：指为保障机构正常运转发生的支出。

        2.项目支出⟦。指⟧为完成特定任务发生的支出。

        3.机关运行经费：⟦指单位在，⟧用于购买货物和服务的资金。
        """),
      RuleExample(
        "有误：词后停顿",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责对按国家规定⟦享受；离休待遇⟧的人员做好服务。
        """),
      RuleExample(
        "有误：动词后停顿",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        养老服务补贴⟦用于，⟧困难老年人的生活照料。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责对按国家规定享受离休待遇的人员做好服务；按照规定发放补贴，包括但不限于，困难老年人的生活照料。
        """),
      RuleExample(
        "无误：全文的名词解释都这样写",
        """
        # 第三部分 名词解释
        基本支出。是指为保障机构正常运转发生的支出。

        项目支出。是指为完成特定任务发生的支出。

        机关运行经费。是指用于购买货物和服务的资金。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for fault in openEnds(context) + detachedSequels(context) + detachedDefinitions(context)
      + lostNouns(context)
    {
      let quote = context.text.string(fault.range)
      findings.report(
        fault.range, in: context, fault.message, confidence: .medium, actual: quote,
        expected: fault.expected,
        suggestion: fault.expected.map { "改为“\($0)”" } ?? "核对标点，补上漏掉的文字")
    }
  }

  private struct Fault {
    var range: Range<Int>
    var message: String
    /// What should stand there, where only one correction is possible.
    var expected: String?
  }

  private static let marks = "。，；".scalarValues
  private static let semicolon: UInt32 = 0xFF1B
  private static let fullStop: UInt32 = 0x3002

  /// Words that need what follows, before a mark; the line feed behind a passage is none.
  private func openEnds(_ context: ReportSurface) -> [Fault] {
    let (text, grammar) = (context.text, context.grammar)
    var faults: [Fault] = []
    for match in grammar.openEnded.matches(in: text) where isSentence(match, context) {
      let end = match.range.upperBound
      guard Self.marks.contains(text.scalar(end)), !isOtherwise(match.range, context) else {
        continue
      }
      faults.append(
        Fault(
          range: match.range.lowerBound..<(end + 1),
          message: "“\(text.string(match.range))”后面不应当停顿"))
    }
    for match in grammar.transitive.matches(in: text) where isSentence(match, context) {
      let end = match.range.upperBound
      guard text.scalar(end) == Self.semicolon, !isOtherwise(match.range, context) else {
        continue
      }
      let passage = text.range(of: text.passage(at: match.range.lowerBound))
      faults.append(
        Fault(
          range: match.range.lowerBound..<min(end + 5, passage.upperBound),
          message: "“\(text.string(match.range))”后面缺少宾语，分号断错了地方"))
    }
    return faults
  }

  private func isSentence(_ match: PhraseSet.Match, _ context: ReportSurface) -> Bool {
    let kind = kind(match, context)
    return kind != .cell && kind != .contents
  }

  /// Whether a match stands in no cell.
  private func isProse(_ match: PhraseSet.Match, _ context: ReportSurface) -> Bool {
    kind(match, context) != .cell
  }

  private func kind(_ match: PhraseSet.Match, _ context: ReportSurface) -> Passage.Kind {
    context.passages[context.text.passage(at: match.range.lowerBound)].kind
  }

  /// Whether a word is part of a phrase that means something else.
  private func isOtherwise(_ word: Range<Int>, _ context: ReportSurface) -> Bool {
    let around = max(0, word.lowerBound - 4)..<word.upperBound
    return context.grammar.otherwise.matches(in: context.text, around).contains {
      $0.range.upperBound == word.upperBound
    }
  }

  /// Where there are more, a document ends its terms in a full stop throughout.
  private static let mostSlips = 2

  /// Words that cannot begin a sentence, behind a full stop.
  private func detachedSequels(_ context: ReportSurface) -> [Fault] {
    let text = context.text
    let faults = context.grammar.sequels.matches(in: text).compactMap { match -> Fault? in
      let start = match.range.lowerBound
      guard start > 0, text.scalars[start - 1] == Self.fullStop, isProse(match, context) else {
        return nil
      }
      let word = text.string(match.range)
      return Fault(
        range: (start - 1)..<match.range.upperBound, message: "“\(word)”前面不应当是句号",
        expected: word == "是指" ? word : "，" + word)
    }
    return faults.count > Self.mostSlips ? [] : faults
  }

  /// 基本支出。指为…: definitions behind a full stop, where others of the document have a colon.
  private func detachedDefinitions(_ context: ReportSurface) -> [Fault] {
    let text = context.text
    var faults: [Fault] = []
    for (index, passage) in context.prose where passage.role?.hasPrefix("glossary") ?? false {
      let range = text.range(of: index)
      let term = range.prefix(Self.longestTerm)
      guard
        let place = term.first(where: {
          text.scalars[$0] == Self.fullStop && text.has("指", at: $0 + 1)
        }),
        !term.prefix(while: { $0 < place }).contains(where: {
          Self.colons.contains(text.scalars[$0])
        })
      else { continue }
      faults.append(
        Fault(
          range: place..<(place + 2), message: "“指”前面不应当是句号", expected: "：指"))
    }
    return faults.count > Self.mostSlips ? [] : faults
  }

  private static let longestTerm = 40
  private static let colons = "：:".scalarValues

  private static let definition = "指在".scalarValues
  private static let prepositions = "为对向由从按".scalarValues

  /// Definitions that have lost the noun behind 在: 指在为….
  private func lostNouns(_ context: ReportSurface) -> [Fault] {
    let text = context.text
    return text.prose.flatMap { index in
      text.places(of: Self.definition, in: text.range(of: index)).compactMap { place in
        let end = place + Self.definition.count
        guard Self.prepositions.contains(text.scalar(end)) else { return nil }
        return Fault(range: place..<(end + 1), message: "“指在”后面缺少文字")
      }
    }
  }
}

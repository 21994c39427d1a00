internal import FiscalModel
internal import FiscalNarrative

/// ST38: the posts of all kinds against the total behind them.
struct PostCount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST38", category: "N10", severity: .error, title: "编制人数与各类之和不符",
    summary: "“行政编制 a 名、事业编制 b 名，共 c 名”的，c 等于 a 加 b。",
    rationale: "编制调整后常常改了分项没有改总数。",
    source: "算术",
    examples: [
      RuleExample(
        "有误", "# 第一部分 部门概况\n## 二、机构设置\n云汀市民政局核定行政编制20名、事业编制25名，⟦共48名⟧。"),
      RuleExample(
        "有误：其中",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        年末编制⟦46人⟧。其中：行政编制24人，事业编制24人；实有在职人员40人。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        云汀市民政局核定行政编制20名、事业编制25名（其中参公编制5名），共45名。

        编制60名，其中行政编制20名、事业编制40名，共60名；行政编制20名，设局长1名、副局长3名，共有在职人员58名。
        """),
    ])

  private struct Count {
    var value: Int
    /// From the words before the digits to the word that counts.
    var range: Range<Int>
    var digits: Int
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .paragraph {
      let range = text.range(of: index)
      guard Self.posts.isFound(in: text, range) else { continue }
      let counts = counts(text, range)
      checkLists(counts, range, context, into: &findings)
      var parts: [Count] = []
      for count in counts {
        let words = count.range.lowerBound..<count.digits
        if Self.isPost(text, words) {
          if !Self.within.isFound(in: text, words) { parts.append(count) }
          continue
        }
        if parts.count > 1, isTotal(text, words) {
          report(parts, count, context, into: &findings)
        }
        parts = []
      }
    }
  }

  /// 编制46人，其中：行政编制24人，事业编制22人.
  private func checkLists(
    _ counts: [Count], _ range: Range<Int>, _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let text = context.text
    for (index, whole) in counts.enumerated()
    where Self.isPost(text, whole.range.lowerBound..<whole.digits, isAlone: true)
      && beginsList(text, whole.range.upperBound, range)
    {
      let parts = Array(
        counts[(index + 1)...].prefix {
          Self.isPost(text, $0.range.lowerBound..<$0.digits)
        })
      let words = parts.map { $0.range.lowerBound..<$0.digits }
      guard Self.kinds.allSatisfy({ kind in words.contains { kind.isFound(in: text, $0) } }),
        // 工勤编制 and the like may be told in a sentence of their own.
        parts.count == Self.kinds.count
      else { continue }
      let sum = parts.reduce(0) { $0 + $1.value }
      guard sum != whole.value else { continue }
      findings.report(
        whole.digits..<whole.range.upperBound, in: context, "各类编制相加是\(sum)，这里写\(whole.value)",
        confidence: .medium, actual: "\(whole.value)", expected: "\(sum)",
        evidence: parts.map { .init("各类编制", $0.digits..<$0.range.upperBound, in: context) },
        suggestion: "核对编制总数与各类编制数")
    }
  }

  /// Whether 其中 or 包括 stands behind an index, a mark between.
  private func beginsList(_ text: DocumentText, _ index: Int, _ range: Range<Int>) -> Bool {
    let start =
      Self.marks.contains(text.scalar(index)) || Self.stops.contains(text.scalar(index))
      ? index + 1 : index
    return start < range.upperBound && Self.leads.contains { text.has($0, at: start) }
  }

  private static let leads = ["其中", "包括"].map(\.scalarValues)
  private static let kinds = [PhraseSet(["行政"]), PhraseSet(["事业"])]

  private func report(
    _ parts: [Count], _ total: Count, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let sum = parts.reduce(0) { $0 + $1.value }
    // 编制45名，行政编制20名、事业编制25名，共45名: the first one may be the whole of the others.
    guard sum != total.value, sum - parts[0].value != total.value else { return }
    let start = total.range.lowerBound + 1
    findings.report(
      start..<total.range.upperBound, in: context, "各类编制相加是\(sum)，这里写\(total.value)",
      actual: "\(total.value)", expected: "\(sum)",
      evidence: parts.map { .init("各类编制", $0.digits..<$0.range.upperBound, in: context) },
      suggestion: "核对编制总数与各类编制数")
  }

  private static let posts = PhraseSet(["编制"])
  private static let within = PhraseSet(["其中", "含", "（", "(", "包括"])
  /// 编制人数86人
  private static let tails = ["人数", "数"].map(\.scalarValues)
  private static let totals = ["共", "共计", "合计", "总计"].map(\.scalarValues)
  private static let counters = "名人个".scalarValues
  private static let marks = "，、,".scalarValues
  private static let stops = "。；;".scalarValues

  /// Whether 编制 stands right before a number, behind the word for its kind or alone.
  private static func isPost(
    _ text: DocumentText, _ words: Range<Int>, isAlone: Bool = false
  ) -> Bool {
    let word = posts.phrases[0]
    let tail = tails.first { tail in
      words.count > tail.count && text.has(tail, at: words.upperBound - tail.count)
    }
    let end = words.upperBound - (tail?.count ?? 0)
    let lead = end - word.count - words.lowerBound
    return (isAlone ? lead >= 0 : lead > 0) && text.has(word, at: end - word.count)
  }

  /// ，共
  private func isTotal(_ text: DocumentText, _ words: Range<Int>) -> Bool {
    guard let first = words.first, Self.marks.contains(text.scalars[first]) else { return false }
    return Self.totals.contains { Array(text.scalars[words].dropFirst()) == $0 }
  }

  /// The numbers of a passage that count people or posts, each with the words behind the one before
  /// it in its sentence.
  private func counts(_ text: DocumentText, _ range: Range<Int>) -> [Count] {
    var counts: [Count] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalars[index]
      if Self.stops.contains(scalar) {
        start = index + 1
      } else if isDigit(scalar) {
        let digits = index
        var value = 0
        while index < range.upperBound, isDigit(text.scalars[index]), value < 100_000 {
          value = value * 10 + Int(text.scalars[index] & 0x0F)
          index += 1
        }
        guard index < range.upperBound, Self.counters.contains(text.scalars[index]) else {
          continue
        }
        counts.append(Count(value: value, range: start..<(index + 1), digits: digits))
        start = index + 1
      }
      index += 1
    }
    return counts
  }
}

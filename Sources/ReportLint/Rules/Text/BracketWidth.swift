internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX25: one term with full-width brackets here and half-width ones there.
struct BracketWidth: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX25", category: "T3", severity: .info, title: "同一用语的括号全角半角不一",
    summary: "正文中同一个用语的括号，应当全用全角，如“因公出国（境）费”；名词解释和表格里的科目名称由软件打印，不核对。",
    rationale: "同一个词两种写法，检索和核对都会漏掉一种。",
    source: "全文一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        因公出国（境）费支出1.00万元。与上年相比，因公出国⟦(境)⟧费减少0.50万元。公务接待包括国（境）外接待。
        """),
      RuleExample(
        "一半全角、一半半角",
        """
        # 第二部分 部门预算情况说明
        ## 五、一般公共预算支出情况说明
        1.教育支出（类）普通教育⟦（款)⟧小学教育（项）预算30.00万元，用于日常教学。

        2.教育支出（类）普通教育（款)初中教育（项）预算15.00万元，用于日常教学（含附属校区）。
        """, layout: "budget"),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        因公出国（境）费支出1.00万元。与上年相比，因公出国（境）费减少0.50万元。组织团组1个(次)。
        """),
    ])

  private static let open: [UInt32] = [0x28, 0xFF08]
  private static let close: [UInt32] = [0x29, 0xFF09]
  /// What stands in the brackets of a term, in characters.
  private static let longest = 6

  private struct Bracket {
    var range: Range<Int>
    var isHalfWidth: Bool
    /// Whether one bracket is of full width and the other not.
    var isMixed: Bool
  }

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    var terms: [[UInt32]: [Bracket]] = [:]
    var order: [[UInt32]] = []
    for (index, passage) in context.prose
    where passage.kind == .paragraph || passage.kind == .heading {
      for (term, bracket) in Self.brackets(context.text, context.text.range(of: index)) {
        if terms[term] == nil { order.append(term) }
        terms[term, default: []].append(bracket)
      }
    }
    reportMixed(order.flatMap { terms[$0] ?? [] }, context, into: &findings)
    for term in order {
      let brackets = (terms[term] ?? []).filter { !$0.isMixed }
      let half = brackets.filter(\.isHalfWidth)
      guard let first = half.first, half.count < brackets.count else { continue }
      let quote = context.text.string(first.range)
      let full = "（" + quote.dropFirst().dropLast() + "）"
      findings.report(
        first.range, in: context,
        "别处用全角括号（\(brackets.count - half.count)处），这里用了半角括号（共\(half.count)处）", actual: quote,
        expected: full, suggestion: "改为“\(full)”")
    }
  }

  /// Reports the first place of each word that stands between brackets of two widths, but for names
  /// that the tables print so.
  private func reportMixed(
    _ brackets: [Bracket], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let mixed = brackets.filter(\.isMixed).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let places = Dictionary(grouping: mixed) { context.text.string($0.range) }
    for (quote, same) in places {
      let isPrinted = context.text.places(of: quote.scalarValues).contains {
        context.passages[context.text.passage(at: $0)].kind == .cell
      }
      guard !isPrinted else { continue }
      let full = "（" + quote.dropFirst().dropLast() + "）"
      findings.report(
        same[0].range, in: context,
        "括号一半全角、一半半角" + (same.count > 1 ? "（共\(same.count)处）" : ""), actual: quote,
        expected: full, suggestion: "改为“\(full)”")
    }
  }

  /// The brackets within words: the term is the character on either side and what stands between.
  private static func brackets(
    _ text: DocumentText, _ range: Range<Int>
  ) -> [(term: [UInt32], bracket: Bracket)] {
    text.signs(in: range.dropFirst()).compactMap { start in
      guard open.contains(text.scalars[start]), isIdeograph(text.scalars[start - 1]) else {
        return nil
      }
      let limit = min(start + longest + 2, range.upperBound)
      guard let end = (start + 1..<limit).first(where: { close.contains(text.scalars[$0]) }),
        end > start + 1, end + 1 < range.upperBound, isIdeograph(text.scalars[end + 1]),
        ((start + 1)..<end).allSatisfy({ isIdeograph(text.scalars[$0]) })
      else { return nil }
      let (isOpenHalf, isCloseHalf) = (
        text.scalars[start] == open[0], text.scalars[end] == close[0]
      )
      let term =
        [text.scalars[start - 1]] + text.scalars[(start + 1)..<end] + [text.scalars[end + 1]]
      return (
        term,
        Bracket(
          range: start..<(end + 1), isHalfWidth: isOpenHalf && isCloseHalf,
          isMixed: isOpenHalf != isCloseHalf)
      )
    }
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TX28: pointers to an attachment, table or part that the document does not have.
struct DeadPointer: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX28", category: "S6", severity: .warning, title: "所指的附件、表、部分不存在",
    summary: "“详见附件3”“见公开07表”“见第五部分”所指的内容，文件里应当有。只在文件有同类编号而缺这一个时报；附件另文公开的不报。",
    rationale: "读者按指引找不到内容，多半是编号改了或者附件漏了。",
    source: "公文格式通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        职责清单⟦见附件3⟧，项目情况见附件1，名词解释⟦见第五部分⟧。
        # 第二部分 附件

        附件1 项目支出绩效自评报告

        附件2 部门整体绩效自评报告
        """),
      RuleExample(
        "无误：附件另文公开",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        职责清单详见附件3，项目情况见第二部分。
        # 第二部分 部门决算情况说明
        决算情况如下。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for target in targets(context) where target.numbers.count >= target.least {
      for pointer in pointers(target.kind, context) where !target.numbers.contains(pointer.number) {
        let quote = context.text.string(pointer.range)
        findings.report(
          pointer.range, in: context, "文件里没有“\(quote.drop { $0 == "详" || $0 == "见" })”",
          confidence: .medium, actual: quote, suggestion: "核对编号，或补上所指的内容")
      }
    }
  }

  private enum Kind: CaseIterable {
    case attachment, annexTable, publicTable, part

    /// What stands before the number, and behind it.
    var frame: (before: String, after: String) {
      switch self {
      case .attachment: ("附件", "")
      case .annexTable: ("附表", "")
      case .publicTable: ("公开", "表")
      case .part: ("第", "部分")
      }
    }
  }

  /// What the document has of a kind.
  private struct Target {
    var kind: Kind
    var numbers: Set<Int>
    /// Fewer do not show that all of the kind are in this document.
    var least: Int
  }

  private func targets(_ context: ReportSurface) -> [Target] {
    Kind.allCases.map { kind in
      switch kind {
      case .attachment, .annexTable:
        return Target(kind: kind, numbers: headed(kind, context), least: 1)
      case .publicTable:
        let numbers = context.report.tables.compactMap { table in
          table.id.flatMap { Self.number($0, kind) }
            ?? table.publicNumber.flatMap { Self.number($0.string, kind) }
        }
        return Target(kind: kind, numbers: Set(numbers), least: 3)
      case .part:
        let numbers = context.report.parts.compactMap { part in
          part.number?.style == .part ? part.number?.value : nil
        }
        return Target(kind: kind, numbers: Set(numbers), least: 2)
      }
    }
  }

  /// The numbers with which lines begin: 附件1 …. Empty where a list under 附件： numbers them.
  private func headed(_ kind: Kind, _ context: ReportSurface) -> Set<Int> {
    let word = kind.frame.before.scalarValues
    var numbers = Set<Int>()
    for index in context.text.prose where context.passages[index].kind != .contents {
      let range = context.text.range(of: index)
      guard context.text.has(word, at: range.lowerBound) else { continue }
      if let (number, _) = Self.number(context.text, at: range.lowerBound + word.count, range) {
        numbers.insert(number)
      } else if Self.colons.contains(context.text.scalar(range.lowerBound + word.count)) {
        return []
      }
    }
    return numbers
  }

  private static let colons: [UInt32] = [0x3A, 0xFF1A]
  private static let verbs = ["详见", "参见", "见"].map(\.scalarValues)

  private func pointers(
    _ kind: Kind, _ context: ReportSurface
  ) -> [(range: Range<Int>, number: Int)] {
    let text = context.text
    let (before, after) = (kind.frame.before.scalarValues, kind.frame.after.scalarValues)
    return text.places(of: before).compactMap { place in
      let passage = text.passage(at: place)
      guard context.passages[passage].kind != .cell,
        let verb = Self.verbs.first(where: { text.has($0, at: place - $0.count) }),
        let (number, end) = Self.number(text, at: place + before.count, text.range(of: passage)),
        text.has(after, at: end)
      else { return nil }
      return ((place - verb.count)..<(end + after.count), number)
    }
  }

  private static let numerals = "一二三四五六七八九十".scalarValues

  /// A number of up to three digits, or a Chinese one.
  private static func number(
    _ text: DocumentText, at start: Int, _ range: Range<Int>
  ) -> (value: Int, end: Int)? {
    var end = start
    while end < min(start + 3, range.upperBound),
      isDigit(text.scalars[end]) || numerals.contains(text.scalars[end])
    {
      end += 1
    }
    guard end > start, let value = value(text.string(start..<end)) else { return nil }
    return (value, end)
  }

  private static func value(_ digits: String) -> Int? {
    if let value = Int(digits) { return value }
    let bytes = [UInt8](digits.utf8)
    guard let (value, end) = ChineseNumeral.scan(bytes, at: 0), end == bytes.count else {
      return nil
    }
    return value
  }

  /// The number of a table's id, 公开07 or 公开07表.
  private static func number(_ id: String, _ kind: Kind) -> Int? {
    guard id.hasPrefix(kind.frame.before) else { return nil }
    return Int(id.dropFirst(kind.frame.before.count).prefix { $0.isASCII && $0.isNumber })
  }
}

internal import FiscalModel
internal import FiscalNarrative

/// TX19: dates with dots beside dates in words.
struct DottedDate: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX19", category: "T5", severity: .info, title: "日期写法不一",
    summary: "日期写“2024年12月31日”，不写“2024.12.31”。",
    rationale: "同一份文本里日期写法应当一致。",
    source: "GB/T 15835-2011《出版物上数字用法》",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        本办法自⟦2024.10.1⟧起执行，2023年9月1日的办法同时废止。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        本办法自2024年10月1日起执行，2023年9月1日的办法同时废止。
        """),
    ])

  private static let dot: UInt32 = 0x2E

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    let found = context.prose.filter { $0.1.kind == .paragraph }.flatMap { index, _ in
      Self.dates(text, text.range(of: index))
    }
    guard !found.isEmpty,
      text.prose.contains(where: { index in
        YearMention.all(in: text, text.range(of: index)).contains {
          isDigit(text.scalar($0.range.upperBound))
        }
      })
    else { return }
    guard let first = found.first else { return }
    findings.report(
      first, in: context, "别处的日期写年月日，这里用了点（共\(found.count)处）", suggestion: "改为年月日")
  }

  /// 2024.10.1: four digits, then twice a dot and one or two digits.
  private static func dates(_ text: DocumentText, _ range: Range<Int>) -> [Range<Int>] {
    text.places(of: dot, in: range).compactMap { place in
      let start = place - 4
      guard start >= range.lowerBound, !isDigit(text.scalar(start - 1)),
        let end = date(text, from: start, range)
      else { return nil }
      return start..<end
    }
  }

  private static func date(_ text: DocumentText, from start: Int, _ range: Range<Int>) -> Int? {
    let century = text.scalar(start) << 8 | text.scalar(start + 1)
    guard century == 0x3230 || century == 0x3139 else { return nil }
    var index = start
    for (least, most) in [(4, 4), (1, 2), (1, 2)] {
      if index > start {
        guard text.scalar(index) == dot else { return nil }
        index += 1
      }
      let first = index
      while index < range.upperBound, index - first < most, isDigit(text.scalars[index]) {
        index += 1
      }
      guard index - first >= least else { return nil }
    }
    let next = text.scalar(index)
    return isDigit(next) || next == dot ? nil : index
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Puts a relation into words that let a person do it again: each side as printed, the interval
/// that its rounding leaves, the calculation, and whether the intervals meet.
struct CheckWording {
  let context: LintContext
  let check: Check

  var proof: Proof {
    Proof(title: title, holds: check.holds, lines: lines + [verdict])
  }

  private var title: String {
    switch check.kind {
    case .table: "与表格核对"
    case .sameFact: "与另一处文字核对"
    case .parts, .listed: "各分项之和"
    case .changeParts: "各分项增减额之和"
    case .negativeBase: "上年数"
    case .partsWithin: "各分项不超过总数"
    case .unit: "单位"
    case .share, .completion, .completionByGap, .rate, .growth, .multiple, .difference, .average:
      check.kind.ratioName ?? ""
    }
  }

  private var verdict: String {
    switch (check.kind, check.holds) {
    case (.partsWithin, true): "没有超过，相符"
    case (.partsWithin, false): "超过，不符"
    case (.unit, _): "单位不符"
    case (.negativeBase, _) where check.operands.count == 1: "减少的比原有的还多，不符"
    case (.negativeBase, _): "增加的比现有的还多，不符"
    case (_, true): "两边的范围有共同部分，相符"
    case (_, false): "两边的范围没有共同部分，不符"
    }
  }

  private var lines: [String] {
    switch check.kind {
    case .table, .sameFact: sides
    case .unit: sides + (check.expected.map { ["按 \($0) 计算才与其他数字相符"] } ?? [])
    default: calculation + sides.suffix(1)
    }
  }

  /// The numbers and cells as printed, with what each may stand for.
  private var sides: [String] {
    let sources = check.sources.map { source in
      side(source.label, source.amount?.description, source.interval, source.amount)
    }
    let stated = check.operands.map { index in
      let statement = context.facts.statements[index]
      return side(
        SubjectName(context).name(statement),
        context.facts.passages[statement.passage].text.string(statement.range),
        statement.quantity.interval, statement.quantity)
    }
    return check.kind == .table ? stated + sources : sources + stated
  }

  private func side(
    _ label: String, _ printed: String?, _ interval: Interval?, _ amount: Amount?
  ) -> String {
    let range = interval.flatMap {
      IntervalText.range($0, unit: amount?.unit ?? .yuan, decimals: amount?.number.decimals ?? 2)
    }
    return side(label, printed, range)
  }

  private func side(
    _ label: String, _ printed: String?, _ interval: Interval?, _ quantity: Quantity
  ) -> String {
    side(label, printed, interval.flatMap { IntervalText.range($0, like: quantity) })
  }

  private func side(_ label: String, _ printed: String?, _ range: String?) -> String {
    let value = printed.map { "\(label)：\($0)" } ?? label
    return range.map { "\(value)，舍入范围 \($0)" } ?? value
  }

  /// What the other numbers give for the last one.
  private var calculation: [String] {
    guard let arithmetic = check.arithmetic else { return [] }
    let result = check.expected.map { " ＝ \($0)" } ?? ""
    guard let range = computedRange else { return [arithmetic + result] }
    return ["\(arithmetic)\(result)，按各数的舍入范围为 \(range)"]
  }

  private var computedRange: String? {
    guard let last = check.operands.last else { return nil }
    let quantity = context.facts.statements[last].quantity
    let others = check.operands.dropLast().map { context.facts.statements[$0] }
    let intervals = check.sources.map(\.interval) + others.compactMap(\.quantity.interval)
    switch check.kind {
    case .parts, .listed, .changeParts, .partsWithin:
      return IntervalText.range(intervals.reduce(.zero, +), like: quantity)
    case .share, .completion:
      guard intervals.count == 2 else { return nil }
      // A whole that only a table states stands before the part, as one of the text does,
      // but for shares, which name the part first.
      let (whole, part) = (intervals[0], intervals[1])
      return IntervalText.percentages(part: part, whole: whole, like: quantity)
    case .difference:
      guard intervals.count == 2 else { return nil }
      return IntervalText.range((intervals[0] - intervals[1]).magnitude, like: quantity)
    case .growth:
      guard intervals.count == 2 else { return nil }
      return IntervalText.percentages(
        part: (intervals[1] - intervals[0]).magnitude, whole: intervals[0], like: quantity)
    case .rate:
      guard intervals.count == 2, let change = others.last else { return nil }
      let signed = change.direction == .down ? -intervals[1] : intervals[1]
      return IntervalText.percentages(
        part: intervals[1], whole: intervals[0] - signed, like: quantity)
    case .table, .sameFact, .unit, .negativeBase, .multiple, .average, .completionByGap: return nil
    }
  }
}

extension Interval {
  /// The sizes of the values; changes are printed without sign.
  fileprivate var magnitude: Interval {
    if lower >= 0 { return self }
    if upper <= 0 { return -self }
    return Interval(lower: 0, upper: max(-lower, upper))
  }
}

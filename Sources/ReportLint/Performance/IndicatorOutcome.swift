internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Whether an indicator's target was met, where its cells say so beyond doubt.
enum IndicatorOutcome {
  case met
  case missed

  /// Nil where target and actual value are not numbers of one unit.
  init?(_ indicator: PerformanceSheet.Indicator) {
    guard let target = indicator.targetText, let actual = indicator.actualText,
      let planned = MeasuredValue(target), let done = MeasuredValue(actual)
    else { return nil }
    let unit = planned.unit.isEmpty ? indicator.unit?.trimmed().string ?? "" : planned.unit
    // What is counted counts as done up to the target; amounts of money are mostly limits.
    guard unit == done.unit || indicator.unit != nil && done.unit.isEmpty,
      Self.counted.contains(unit) || indicator.comparison != nil
    else { return nil }
    switch indicator.comparison ?? .atLeast {
    case .atLeast, .equal:
      self = done.number.grains < planned.number.grains ? .missed : .met
    case .atMost: self = done.number.grains > planned.number.grains ? .missed : .met
    }
  }

  private static let counted: Set<String> = [
    "%", "个", "人", "人次", "次", "份", "家", "户", "台", "套", "辆", "件", "场", "期", "批次", "条", "块", "处", "间",
  ]
}

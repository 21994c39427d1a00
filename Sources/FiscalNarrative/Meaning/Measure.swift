/// Which amount of a subject is meant.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  /// 年初预算数: the budget as adopted.
  case originalBudget = "年初预算数"
  /// 全年预算数, 调整预算数: the budget as it was at year end.
  case adjustedBudget = "全年预算数"
  /// 决算数, 执行数: what was received or spent.
  case finalAmount = "决算数"
  /// 预算数, in a budget: the amount of the year that is budgeted; in final accounts, a budget
  /// that is not said to be the original or the adjusted one.
  case budget = "预算数"

  /// By case: what an enumeration of strings has by itself normalises and hashes the string.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .originalBudget: hasher.combine(0)
    case .adjustedBudget: hasher.combine(1)
    case .finalAmount: hasher.combine(2)
    case .budget: hasher.combine(3)
    }
  }
}

/// What a change is counted from.
public enum Base: String, Hashable, Sendable {
  /// The same measure a year before: last year's final amount in final accounts, last year's
  /// budget in a budget.
  case priorYear = "上年"
  /// 上年预算数
  case priorBudget = "上年预算数"
  /// 上年执行数
  case priorFinal = "上年执行数"
  /// 某年度: the same measure in an earlier year than the one before.
  case earlierYear = "以前年度"
  /// 年初预算数 of the same year
  case originalBudget = "年初预算数"

  /// By case, as of ``Measure``.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .priorYear: hasher.combine(0)
    case .priorBudget: hasher.combine(1)
    case .priorFinal: hasher.combine(2)
    case .earlierYear: hasher.combine(3)
    case .originalBudget: hasher.combine(4)
    }
  }
}

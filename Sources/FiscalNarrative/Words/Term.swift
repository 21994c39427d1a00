/// What a word of the lexicon is.
public enum Term: Hashable, Sendable {
  /// A name of one or more concepts; which one is meant depends on the section.
  case concept(name: Int)
  /// The name of a 科目, as an index into the vocabulary's list of names.
  case classification(name: Int)
  case word(Word)
}

/// The words by which a sentence says how its numbers hang together.
public enum Word: Hashable, Sendable {
  /// 年初预算, 支出决算, 执行数 …
  case measure(Measure)
  /// 上年, 上年决算, 上年预算 …: what a change is counted from.
  case base(Base)
  /// 比, 与, 较 …: a comparison begins.
  case compare
  /// 相比: a comparison ends.
  case compared
  case direction(Direction)
  /// 增加（减少）: the drafter did not choose.
  case undecided
  /// 大于, 小于, 等于: how the final amount stands to the budget.
  case order(Order)
  /// 占
  case share
  /// 完成
  case completion
  /// 其中, 包括: parts of what was said before follow.
  case ofWhich
  /// 主要原因, 由于: the reason follows.
  case reason
  /// 主要用于: what the money is for follows.
  case purpose
  /// 无, 没有: there is none.
  case absence
  case fund(Fund)
  /// A word that adds nothing to what a number means: 共计, 本部门.
  case filler
  /// 由: the amount that follows is what was before a change.
  case from
  /// 增加到: the amount that follows is what came of a change.
  case becoming
  /// 追加, 调减: the amount that follows is what a budget was changed by.
  case adjustment
  /// 剔除: the changes that follow are of a part of what is spoken of.
  case exclusion
  /// By what part of the budget the final amount differs from it: 预决算差异率.
  case deviation
  /// 人均, 平均每辆: the amount that follows is what falls to each.
  case average
  /// 各: the same number goes with several names.
  case each
  /// 分别: several numbers go with several names, in their order.
  case respectively
  /// A noun that completes the name before it and, alone, would be another subject: 经费, 财政拨款.
  case complement
  /// 以下简称: what the names before a bracket are called together.
  case definition
  /// A word that looks like another one and is none.
  case idle
}

public enum Direction: String, Hashable, Sendable {
  case up
  case down
  case unchanged
}

public enum Order: String, Hashable, Sendable {
  case above
  case below
  case equal
  /// 未超过, 不高于
  case notAbove
  /// 不低于
  case notBelow
}

/// A fund of the fiscal appropriation.
public enum Fund: String, Hashable, Sendable, CaseIterable {
  case generalPublicBudget = "一般公共预算"
  case governmentManagedFunds = "政府性基金预算"
  case stateCapitalOperations = "国有资本经营预算"
}

/// Words of `words.txt` that hang no number on another, by which checks judge what a number is of.
public enum WordList: Hashable, Sendable, CaseIterable {
  /// Between 人均 and its number, where it is the money spent that is averaged.
  case spending
  /// Before an average that is not the amount divided by the count: 每月, 标准.
  case otherAverage
  /// By which a sentence says that it speaks of the sheets that the document holds.
  case publishing
  /// That call an amount the sum of all projects.
  case sum
  /// That call it what was spent of it.
  case executed

  /// The section of `words.txt` and the key.
  var place: (section: String, key: String) {
    switch self {
    case .spending: ("平均", "花费")
    case .otherAverage: ("平均", "另算")
    case .publishing: ("自评汇总", "公开")
    case .sum: ("自评汇总", "合计")
    case .executed: ("自评汇总", "执行")
    }
  }
}

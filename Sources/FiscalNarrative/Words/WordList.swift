/// Words of `words.txt` that hang no number on another, by which checks judge what a number is of.
public enum WordList: Hashable, Sendable, CaseIterable {
  /// Between 人均 and its number, where it is the money spent that is averaged.
  case spending
  /// Before an average that is not the amount divided by the count: 每月, 标准.
  case otherAverage
  /// In a word for a change, that a percentage follows: 降幅.
  case percentage
  /// Or that a percentage may follow as well as an amount: 增长.
  case percentageOrAmount
  /// By which a sentence says that it does not compare with what was published last year.
  case otherScope
  /// By which a sentence says that it speaks of the sheets that the document holds.
  case publishing
  /// That call an amount the sum of all projects.
  case sum
  /// That call it what was spent of it.
  case executed
  /// At the end of a clause, that its subject is not done: 正在进行.
  case unfinished
  /// At the end of an indicator's name, that it measures whether something is done: 完成率.
  case completion
  /// The whole value of an indicator that is done: 已完成.
  case done
  /// Around the subject of a clause and in the name of an indicator, which change nothing of what
  /// is meant: 目前, 工作, 按期.
  case idle
  /// In the name of an indicator, that it is of a part only: 一期, 首批.
  case partial
  /// That what is done is still to come: 预计.
  case future
  /// Behind a name, that the amount is all of what it names: 总支出.
  case total
  /// One name for all that is paid for the insurance of staff: 社会保障缴费.
  case umbrella
  /// In a heading, that it speaks of what its section speaks of: 规模变化情况.
  case heading

  /// The section of `words.txt` and the key.
  var place: (section: String, key: String) {
    switch self {
    case .spending: ("平均", "花费")
    case .otherAverage: ("平均", "另算")
    case .percentage: ("缺单位", "百分号")
    case .percentageOrAmount: ("缺单位", "两可")
    case .otherScope: ("口径", "不同")
    case .publishing: ("自评汇总", "公开")
    case .sum: ("自评汇总", "合计")
    case .executed: ("自评汇总", "执行")
    case .unfinished: ("完成程度", "未完")
    case .completion: ("完成程度", "完成")
    case .done: ("完成程度", "完成值")
    case .idle: ("完成程度", "填充")
    case .partial: ("完成程度", "部分")
    case .future: ("完成程度", "将来")
    case .total: ("总称", "总数")
    case .umbrella: ("统称", "社会保障缴费")
    case .heading: ("小标题", "泛指")
    }
  }
}

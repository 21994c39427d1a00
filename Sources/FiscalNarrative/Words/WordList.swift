/// Words of `words.txt` that hang no number on another, by which checks judge what a number is of.
public enum WordList: Int, Hashable, Sendable, CaseIterable {
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
  /// At the end of the names of bodies and places: 局, 县.
  case bodyEnding
  /// Behind the name of a body, for all that belong to it: 所属各单位.
  case allUnits
  /// Between a score or a count and its grade: 等级为.
  case grading
  /// What else may stand there: 自评, 结果.
  case gradingFiller
  /// By which a section says that it does not tell all of a kind: 其余.
  case leftOut
  /// That money is of the year alone, without what was carried over: 当年拨款.
  case yearAlone
  /// At the beginning of a bracket, that what it tells is of the year alone: 当年.
  case yearAloneInBracket
  /// That vehicles were bought: 购置.
  case purchase
  /// That none were: 未新购.
  case noPurchase
  /// That another body paid: 承担.
  case paidByOthers

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
    case .bodyEnding: ("名称", "结尾")
    case .allUnits: ("名称", "所属单位")
    case .grading: ("等次", "写法")
    case .gradingFiller: ("等次", "填充")
    case .leftOut: ("列举", "略去")
    case .yearAlone: ("当年", "说法")
    case .yearAloneInBracket: ("当年", "括号")
    case .purchase: ("公务用车", "购置")
    case .noPurchase: ("公务用车", "没有购置")
    case .paidByOthers: ("费用", "他人承担")
    }
  }
}

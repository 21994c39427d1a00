/// The groups of the catalogue of rules in words.
enum RuleGroup {
  /// The word for the group of a rule's id: 文字与表格.
  static func word(_ rule: String) -> String {
    switch rule.prefix(2) {
    case "ST": "结构"
    case "TI": "表内关系"
    case "TT": "表间关系"
    case "NT": "文字与表格"
    case "NN": "文字中的数"
    case "PF": "绩效"
    case "GL": "名词解释"
    case "TX": "文字"
    case "YR": "年度"
    default: String(rule.prefix(2))
    }
  }
}

internal import FiscalText

/// Amounts that name nothing of their own: sums, parts and what brackets tell.
extension ClauseReader {
  /// 人员经费60.00万元、公用经费40.00万元，共100.00万元: whether nothing but a word for the sum stands between the comma and
  /// an amount, where the sentence told that of its subject already.
  func isSum(of subject: Subject) -> Bool {
    guard state.subjectRange == nil, state.whole == nil, comparedYear == nil,
      let last = state.lastAmount, self.subject(of: last) == subject
    else { return false }
    return isLedBySum
  }

  /// Whether the clause has nothing but a word for a sum before the number at hand.
  private var isLedBySum: Bool {
    Self.sums.contains { text.bytes[state.clauseStart..<lastNumberStart] == $0[...] }
  }

  /// 公用经费12.00万元，会议费3.00万元，合计15.00万元: a list without a whole before it closes with its sum.
  mutating func closeWithSum(_ index: Int) {
    if outer.isEmpty, state.loose.count > 1, isLedBySum {
      relations.append(.list(whole: index, parts: state.loose))
      state.loose = []
    } else {
      state.loose.append(index)
    }
  }

  private static let sums = ["共", "共计", "合计", "总计", "合计共", "总额"].map { [UInt8]($0.utf8) }

  /// 发放慰问金30万元（其中重病职工50人，10万元）, 支出60万元，包括本年安排50万元: whether an amount stands in a list
  /// whose whole it would be another value of, since nothing of the list names it.
  func isUnnamedPart(of subject: Subject) -> Bool {
    guard let whole = state.listWhole, state.subjectRange == nil, comparedYear == nil,
      state.year == nil, state.fund == nil, let told = told(whole)?.meaning
    else { return false }
    let measure = state.measure ?? state.partsMeasure ?? vocabulary.defaultMeasure
    return told.subject == subject && told.aspect == .level(measure) && told.fund == nil
  }

  /// 公务用车费9.00万元（含医疗队公务用车费3.00万元）: whether a bracket behind an amount tells what it includes, under the
  /// same name.
  func isIncluded(_ subject: Subject) -> Bool {
    guard state.fund == nil, let before = outer.last, let whole = before.lastAmount,
      self.subject(of: whole) == subject
    else { return false }
    return isIncluding || state.subjectRange == before.subjectRange && isOfYearAlone
  }

  /// 项目支出甲（当年预算乙，上年结转丙）: whether the bracket begins with what is of the year alone.
  private var isOfYearAlone: Bool {
    vocabulary.words(.yearAloneInBracket).contains {
      text.bytes.hasBytes($0, at: state.bracketStart)
    }
  }
}

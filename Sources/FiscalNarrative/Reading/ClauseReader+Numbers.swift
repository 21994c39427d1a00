internal import FiscalModel
internal import FiscalText

/// Numbers and what they are of.
extension ClauseReader {
  mutating func read(_ quantity: Quantity, digits: Range<Int>, _ range: Range<Int>) {
    lastNumberEnd = range.upperBound
    lastNumberStart = digits.lowerBound
    if case .year(let year) = quantity {
      // 某省某局2023年度支出: what the body is called is no part of the name behind the year.
      if state.unknownLength > 0, isBody(before: range.lowerBound) { state.unknownLength = 0 }
      read(year: year, range)
    }
    var statement = Statement(
      passage: passageIndex, range: text.origin(range), digits: text.origin(digits),
      quantity: quantity, region: state.region,
      clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
      sentence: sentence)
    let index = firstStatement + statements.count
    if quantity.amount != nil { state.hasAmount = true }
    if !leaveUnbound(&statement, index, range),
      quantity.amount == nil || !bindPrevious(&statement, index, digits)
    {
      let toldDirection = state.direction
      bind(&statement, index)
      keepChange(statement, index, toldDirection)
    }
    statements.append(statement)
  }

  /// Says why a number is of nothing that the sentence speaks of, if it is one of several side by side, of a
  /// reason or an average; whether it is.
  private mutating func leaveUnbound(
    _ statement: inout Statement, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    let quantity = statement.quantity
    if let unit = sharedUnits[range.lowerBound] {
      if let unit, case .bare(let number) = quantity {
        statement.quantity = .amount(Amount(number, unit))
      }
      statement.unboundReason = "并列的几个数字，不能确定各属于哪一项"
    } else if parallelPercentages.contains(range.lowerBound) {
      statement.unboundReason = "并列的几个百分比，不能确定各属于哪一项"
      state.direction = nil
      state.isSharing = false
    } else if state.region == .reason {
      statement.unboundReason = quantity.interval == nil ? nil : "原因说明中的数字"
      if case .amount = quantity, let name = state.reasonName,
        let direction = state.direction, direction != .unchanged
      {
        reasons.append(.init(statement: index, name: name, direction: direction))
      }
    } else if state.isAverage, quantity.amount != nil {
      statement.unboundReason = "平均数"
      statement.isAverage = state.year == nil
    } else {
      return false
    }
    return true
  }

  private mutating func bind(_ statement: inout Statement, _ index: Int) {
    switch statement.quantity {
    case .amount: bindAndList(&statement, index)
    case .percentage: bindPercentage(&statement, index)
    case .count(_, let classifier):
      bindCount(&statement, index, classifier)
      if state.direction == nil, !state.isSharing { listCount(index, classifier) }
    case .bare: bindBare(&statement, index)
    case .year, .label, .malformed: break
    }
  }

  mutating func read(year: Int, _ range: Range<Int>) {
    guard let reportYear else { return }
    if state.fromEnd >= 0, state.fromEnd <= range.lowerBound, year == reportYear - 1 {
      state.fromEnd = range.upperBound
    }
    if state.isSharing { state.sharedYear = year == reportYear ? nil : year }
    if state.isComparing {
      defer { state.isBaseCarried = false }
      if year == reportYear - 1 {
        state.base = .priorYear
        state.baseYear = nil
      } else if state.hasPriorBase, year < reportYear {
        // The year before was compared with already: this one is meant as it stands.
        state.base = .earlierYear
        state.baseYear = year
      } else {
        state.comparesOwnYear = year == reportYear
        state.comparedEarlierYear = year < reportYear - 1 ? year : nil
      }
    } else {
      state.year = year == reportYear ? nil : year
      state.isOfPrior = year == reportYear - 1
    }
  }

  /// The subject of a number, if nothing between the two is left unexplained.
  func certainSubject(_ statement: inout Statement) -> Subject? {
    guard let subject = state.subject else {
      statement.unboundReason = "没有说明属于哪一项"
      return nil
    }
    guard !isOfOtherBody, !state.isOfOtherBody else {
      statement.unboundReason = "说的是别的单位"
      return nil
    }
    guard !state.isExcluding else {
      statement.unboundReason = "不是按全部的数说的"
      return nil
    }
    guard !state.hasGap else {
      statement.unboundReason = "前面有未能理解的文字，不能确定属于哪一项"
      return nil
    }
    guard !isOneSide(of: subject) else {
      statement.unboundReason = "没有说明是总计还是本年的合计"
      return nil
    }
    return subject
  }

  /// 2023年支出95.00万元 below a heading about 收支: whether the clause speaks of one side of what its section tells under
  /// a joint name, of which nobody knows then whether it is the total or that of the year.
  private func isOneSide(of subject: Subject) -> Bool {
    guard state.subjectRange == nil, state.direction == nil, !state.isComparing, isJoint(subject),
      state.clauseStart < lastNumberStart
    else { return false }
    let sides = Self.sides.count {
      text.bytes.firstOffset(of: $0, from: state.clauseStart, to: lastNumberStart) != nil
    }
    return sides == 1
  }

  mutating func bindCount(_ statement: inout Statement, _ index: Int, _ classifier: String) {
    // Behind a purpose a count is bound only to a subject that its own clause names.
    let isNamed = state.subjectRange != nil && !state.hasGap
    guard let subject = state.subject, state.region == .plain || isNamed else {
      statement.unboundReason = "没有可以核对的计数"
      return
    }
    statement.meaning = Meaning(
      subject: subject, aspect: .count(classifier), year: state.year, section: passage.role)
    if state.subjectRange == nil, state.unknownLength > 0 { state.countsUnknown = true }
    // 在校生32,000人，比上年增加800人；其中…: the parts are those of the first; nor is a change one of them.
    guard state.direction == nil || state.direction == .unchanged else { return }
    if let whole = state.whole, isCount(whole, classifier) { state.parts.append(index) }
    state.last = index
  }

  func isCount(_ index: Int, _ classifier: String) -> Bool {
    guard case .count(_, classifier) = told(index)?.quantity else { return false }
    return true
  }
}

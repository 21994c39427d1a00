internal import FiscalText

/// Numbers without a unit where an amount or a percentage must stand.
extension ClauseReader {
  /// 公务接待费支出7.85，: whether a number as amounts are printed stands right behind a name of the accounts.
  private func isBehindName(_ statement: Statement) -> Bool {
    guard case .bare(let number) = statement.quantity, number.decimals == 2,
      state.subjectRange != nil, !state.hasGap, !state.isAverage, state.region == .plain,
      let subject = state.subject, !subject.isUnnamed, !isAboutProjects(subject),
      next < tokens.count, case .mark(let mark) = tokens[next].kind,
      [.comma, .semicolon, .stop].contains(mark)
    else { return false }
    return true
  }

  /// A number without unit where a percentage or an amount must stand.
  mutating func bindBare(_ statement: inout Statement, _ index: Int) {
    if isInRow {
      statement.unboundReason = "没有单位的数字"
      return
    }
    let isNote = state.hasGap && !outer.isEmpty
    if !isNote, isCompared {
      statement.missingUnit = .amount
      statement.unboundReason = "金额缺少单位"
      return
    }
    let isRate =
      state.direction != nil && state.change != nil && state.changeSubject == state.subject
      && state.subjectRange == nil && !state.hasGap
    if !isNote, state.isSharing || state.isCompleting && !state.hasGap || isRate {
      statement.missingUnit = .percent
      if isRate, let direction = state.direction { bindRate(&statement, index, direction) }
      statement.unboundReason = "缺少百分号"
    } else if !isNote,
      state.direction != nil || state.subject != nil && state.measure != nil
        || isBehindName(statement)
    {
      let missing = unitOfChange
      statement.missingUnit = missing
      statement.unboundReason =
        switch missing {
        case .percent: "缺少百分号"
        case .amount: "金额缺少单位"
        case .percentOrAmount: "缺少单位或百分号"
        }
      if missing != .percent, state.direction == nil {
        // …支出预算500.00，其中：基本支出300.00万元: what was told before is not what the list is of.
        (state.lastAmount, state.last, state.lastAmountBefore, state.lastBefore) = (
          nil, nil, nil, nil
        )
      }
    } else {
      statement.unboundReason = "没有单位的数字"
    }
  }

  /// 90 89.974 89.974: whether another number stands right beside the one at hand, as in a row of a table.
  private var isInRow: Bool {
    func isNumber(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), case .number = tokens[index].kind else { return false }
      return true
    }
    func isBlank(_ start: Int, _ end: Int) -> Bool {
      start <= end && text.bytes[start..<end].allSatisfy { $0 == UInt8(ascii: " ") }
    }
    return isNumber(next) && isBlank(lastNumberEnd, tokens[next].range.lowerBound)
      || isNumber(next - 2) && isBlank(tokens[next - 2].range.upperBound, lastNumberStart)
  }

  /// 较上年2.50减少1.95万元: whether the number at hand is the amount that is compared with.
  private var isCompared: Bool {
    guard state.direction == nil, state.isComparing, let base = state.base, base != .originalBudget,
      state.region == .plain, !state.hasGap, let subject = state.subject, !subject.isUnnamed,
      tokens.indices.contains(next), tokens[next].range.lowerBound == lastNumberEnd,
      case .term(.word(.direction(let direction))) = tokens[next].kind
    else { return false }
    return direction != .unchanged
  }

  /// What a number without unit lacks behind the word for a change at hand, if there is one.
  private var unitOfChange: Statement.MissingUnit {
    guard state.direction != nil, let range = state.directionRange else { return .amount }
    func says(_ list: WordList) -> Bool {
      vocabulary.words(list).contains {
        text.bytes.firstOffset(of: $0, from: range.lowerBound, to: range.upperBound) != nil
      }
    }
    return says(.percentage) ? .percent : says(.percentageOrAmount) ? .percentOrAmount : .amount
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Puts a fault into words: what stands there, what follows from the rest, and the arithmetic.
struct FaultWording {
  let context: LintContext
  let fault: Fault

  private var facts: Facts { context.facts }
  private var statement: Statement { facts.statements[fault.statement] }
  private var quote: String { text(statement, statement.range) }

  /// Reports the fault.
  func report(into findings: inout FindingSink) {
    let check = fault.primary
    findings.report(
      facts.passages[statement.passage].text, statement.range, message(check),
      severity: check.isProbable ? .warning : nil,
      confidence: fault.isUndecided || check.isProbable ? .medium : .high,
      actual: quote, expected: expected(check), arithmetic: check.arithmetic,
      evidence: evidence, suggestion: suggestion(check), rests: rests,
      refutes: refutes)
  }

  /// Where nothing tells which number of a percentage and its amounts is wrong, none is certain.
  private var refutes: [Ground] {
    let isOpen = fault.isUndecided && fault.primary.kind.ratioName != nil
    let doubtful = isOpen ? fault.primary.operands.map { Ground.amount($0) } : []
    // With another unit it is another number in whatever it takes part.
    let unit = fault.primary.kind == .unit ? [Ground.statement(fault.statement)] : []
    return [.amount(fault.statement)] + unit + doubtful
      + (fault.exchanged.map { [.statement($0), .amount($0)] } ?? [])
  }

  private var rests: [Ground] {
    let check = fault.primary
    guard check.kind == .table else {
      return check.operands.map { .statement($0) } + [.reading(fault.statement)] + years + items
        + check.sources.map { .printed($0.text) } + Ground.cells(copiedIn: check, context)
    }
    guard let told = statement.quantity.amount?.grains else {
      return [.statement(fault.statement)] + check.sources.map { .printed($0.text) }
        + check.grounds
    }
    return [.statement(fault.statement)] + check.sources.map { .cell($0.text, told) }
      + exchanges(telling: told)
  }

  /// That the row of the cell that prints another amount has not changed places with the row of this one.
  private func exchanges(telling told: Int128) -> [Ground] {
    guard ExchangedRows.canExplain(context.reconciliation.faults.count) else { return [] }
    let rows = ExchangedRows(tables: context.tables)
    return fault.primary.sources.flatMap { rows.grounds(telling: told, insteadOf: $0.text) }
  }

  /// The years that the numbers are taken to be of.
  private var years: [Ground] {
    fault.primary.operands.map { facts.statements[$0] }.compactMap { other in
      other.meaning?.year.map { .year($0, passage: other.passage) }
    }
  }

  /// That a sum of items is one of all items.
  private var items: [Ground] {
    switch fault.primary.kind {
    case .parts, .listed, .changeParts:
      fault.primary.operands.dropLast().map { .items(passage: facts.statements[$0].passage) }
        + fault.primary.operands.suffix(1).map { .list(of: $0) }
    default: []
    }
  }

  private func message(_ check: Check) -> String {
    let name = check.subject ?? SubjectName(context).name(statement)
    switch check.kind {
    case .table:
      let source = check.sources[0]
      let other = CellNamesake(context.tables).name(of: statement.quantity, beside: source.text)
      let hint =
        fault.exchanged.map { "（与“\(text($0))”写反了）" }
        ?? other.map { "（\(quote) 与表中“\($0)”的数相同）" } ?? ""
      return "\(name)：文中为 \(quote)，\(source.label)为 \(printed(source))\(hint)"
    case .sameFact:
      let other = check.operands.first { $0 != fault.statement } ?? fault.statement
      let told = context.facts.statements[other]
      if told.meaning?.subject != statement.meaning?.subject {
        return "\(name) \(quote) 与\(SubjectName(context).name(told)) \(text(other)) 应当相等"
      }
      return "\(name)前后不一：此处为 \(quote)，另一处为 \(text(other))"
    case .negativeBase where check.operands.count == 1:
      return "\(name)：减少 \(quote)，超过 100%，减少后的数会是负数"
    case .negativeBase:
      return "\(name)：增加 \(quote)，多于现有的数 \(check.arithmetic ?? "")，之前的数不会为负"
    case .parts where isComputed(check) && check.operands.count > Self.mostShown:
      return "所列 \(check.operands.count - 1) 项合计 \(check.expected ?? "")，与 \(quote) 不符"
    case .parts, .listed, .changeParts:
      return isComputed(check)
        ? "各分项之和 \(check.arithmetic ?? "") ＝ \(check.expected ?? "")，与 \(quote) 不符"
        : "\(quote) 与同级各项相加，不等于总数 \(text(check.operands.last ?? fault.statement))"
    case .partsWithin where check.operands.count == 2:
      let (part, whole) = (text(check.operands[0]), text(check.operands[1]))
      return "其中的 \(part) 多于总数 \(whole)"
    case .partsWithin:
      return "各分项之和 \(check.expected ?? "") 超过总数 \(text(check.operands.last ?? fault.statement))"
    case .unit: return "\(quote) 的单位与其他数字不符，按 \(check.expected ?? "") 计算才相符"
    case .share, .completion, .completionByGap, .rate, .growth, .multiple, .difference, .average:
      return ratioMessage(check, name)
    }
  }

  /// Of more numbers than these only the sum is told.
  private static let mostShown = 9

  private func ratioMessage(_ check: Check, _ name: String) -> String {
    let word = check.kind.ratioName ?? "数字"
    if check.isReversed {
      let (told, right) = statement.direction == .down ? ("减少", "增加") : ("增加", "减少")
      return "文中写的是\(told)，按数字应为\(right)：\(check.arithmetic ?? "") ＝ \(check.expected ?? "")"
    }
    let computed = check.operands.last ?? fault.statement
    let result = "\(check.arithmetic ?? "") ＝ \(check.expected ?? "")"
    let exchange = fault.exchanged.map { "，与“\(text($0))”互换后相符" } ?? ""
    return isComputed(check)
      ? "\(word) \(quote) 与金额不符：\(result)\(exchange)"
      : "\(name) \(quote) 与\(word) \(text(computed)) 不符：\(result)"
  }

  private func isComputed(_ check: Check) -> Bool { check.operands.last == fault.statement }

  private func expected(_ check: Check) -> String? {
    if check.kind == .unit { return check.expected }
    if check.isReversed { return nil }
    if check.kind == .table || check.kind == .sameFact || isComputed(check) {
      return check.expected
    }
    return nil
  }

  private func suggestion(_ check: Check) -> String? {
    // Where an item may be left out, the sum is no correction.
    if check.kind == .listed {
      let isCount = statement.quantity.amount == nil
      return isCount ? "核对各项个数和总数，漏列的补上" : "核对各项金额和合计，漏列的补上"
    }
    if check.isReversed { return "核对增减的方向" }
    if fault.exchanged != nil, check.kind != .table { return "核对两处的金额和比例，改正写反的" }
    guard let expected = expected(check), !fault.isUndecided else { return "核对这几个数，改正写错的一个" }
    if check.kind == .unit { return "改为“\(expected)”" }
    let passage = facts.passages[statement.passage].text
    let digits = check.expected.map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 } ?? expected
    let clause = statement.clause
    guard clause.lowerBound <= statement.digits.lowerBound else { return nil }
    let before = passage.string(clause.lowerBound..<statement.digits.lowerBound)
    let unit = passage.string(
      statement.digits.upperBound..<max(statement.digits.upperBound, statement.range.upperBound))
    return "改为“\(before)\(digits)\(unit)”"
  }

  private var evidence: [FindingSink.Evidence] {
    var places: [FindingSink.Evidence] = []
    var seen = Set([fault.statement])
    for check in [fault.primary] + fault.others {
      // A number is held against a cell or two; a sum is of many, any of which may be wrong.
      for source in check.sources.prefix(check.kind == .listed ? FindingSink.mostEvidence : 2) {
        places.append(.init(source.label, source.text))
      }
      for operand in check.operands
      where seen.insert(operand).inserted && places.count < FindingSink.mostEvidence {
        let other = facts.statements[operand]
        places.append(
          .init(
            SubjectName(context).name(other), facts.passages[other.passage].text, other.range))
      }
    }
    return places
  }

  private func text(_ index: Int) -> String {
    text(facts.statements[index], facts.statements[index].range)
  }

  private func text(_ statement: Statement, _ range: Range<Int>) -> String {
    facts.passages[statement.passage].text.string(range)
  }

  private func printed(_ source: Check.Source) -> String {
    source.printed ?? source.amount?.description ?? Amount(
      grains: source.exact, unit: .tenThousandYuan, decimals: 2)?
      .description ?? ""
  }
}

internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Reports the cells that break the identities of a layout's tables.
struct IdentityReporter {
  let report: Report
  let tables: TableIndex
  let explains: Bool

  /// Findings, and what could not be checked.
  func check(_ instances: [IdentityInstance], selection: Selection) -> LintPart {
    var result = LintPart()
    let instances =
      tables.tables.contains { $0.hasSeveralBodies }
      ? instances.filter(isOfCertainRows) : instances
    var finder = TableFaultFinder(instances)
    let torn = Set(tables.tables.indices.filter { tables.tables[$0].isJumbled })
    var misread = finder.misread()
    for table in misread.union(torn).sorted() {
      result.unchecked.append(doubt(tables.tables[table], isMisread: misread.contains(table)))
    }
    misread.formUnion(torn.filter { !tables.tables[$0].hasSeveralBodies })
    // A wrong unit breaks every relation with other tables; it is told once.
    misread.formUnion(UnitSlip.all(instances, tables).map(\.table))
    let faults = ExchangedRows(tables: tables).laid(finder.faults(leavingOut: misread))
    if explains {
      let sound = instances.filter { instance in
        TableFaultFinder.cells(instance).allSatisfy { !misread.contains($0.table) }
      }
      result.cells = CellTieOut(report, tables).records(sound, wrong: Set(faults.map(\.cell)))
    }
    for fault in faults {
      guard let fault = selected(fault, selection) else { continue }
      result.findings.append(finding(fault))
    }
    for fault in UncertainRows(tables: tables).faults(instances)
    where fault.instances.contains(where: { selection.includes($0.identity.id) })
      && !(fault.instances[0].row.map { torn.contains($0.table) } ?? false)
    {
      result.findings.append(finding(fault))
    }
    return result
  }

  /// Whether an identity looks at no more than one row of a table that goes through several bodies: which
  /// rows belong together there is not known.
  private func isOfCertainRows(_ instance: IdentityInstance) -> Bool {
    let cells = TableFaultFinder.cells(instance)
    guard cells.contains(where: { tables.tables[$0.table].hasSeveralBodies }) else { return true }
    return cells.allSatisfy {
      ($0.table, $0.block, $0.row) == (cells[0].table, cells[0].block, cells[0].row)
    }
  }

  private func finding(_ fault: UncertainRows.Fault) -> Finding {
    let identity = fault.instances[0].identity
    let numbers = fault.numbers.map(\.text.string)
    let sum = numbers.dropFirst().joined(separator: " ＋ ")
    let statements = fault.statements.joined(separator: "；")
    let total = fault.numbers[0].text
    return Finding(
      rule: identity.id, category: identity.category, severity: severity(identity.level),
      confidence: .medium,
      message: fault.isSum
        ? "\(statements)：\(numbers[0]) ≠ \(sum)，不论各数在哪一栏"
        : "\(statements)：这一行的 \(numbers.joined(separator: "、")) 不论在哪几栏都不能成立",
      location: report.location(of: total), quote: total.string, actual: total.string,
      arithmetic: fault.isSum ? sum : nil,
      related: fault.numbers.dropFirst().map { part in
        Finding.Related(
          label: "同一行的数", quote: part.text.string, location: report.location(of: part.text),
          spot: Spot(part.text))
      },
      spot: Spot(total))
  }

  /// A fault as the identities that are selected tell it; nil where none of them does.
  private func selected(_ fault: TableFault, _ selection: Selection) -> TableFault? {
    var fault = fault
    let failures = [fault.primary] + fault.others
    let told = failures.filter { selection.includes($0.identity.id) }
    guard let first = told.first else { return nil }
    fault.primary = first
    fault.others = Array(told.dropFirst())
    return fault
  }

  private func doubt(_ table: BoundTable, isMisread: Bool) -> LintResult.Unchecked {
    let anchor = table.table.title ?? table.table.rows.first?.cells.first?.text ?? TracedText()
    let reason =
      table.hasSeveralBodies && !isMisread
      ? "分单位列出科目，只核对了每一行各栏之间的关系" : "的许多行列不能相加，可能没有读对，表内关系未核对"
    return LintResult.Unchecked(
      quote: anchor.string, reason: "\(table.id) \(reason)", location: report.location(of: anchor))
  }

  private func finding(_ fault: TableFault) -> Finding {
    let identity = fault.primary.identity
    let text = tables.cell(fault.cell)?.text ?? anchor(fault.cell)
    let expected = expected(fault)
    var finding = Finding(
      rule: identity.id, category: identity.category, severity: severity(identity.level),
      confidence: fault.isUndecided ? .medium : .high,
      message: "\(name(fault.cell))：\(arithmetic(fault.primary))。\(identity.statement)",
      location: report.location(of: text), quote: text.string, actual: text.string,
      expected: expected, arithmetic: arithmetic(fault.primary), related: related(fault),
      suggestion: suggestion(fault, expected: expected),
      spot: Spot(text))
    let exchanges = ExchangedRows(tables: tables).grounds(fault)
    finding.rests = rests(fault) + exchanges
    finding.refutes = refutes(fault) + exchanges
    return finding
  }

  private func suggestion(_ fault: TableFault, expected: String?) -> String {
    if let other = fault.exchanged {
      return "核对这一行和“\(tables.row(other).label)”一行的数是不是互换了"
    }
    return expected.map { "改为“\($0)”，并核对原始报表" } ?? "核对这几个数，改正写错的一个"
  }

  private func rests(_ fault: TableFault) -> [Ground] {
    codes(fault.primary).map { .code($0) } + sums(fault.primary) + [row(fault)]
  }

  private func refutes(_ fault: TableFault) -> [Ground] {
    let text = tables.cell(fault.cell)?.text ?? anchor(fault.cell)
    return FaultMending(tables: tables).values(fault).map { .cell(text, $0) } + [row(fault)]
  }

  /// Where a row stands in another's place, an identity fails in each of its columns.
  private func row(_ fault: TableFault) -> Ground {
    let cell = fault.cell
    return .row(
      cell.row, block: cell.block, table: cell.table, identity: fault.primary.identity.id)
  }

  /// The codes by which an identity finds its rows, those without a row among them.
  private func codes(_ instance: IdentityInstance) -> [String] {
    let relation = instance.relation
    return TableFaultFinder.cells(instance).compactMap { tables.row($0).code }
      + (relation.left.addresses + relation.right.addresses).compactMap(\.row.last)
  }

  /// That what stands below the codes of an identity's rows is all that belongs to them.
  private func sums(_ instance: IdentityInstance) -> [Ground] {
    TableFaultFinder.cells(instance).compactMap { cell in
      tables.row(cell).code.map { .children(of: $0, table: cell.table) }
    }
  }

  /// The cell in the words of its table: 公开02“社会福利”本年收入合计.
  private func name(_ cell: CellReference) -> String {
    let row = tables.row(cell)
    let label = row.label.isEmpty && row.isTotal ? "合计" : row.label
    let words = label.isEmpty ? " " : "“\(label)”"
    return "\(tables.tables[cell.table].id)\(words)\(tables.column(cell).key)"
  }

  private func anchor(_ cell: CellReference) -> TracedText {
    let table = tables.tables[cell.table]
    return table.table.rows[tables.row(cell).index].cells.first?.text ?? table.table.title
      ?? TracedText()
  }

  private func severity(_ level: Identity.Level) -> Severity {
    switch level {
    case .error: .error
    case .warning: .warning
    case .hint: .info
    }
  }

  private func arithmetic(_ instance: IdentityInstance) -> String {
    let sides = (instance.left?.arithmetic ?? "", instance.right?.arithmetic ?? "")
    let sign: String =
      switch instance.relation.comparison {
      case .equal: "≠"
      case .atMost: ">"
      case .atLeast: "<"
      }
    return "\(sides.0) \(sign) \(sides.1)"
  }

  /// What the cell should print, if the identity says that it equals the other side.
  private func expected(_ fault: TableFault) -> String? {
    guard fault.primary.relation.comparison == .equal, !fault.isUndecided,
      let left = fault.primary.left, let right = fault.primary.right
    else { return nil }
    let other: Evaluation
    if left.operands == [fault.cell] {
      other = right
    } else if right.operands == [fault.cell] {
      other = left
    } else {
      return nil
    }
    let middle = (other.value.lower + other.value.upper) / 2
    let unit = tables.tables[fault.cell.table].unit
    let printed = tables.cell(fault.cell)?.number.value
    return Amount(
      grains: middle, unit: unit, decimals: printed?.decimals ?? 2,
      isGrouped: printed?.isGrouped ?? true)?.number.description
  }

  /// The cells of the longest sums: any of them may be the wrong one.
  private static let mostRelated = 40

  private func related(_ fault: TableFault) -> [Finding.Related] {
    var seen = Set([fault.cell])
    var related: [Finding.Related] = []
    for instance in [fault.primary] + fault.others {
      for cell in TableFaultFinder.cells(instance)
      where related.count < Self.mostRelated && seen.insert(cell).inserted {
        guard let printed = tables.cell(cell) else { continue }
        related.append(
          Finding.Related(
            label:
              "\(tables.tables[cell.table].id) \(tables.row(cell).label) \(tables.column(cell).key)",
            quote: printed.text.string, location: report.location(of: printed.text),
            spot: Spot(printed.text)))
      }
    }
    return related
  }
}

internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Whether the totals have an amount of a fund whose own statement says that it is empty.
struct EmptyFundCheck {
  /// The form of the fund's statement.
  let table: String
  let name: String
  /// The cells of the totals, the first that is printed counting.
  let addresses: [String]

  func report(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let bound = context.tables.table(table),
      !bound.blocks.contains(where: { $0.rows.contains { $0.hasNumber } }),
      let note = note(of: bound, context), let cell = amount(context)
    else { return }
    findings.report(
      cell.trimmed(), nil, "总表中\(name)收入为 \(cell.trimmed().string)，\(table)却写明没有",
      actual: cell.trimmed().string, evidence: [.init("\(table)的说明", note)],
      suggestion: "核对总表和\(table)")
  }

  /// The note below the table that says it holds nothing.
  private func note(of table: BoundTable, _ context: ReportSurface) -> TracedText? {
    for (index, passage) in context.prose where passage.kind == .tableNote {
      guard let place = passage.table, context.printedTables[place].id == table.id,
        context.printedTables[place].rows.count == table.table.rows.count,
        context.grammar.emptyTable.isFound(in: context.text, context.text.range(of: index))
      else { continue }
      return passage.text
    }
    return nil
  }

  private func amount(_ context: ReportSurface) -> TracedText? {
    for address in addresses {
      guard let formula = try? Formula(address),
        let value = try? Evaluator(context.tables).evaluate(formula.expression),
        value.value.lower > 0,
        let cell = value.operands.lazy.compactMap({ context.tables.cell($0) }).first
      else { continue }
      return cell.text
    }
    return nil
  }
}

internal import FiscalModel
internal import FiscalStandards

/// TI30: items without their subcategory, and codes out of order.
struct CodeOrder: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI30", category: "N7", severity: .warning, title: "科目的层级或次序不对",
    summary: "每个项在它的款下面，每个款在它的类下面，科目按编码从小到大排列。",
    rationale: "层级或次序不对，多半是漏了一行或者编码填错。",
    source: "《预算法实施条例》第六条；科目编码规则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013102,一般行政管理事务,280.00,,280.00
          ⟦2013101⟧,行政运行,600.00,600.00,
          """
        ]),
      RuleExample(
        "一个编码写错，后面的各行并没有错",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,900.00,600.00,300.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          ⟦2093102⟧,一般行政管理事务,280.00,,280.00
          208,社会保障和就业支出,20.00,,20.00
          20810,社会福利,20.00,,20.00
          2081006,养老服务,20.00,,20.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, table) in context.tables.tables.enumerated() where !table.isJumbled {
      for block in table.blocks {
        guard case .functional = block.form.rows else { continue }
        let rows = block.rows.filter { $0.isCodePrinted && $0.level != nil }
        let levels = Set(rows.compactMap(\.level))
        // A form that lists items alone has no order of levels.
        guard levels.contains(.category), levels.contains(.subcategory) else { continue }
        let sequence = CodeSequence(rows.map { Self.entry($0, table) })
        guard !sequence.isInOrder else { continue }
        let order = TableOrder(table: table, index: index, sequence: sequence)
        order.report(into: &findings)
      }
    }
  }

  private static func entry(_ row: BoundRow, _ table: BoundTable) -> CodeSequence.Entry {
    // The cell that prints a whole code.
    let cell = table.table.rows[row.index].cells.first { !$0.text.isEmpty }?.text.trimmed()
    return CodeSequence.Entry(
      code: row.code ?? "", level: row.level ?? .item,
      cell: cell.flatMap { $0.string == row.code ? $0 : nil })
  }

  /// Tells what is out of order in one table.
  private struct TableOrder {
    let table: BoundTable
    let index: Int
    let sequence: CodeSequence

    func report(into findings: inout FindingSink) {
      let groups = canMissRows ? [] : sequence.orphans()
      let told = Set(groups.flatMap { $0.entries + [$0.above].compactMap(\.self) })
      for group in groups { report(group, &findings) }
      for run in sequence.strays(without: told) where !isDrawnLate(run) { report(run, &findings) }
    }

    /// Whether a 类 or 款 stands behind its own parts in a text that tells no columns: the page was drawn so.
    private func isDrawnLate(_ run: CodeSequence.Strays) -> Bool {
      canMissRows && run.isBehind
        && run.entries.allSatisfy { index in
          sequence.entries[run.other].code.hasPrefix(sequence.entries[index].code)
        }
    }

    /// A text that tells no columns may have lost the row above.
    private var canMissRows: Bool {
      table.table.isLoose || table.table.rows.contains(where: \.isUncertain)
    }

    private func report(_ group: CodeSequence.Orphans, _ findings: inout FindingSink) {
      let items = group.entries.map { sequence.entries[$0] }
      if let above = group.above, let cell = sequence.entries[above].cell {
        let code = sequence.entries[above].code
        findings.report(
          cell, nil, "\(table.id)中 \(code) 下面各行的编码都以 \(group.parent) 开头，不属于它",
          confidence: .medium, actual: code, expected: group.parent, evidence: evidence(items),
          suggestion: "核对编码", rests: [.code(code)],
          refutes: [.code(code), .code(group.parent), .children(of: code, table: index)]
            + enclosing(above))
        return
      }
      guard let first = items.first(where: { $0.cell != nil }), let cell = first.cell else {
        return
      }
      findings.report(
        cell, nil, "\(table.id)中 \(first.code) 前面没有它所属的 \(group.parent)", confidence: .medium,
        actual: first.code, evidence: evidence(items.filter { $0.code != first.code }),
        suggestion: "补上所属的\(first.level == .item ? "款" : "类")，或者核对编码",
        rests: items.map { .code($0.code) },
        refutes: items.map { .code($0.code) } + group.entries.flatMap(enclosing))
    }

    private func report(_ run: CodeSequence.Strays, _ findings: inout FindingSink) {
      let items = run.entries.map { sequence.entries[$0] }
      guard let first = items.first(where: { $0.cell != nil }), let cell = first.cell else {
        return
      }
      let other = sequence.entries[run.other].code
      let name = items.count > 1 ? "\(first.code) 等 \(items.count) 个科目" : "\(first.code) "
      findings.report(
        cell, nil, "\(table.id)中 \(name)排在 \(other) \(run.isBehind ? "后" : "前")面",
        confidence: .medium, actual: first.code,
        evidence: evidence(items.filter { $0.code != first.code } + [sequence.entries[run.other]]),
        suggestion: "按编码次序排列，或者核对编码", rests: items.map { .code($0.code) } + [.code(other)],
        refutes: items.map { .code($0.code) } + run.entries.flatMap(enclosing))
    }

    /// The codes between which a row stands: what is listed below them is not all of theirs.
    private func enclosing(_ entry: Int) -> [Ground] {
      sequence.enclosing(entry).map { .children(of: $0, table: index) }
    }

    private func evidence(_ entries: [CodeSequence.Entry]) -> [FindingSink.Evidence] {
      entries.prefix(FindingSink.mostEvidence).compactMap { entry in
        entry.cell.map { FindingSink.Evidence("科目编码", $0) }
      }
    }
  }
}

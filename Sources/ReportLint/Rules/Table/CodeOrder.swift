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
    for table in context.tables.tables where !table.isJumbled {
      for block in table.blocks {
        guard case .functional = block.form.rows else { continue }
        let rows = block.rows.filter { $0.isCodePrinted && $0.level != nil }
        let levels = Set(rows.compactMap(\.level))
        // A form that lists items alone has no order of levels.
        guard levels.contains(.category), levels.contains(.subcategory) else { continue }
        check(rows, table, into: &findings)
      }
    }
  }

  private func check(_ rows: [BoundRow], _ table: BoundTable, into findings: inout FindingSink) {
    var known = Set<UInt64>()
    var last = ""
    for row in rows {
      guard let code = row.code, let cell = Self.codeCell(row, table) else { continue }
      let key = Self.key(code.utf8)
      if row.level != .category, !known.contains(Self.key(code.utf8.dropLast(2))) {
        // A text that tells no columns may have lost the row above.
        guard !table.table.isLoose, !table.table.rows.contains(where: \.isUncertain) else {
          continue
        }
        findings.report(
          cell, nil, "\(table.id)中 \(code) 前面没有它所属的 \(code.dropLast(2))", confidence: .medium,
          actual: code, suggestion: "补上所属的\(row.level == .item ? "款" : "类")，或者核对编码",
          rests: [.code(code)])
      } else if key < Self.key(last.utf8) {
        findings.report(
          cell, nil, "\(table.id)中 \(code) 排在 \(last) 后面", confidence: .medium, actual: code,
          suggestion: "按编码次序排列，或者核对编码", rests: [.code(code), .code(last)])
      }
      known.insert(key)
      if key > Self.key(last.utf8) { last = code }
    }
  }

  /// A code of up to seven digits as a number that sorts as codes do: 2010101 before 202.
  private static func key(_ code: some Collection<UInt8>) -> UInt64 {
    let digits = code.prefix(8)
    return digits.reduce(0) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - digits.count))
  }

  /// The cell that prints a whole code.
  private static func codeCell(_ row: BoundRow, _ table: BoundTable) -> TracedText? {
    guard let cell = table.table.rows[row.index].cells.first(where: { !$0.text.isEmpty }),
      cell.text.trimmed().string == row.code
    else { return nil }
    return cell.text.trimmed()
  }
}

internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TT26: a table that a document prints twice, with different amounts.
struct TableTwice: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT26", category: "N8", severity: .warning, title: "同一张表的两个版本不一致",
    summary: "同一张表在文件中出现两次（如只有一个单位的部门同时公开部门和单位的表），数应当相同。九成以上的数相同的，才当作同一张表核对。",
    rationale: "两版之中，多半是一版改了、另一版没有改。",
    source: "同一张表只有一套数",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        ## 一般公共预算财政拨款支出决算表

        单位：万元

        | 科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | --- | --- | --- | --- | --- |
        | | 合计 | 886.00 | 600.00 | 286.00 |
        | 208 | 社会保障和就业支出 | 720.00 | 450.00 | 270.00 |
        | 20802 | 民政管理事务 | 720.00 | 450.00 | 270.00 |
        | 2080201 | 行政运行 | 450.00 | 450.00 | |
        | 221 | 住房保障支出 | 166.00 | 150.00 | 16.00 |
        | 22102 | 住房改革支出 | 166.00 | 150.00 | 16.00 |
        | 2210201 | 住房公积金 | 166.00 | 150.00 | 16.00 |

        ## 一般公共预算财政拨款支出决算表

        单位：万元

        | 科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | --- | --- | --- | --- | --- |
        | | 合计 | 886.00 | 600.00 | 286.00 |
        | 208 | 社会保障和就业支出 | 720.00 | 450.00 | 270.00 |
        | 20802 | 民政管理事务 | 720.00 | 450.00 | 270.00 |
        | 2080201 | 行政运行 | ⟦540.00⟧ | 450.00 | |
        | 221 | 住房保障支出 | 166.00 | 150.00 | 16.00 |
        | 22102 | 住房改革支出 | 166.00 | 150.00 | 16.00 |
        | 2210201 | 住房公积金 | 166.00 | 150.00 | 16.00 |
        """),
      RuleExample(
        "无误：部门和本级各一张表",
        """
        # 第四部分 部门决算表

        ## 一般公共预算财政拨款支出决算表

        单位：万元

        | 科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | --- | --- | --- | --- | --- |
        | | 合计 | 886.00 | 600.00 | 286.00 |
        | 208 | 社会保障和就业支出 | 720.00 | 450.00 | 270.00 |
        | 20802 | 民政管理事务 | 720.00 | 450.00 | 270.00 |
        | 221 | 住房保障支出 | 166.00 | 150.00 | 16.00 |
        | 22102 | 住房改革支出 | 166.00 | 150.00 | 16.00 |
        | 2210201 | 住房公积金 | 166.00 | 150.00 | 16.00 |

        ## 一般公共预算财政拨款支出决算表

        单位：万元

        | 科目代码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | --- | --- | --- | --- | --- |
        | | 合计 | 486.00 | 300.00 | 186.00 |
        | 208 | 社会保障和就业支出 | 320.00 | 150.00 | 170.00 |
        | 20802 | 民政管理事务 | 320.00 | 150.00 | 170.00 |
        | 221 | 住房保障支出 | 166.00 | 150.00 | 16.00 |
        | 22102 | 住房改革支出 | 166.00 | 150.00 | 16.00 |
        | 2210201 | 住房公积金 | 166.00 | 150.00 | 16.00 |
        """),
    ])

  /// Fewer amounts may be alike by chance.
  private static let leastAlike = 12

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let tables = context.tables.tables
    for (index, table) in tables.enumerated() {
      guard let first = tables[..<index].first(where: { $0.id == table.id }) else { continue }
      let pairs = zip(first.blocks, table.blocks).flatMap { Self.pairs($0, $1, first, table) }
      let different = pairs.filter { !Rounding.equal($0.old.interval, $0.new.interval) }
      let alike = pairs.count - different.count
      guard alike >= Self.leastAlike, different.count * 9 <= alike else { continue }
      for pair in different {
        let (old, new) = (pair.old.cell.text.trimmed(), pair.new.cell.text.trimmed())
        findings.report(
          new, nil, "\(table.id)出现两次，“\(pair.name)”这里是 \(new.string)，另一张是 \(old.string)",
          confidence: .medium, actual: new.string, evidence: [.init("另一张\(table.id)", old)],
          suggestion: "核对哪一张是定稿")
      }
    }
  }

  private struct Value {
    var cell: Cell
    var interval: Interval
  }

  /// The amounts that both tables print for one 科目 and column.
  private static func pairs(
    _ block: BoundBlock, _ other: BoundBlock, _ table: BoundTable, _ otherTable: BoundTable
  ) -> [(name: String, old: Value, new: Value)] {
    block.rows.flatMap { row -> [(name: String, old: Value, new: Value)] in
      guard let code = row.code ?? (row.isTotal ? "" : nil),
        let twin = code.isEmpty ? other.total : other.row(code: code)
      else { return [] }
      return block.amountColumns.compactMap { column in
        guard let twinColumn = other.column(column.key), let old = value(table, row, column),
          let new = value(otherTable, twin, twinColumn)
        else { return nil }
        return ("\(row.label) \(column.key)", old, new)
      }
    }
  }

  private static func value(
    _ table: BoundTable, _ row: BoundRow, _ column: BoundColumn
  ) -> Value? {
    guard let cell = table.cell(row, column), cell.number.value != nil,
      case .value(let interval) = table.value(row, column)
    else { return nil }
    return Value(cell: cell, interval: interval)
  }
}
